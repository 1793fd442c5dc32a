import { type ReasonPart, type Speaker, speakerOf } from '@hooktap/protocol';
import { queryExpectations, queryFaults } from './query-sentences.ts';

/** Why a text is no query, and where. Offsets count UTF-16 code units, as strings do. */
export interface QueryError {
  readonly offset: number;
  /** 0 where something is missing at the end. */
  readonly length: number;
  /** One or two sentences for a person. */
  readonly message: string;
  /** The message in codes: those of {@link queryFaults}. */
  readonly parts: readonly ReasonPart[];
  /** What could stand there, for a person: "a duration such as 500ms". */
  readonly expected: string;
  /** The same in a code: one of {@link queryExpectations}. */
  readonly expectedPart: ReasonPart;
  /** What to put in place of the marked part, where a guess is at hand. */
  readonly suggestion?: string;
}

/** A fault as it is found; its sentences are made of the codes. */
export interface FoundFault extends Pick<QueryError, 'offset' | 'length' | 'suggestion'> {
  readonly says: ReasonPart | readonly ReasonPart[];
  readonly expects: ReasonPart;
}

/** Thrown within the parser alone; {@link parseQuery} turns it into a value. */
export class QueryProblem extends Error {
  readonly error: QueryError;
  constructor(error: QueryError) {
    super(error.message);
    this.error = error;
  }
}

const faults: Speaker<typeof queryFaults> = speakerOf(queryFaults);
const expectations: Speaker<typeof queryExpectations> = speakerOf(queryExpectations);
/** A piece of what is said against a query; the whole of it. */
export const says: Speaker<typeof queryFaults>['part'] = faults.part;
export const sayFault: Speaker<typeof queryFaults>['say'] = faults.say;
export const expects: Speaker<typeof queryExpectations>['part'] = expectations.part;

export function fail({ says: said, expects: expectedPart, ...place }: FoundFault): never {
  const { message, parts } = sayFault(...[said].flat());
  const expected = expectations.say(expectedPart).message;
  throw new QueryProblem({ ...place, message, parts, expected, expectedPart });
}

const longest = 40;
/** A piece of the query as a message shows it. */
export const shown = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`);
