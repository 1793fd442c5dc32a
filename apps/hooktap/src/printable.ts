/**
 * Captured data is a stranger's: shown raw it could move the cursor, set the clipboard or, with
 * bidirectional marks, read as something else. Control characters become `\x1b`, others `\u202e`.
 */
const unsafe = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

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
