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
