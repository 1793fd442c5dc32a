import { type FieldError, Problem, type ReasonPart } from '@hooktap/protocol';

/**
 * What the API refused, or why it could not be asked: beside the API's own codes `unreachable` (status 0)
 * and `answer-invalid`.
 */
export class HooktapProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  /** The detail in codes; empty where it has none. */
  readonly parts: readonly ReasonPart[];
  readonly errors: readonly FieldError[];

  constructor(
    problem: Pick<Problem, 'code' | 'status' | 'detail' | 'parts' | 'errors'>,
    options?: ErrorOptions,
  ) {
    super(problem.detail, options);
    this.name = 'HooktapProblem';
    this.code = problem.code;
    this.status = problem.status;
    this.detail = problem.detail;
    this.parts = problem.parts ?? [];
    this.errors = problem.errors ?? [];
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
