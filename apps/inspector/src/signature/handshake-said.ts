import type { ReasonPart } from '@hooktap/protocol';
import { type Said, saidInParts } from '../messages/said.ts';
import type { Translate } from '../messages/translate.ts';

/** What became of a provider's test of the URL, or what to do about it. */
export const handshakeSaid = (words: string, parts: readonly ReasonPart[] | undefined, t: Translate): Said =>
  saidInParts(['doctor.handshake'], parts, words, t);
