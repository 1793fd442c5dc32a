import { type Outcome, StoreError } from '@hooktap/core';
import type { QueryError } from '@hooktap/query';
import { type Answer, json, refused } from './answer.ts';
import { type ProblemCode, problem } from './problems.ts';
import { storeProblem } from './store-outcome.ts';

interface Refusal {
  readonly code: ProblemCode;
  readonly message: string;
  readonly errors?: readonly { path: string; message: string }[];
  readonly query?: QueryError;
}

/** What came of a verb of the inspection: its value, or a problem with the refusal's own code. */
export function outcomeAnswer<T>(outcome: Outcome<T, Refusal | StoreError>): Answer {
  if (outcome.ok) return json(outcome.value);
  const { error } = outcome;
  if (error instanceof StoreError) return refused(storeProblem(error));
  return refused(problem(error.code, error.message, { errors: error.errors, query: error.query }));
}
