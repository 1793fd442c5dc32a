/** Controls, bidi overrides and zero-width characters: a payload could hide or turn text with them. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: showing them is the purpose
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

const named: Readonly<Record<string, string>> = { '\r': '␍', '\u0000': '␀', '\u007f': '␡' };

function shown(character: string): string {
  const code = character.charCodeAt(0);
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
