import type { HooktapProblem } from '@hooktap/client';
import type { ReasonPart } from '@hooktap/protocol';
import { type Said, saidInParts } from '../messages/said.ts';
import type { Translate } from '../messages/translate.ts';

/** What the server says of a handler, of a run, or against what was asked. */
export const serverSaid = (sentence: string, parts: readonly ReasonPart[] | undefined, t: Translate): Said =>
  saidInParts(
    [
      'server.handler',
      'server.refusal',
      'server.callback',
      'server.registration',
      'server.attempt',
      'doctor.handshake',
      'query-faults.fault',
    ],
    parts,
    sentence,
    t,
  );

/** What is wrong with one field. */
export interface FieldSaid {
  readonly path: string;
  readonly message: string;
  readonly lang: Said['lang'];
}

/** What the server says of fields, in the language of the screen where it gives codes that are known. */
export const fieldsSaid = (problem: HooktapProblem | null, t: Translate): readonly FieldSaid[] =>
  (problem?.errors ?? []).map(({ path, message, parts }) => {
    const { words, lang } = serverSaid(message, parts, t);
    return { path, message: words, lang };
  });
