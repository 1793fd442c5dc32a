import type { FieldError, ReasonPart } from '@hooktap/protocol';

/** Something wrong in one field, `path` as in `retry.schedule`. */
export type FieldFault = Readonly<FieldError>;

/** What is wrong, in words, and in codes where it has any. */
export interface Wrong {
  readonly message: string;
  readonly parts?: readonly ReasonPart[];
}

/** Notes one. */
export type Fault = (path: string, wrong: Wrong) => void;

/** Of what failed, the words alone. */
export const saying = ({ message, parts }: Wrong): Wrong => ({ message, ...(parts && { parts }) });

/** One after the other; in codes only where all of them have some. */
export function sayingAll(wrongs: readonly Wrong[]): Wrong {
  const message = wrongs.map((one) => one.message).join(' ');
  const parts = wrongs.map((one) => one.parts);
  return parts.includes(undefined) ? { message } : { message, parts: parts.flatMap((one) => one ?? []) };
}
