/** Bare where the shell reads it as it stands. */
const bare = /^[A-Za-z0-9_./:=@%+,-]+$/;
/** Printable ASCII and letters of other scripts; no controls, no marks that turn or hide text. */
const plain = /^[\n\t\x20-\x7e\p{L}\p{N}\p{P}\p{S}\p{M}\u00a0]*$/u;

const named: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\\': '\\\\',
  "'": "\\'",
};

function byteEscapes(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
    .join('');
}

/**
 * One word for sh, bash and zsh. Controls go as `$'\\x1b'`, so that pasting them does nothing to the
 * terminal (bash and zsh; POSIX since 2024).
 */
export function shellWord(text: string): string {
  if (bare.test(text)) return text;
  if (plain.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = [...text]
    .map(
      (character) => named[character] ?? (/[\x20-\x7e]/.test(character) ? character : byteEscapes(character)),
    )
    .join('');
  return `$'${escaped}'`;
}
