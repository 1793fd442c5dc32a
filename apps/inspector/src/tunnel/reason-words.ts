import type { ReasonPart } from '@hooktap/protocol';
import type { Message } from '../messages/message.ts';
import { asSaid, ours, type Said } from '../messages/said.ts';
import type { Translate } from '../messages/translate.ts';
import { tunnelReasons } from '../messages/tunnel-reasons/en.ts';

interface Reasoned {
  readonly reason: string;
  readonly parts?: readonly ReasonPart[];
}

const known: Readonly<Record<string, Message<string>>> = tunnelReasons.part;

/** Why a tunnel stands as it does, in the language of the screen where all of it has a code. */
export function reasonWords({ reason, parts = [] }: Reasoned, t: Translate): Said {
  if (t.language === 'en' || parts.length === 0) return asSaid(reason);
  const words: string[] = [];
  for (const { code, values = {} } of parts) {
    const message = Object.hasOwn(known, code) ? known[code] : undefined;
    if (message === undefined) return asSaid(reason);
    words.push((t as (message: Message<string>, values: object) => string)(message, values));
  }
  return ours(words.join(' '));
}
