import type { ReasonPart } from '@hooktap/protocol';
import { type Said, saidInParts } from '../messages/said.ts';
import type { Translate } from '../messages/translate.ts';

interface Reasoned {
  readonly reason: string;
  readonly parts?: readonly ReasonPart[];
}

/** Why a tunnel stands as it does, in the language of the screen where all of it has a code. */
export const reasonWords = ({ reason, parts }: Reasoned, t: Translate): Said =>
  saidInParts(['tunnel-reasons.part'], parts, reason, t);
