/**
 * Captured data is a stranger's: shown raw it could move the cursor, set the clipboard or, with
 * bidirectional marks, read as something else. Control characters become `\x1b`, others `\u202e`; so does what
 * takes no room or looks like a blank, as the inspector has it. A selector stays behind a sign that has variants.
 */
const unsafe =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: those that combine are looked for one by one
  /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u202f\u2060-\u206f\u2800\u3164\ufe00-\ufe0d\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]|(?<!\p{Emoji})[\ufe0e\ufe0f]/gu;

export const printable = (text: string): string => text.replace(unsafe, escaped);

/** The same for a text of many lines: line ends and tabs stay. */
export const printableLines = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(unsafe, (character) =>
      character === '\n' || character === '\t' ? character : escaped(character),
    );

function escaped(character: string): string {
  const code = character.codePointAt(0)?.toString(16) ?? '';
  if (code.length > 4) return `\\u{${code}}`;
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}

/** What JSON may hold as it is and a terminal acts on; JSON.stringify itself escapes the rest. */
const unsafeInJson = /[\u007f-\u009f\p{Cf}\u2028\u2029]/u;
const allUnsafeInJson = new RegExp(unsafeInJson, 'gu');

/** A value as JSON of one line that is safe on a terminal too; the value that a parser reads is the same. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return unsafeInJson.test(text) ? text.replace(allUnsafeInJson, jsonEscaped) : text;
}

const jsonEscaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** Long text without its middle: what it begins with and what it ends with say the most. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.floor((most - 1) / 2);
  return `${text.slice(0, most - 1 - end)}…${text.slice(text.length - end)}`;
}
