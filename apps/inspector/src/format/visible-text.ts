/**
 * Controls, bidi overrides, halves of surrogate pairs and whatever takes no room or looks like a blank: a
 * payload could hide or turn text with them. Selectors of a variant stay behind a sign that has variants, and
 * joiners within an emoji: both are seen in what they make.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: showing them is the purpose
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: those that combine are looked for one by one
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u2028-\u202f\u2060-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\p{Cs}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|(?<!\p{Emoji})[\ufe0e\ufe0f]|(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** Whether a character that stands alone is written out. */
export const isWrittenOut = (character: string): boolean => {
  hidden.lastIndex = 0;
  return hidden.test(character);
};

const named: Readonly<Record<string, string>> = { '\r': '␍', '\u0000': '␀', '\u007f': '␡' };

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (named[character]) return named[character];
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Text of a payload in which nothing is invisible and nothing turns the reading direction; keeps \n and \t. */
export function visibleText(text: string): string {
  return text.replace(hidden, shown);
}

/** The same on one line. */
export function visibleLine(text: string): string {
  return visibleText(text.replace(/[\t\n\r]+/g, ' '));
}

/** The first `most` UTF-16 units at most, no pair of surrogates torn apart. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  const next = text.charCodeAt(most);
  const tears = last >= 0xd800 && last <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
  return text.slice(0, tears ? most - 1 : most);
}
