import type { ReasonPart } from '@hooktap/protocol';

/** Words for a person, and the same by codes for other languages. */
export interface Reason {
  readonly reason: string;
  readonly parts?: readonly ReasonPart[];
}

export const part = (code: string, values?: Readonly<Record<string, string>>): ReasonPart =>
  values === undefined ? { code } : { code, values };

/** A sentence around, or before, what is the cause of it; a cause without codes leaves none. */
export const because = (reason: string, cause: Reason, before: ReasonPart, ...after: ReasonPart[]): Reason =>
  cause.parts === undefined ? { reason } : { reason, parts: [before, ...cause.parts, ...after] };
