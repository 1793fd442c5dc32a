import { type FieldError, Problem, type ReasonPart } from '@hooktap/protocol';

/** A Problem; `type` and `title` are the API's to give. */
type ProblemFacts = Omit<Problem, 'type' | 'title'> & Partial<Pick<Problem, 'type' | 'title'>>;

/**
 * What the API refused, or why it could not be asked: beside the API's own codes `unreachable` (status 0)
 * and `answer-invalid`.
 */
export class HooktapProblem extends Error {
  readonly code: string;
  readonly status: number;
  /** What happened and what to do; also the message. */
  readonly detail: string;
  /** As RFC 9457 has them. */
  readonly type: string;
  readonly title: string;
  /** The detail in codes; empty where it has none. */
  readonly parts: readonly ReasonPart[];
  readonly errors: readonly FieldError[];
  /** Of a query that cannot be read: where in it, in UTF-16 code units, as `query.slice(offset, offset + length)`. */
  readonly offset: number | undefined;
  readonly length: number | undefined;
  /** What could stand there, in words and in codes. */
  readonly expected: string | undefined;
  readonly expectedPart: ReasonPart | undefined;
  /** What was probably meant. */
  readonly suggestion: string | undefined;

  constructor(problem: ProblemFacts, options?: ErrorOptions) {
    super(problem.detail, options);
    this.name = 'HooktapProblem';
    this.code = problem.code;
    this.status = problem.status;
    this.detail = problem.detail;
    this.type = problem.type ?? 'about:blank';
    this.title = problem.title ?? problem.code;
    this.parts = problem.parts ?? [];
    this.errors = problem.errors ?? [];
    this.offset = problem.offset;
    this.length = problem.length;
    this.expected = problem.expected;
    this.expectedPart = problem.expectedPart;
    this.suggestion = problem.suggestion;
  }
}

/** Of an answer that is no success. */
export async function problemOf(response: Response): Promise<HooktapProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  const problem = Problem.safeParse(body);
  if (problem.success) return new HooktapProblem(problem.data);
  return answerInvalid(response.status, `The answer ${response.status} is not one of the inspector API.`);
}

export const answerInvalid = (status: number, detail: string): HooktapProblem =>
  new HooktapProblem({ code: 'answer-invalid', status, detail });
