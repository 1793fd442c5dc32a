import { type Outcome, StoreError } from '@hooktap/core';
import type { FieldError, ReasonPart } from '@hooktap/protocol';
import type { QueryError } from '@hooktap/query';
import { type Answer, json, refused } from './answer.ts';
import { type ProblemCode, problem } from './problems.ts';
import { storeProblem } from './store-outcome.ts';

interface Refusal {
  readonly code: ProblemCode;
  readonly message: string;
  readonly parts?: readonly ReasonPart[];
  readonly errors?: readonly FieldError[];
  readonly query?: QueryError;
}

/** What came of a verb of the inspection: its value, or a problem with the refusal's own code. */
export function outcomeAnswer<T>(outcome: Outcome<T, Refusal | StoreError>): Answer {
  if (outcome.ok) return json(outcome.value);
  const { error } = outcome;
  if (error instanceof StoreError) return refused(storeProblem(error));
  const { code, message, parts, errors, query } = error;
  return refused(problem(code, message, { parts, errors, query }));
}
