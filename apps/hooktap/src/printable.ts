/**
 * Captured data is a stranger's: shown raw it could move the cursor, set the clipboard or, with
 * bidirectional marks, read as something else. Control characters become `\x1b`, others `\u202e`.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

export const printable = (text: string): string => text.replace(unsafe, escaped);

/** The same for a text of many lines: line ends and tabs stay. */
export const printableLines = (text: string): string =>
  text.replaceAll('\r\n', '\n').replace(unsafe, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  );

function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}
