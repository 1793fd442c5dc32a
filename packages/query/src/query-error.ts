/** Why a text is no query, and where. Offsets count UTF-16 code units, as strings do. */
export interface QueryError {
  readonly offset: number;
  /** 0 where something is missing at the end. */
  readonly length: number;
  /** One sentence for a person. */
  readonly message: string;
  /** What could stand there, for a person: "a duration such as 500ms". */
  readonly expected: string;
  /** What to put in place of the marked part, where a guess is at hand. */
  readonly suggestion?: string;
}

/** Thrown within the parser alone; {@link parseQuery} turns it into a value. */
export class QueryProblem extends Error {
  readonly error: QueryError;
  constructor(error: QueryError) {
    super(error.message);
    this.error = error;
  }
}

export const fail = (error: QueryError): never => {
  throw new QueryProblem(error);
};

const longest = 40;
/** A piece of the query as a message shows it. */
export const shown = (text: string): string =>
  text.length <= longest ? `'${text}'` : `'${text.slice(0, longest)}…'`;
