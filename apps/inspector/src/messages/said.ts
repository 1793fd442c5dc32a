import type { ReasonPart } from '@hooktap/protocol';
import type { Message } from './message.ts';
import type { Translate } from './translate.ts';

/** Words that may be Hooktap's own: those are English, and `lang` says so to whoever reads them out. */
export interface Said {
  readonly words: string;
  readonly lang: 'en' | undefined;
}

/** The screen's own words. */
export const ours = (words: string): Said => ({ words, lang: undefined });

/** What only Hooktap can put in words. */
export const asSaid = (sentence: string): Said => ({ words: sentence, lang: 'en' });

/**
 * What Hooktap says, in the language of the screen where the catalogue has its code. English keeps Hooktap's own
 * sentence, which often knows more: a port, a header, a number.
 */
export function saidAs(
  messages: Readonly<Record<string, Message<string>>>,
  code: string | undefined,
  sentence: string,
  t: Translate,
): Said {
  const isKnown = code !== undefined && Object.hasOwn(messages, code);
  const message = isKnown ? messages[code] : undefined;
  return t.language === 'en' || message === undefined ? asSaid(sentence) : ours(t(message));
}

/**
 * Groups that say in other languages what Hooktap composes, by the codes it gives. English keeps Hooktap's own sentence,
 * so these groups are never loaded in English.
 */
export const codedGroups = [
  'server.refusal',
  'server.handler',
  'server.callback',
  'server.registration',
  'server.import',
  'server.store',
  'server.attempt',
  'doctor.part',
  'doctor.handshake',
  'query-faults.fault',
  'query-faults.expectation',
  'tunnel-reasons.part',
  'packs.registration',
  'packs.recognition',
  'trigger-words.eventType',
  'trigger-words.scenario',
  'trigger-words.unsigned',
] as const;
export type CodedGroup = (typeof codedGroups)[number];

/** A sentence that Hooktap gives in coded pieces too: in the language of the screen where each of them is known. */
export function saidInParts(
  groups: readonly CodedGroup[],
  parts: readonly ReasonPart[] | undefined,
  sentence: string,
  t: Translate,
): Said {
  if (t.language === 'en' || parts === undefined || parts.length === 0) return asSaid(sentence);
  const words = parts.map((part) =>
    groups.map((group) => wordsOf(group, part, t)).find((known) => known !== ''),
  );
  return words.includes(undefined) ? asSaid(sentence) : ours(words.join(' '));
}

/** Nothing where the language has no such code. */
const wordsOf = (group: CodedGroup, { code, values = {} }: ReasonPart, t: Translate): string =>
  (t as (message: Message, values: object) => string)({ id: `${group}.${code}`, source: '' }, values);
