import { isUtf8 } from 'node:buffer';
import { isReadable, readableText } from './readable-text.ts';

/**
 * Bytes as one word of a shell: in plain quotes where they are readable text, which every POSIX shell takes; else as
 * `$'…'` (bash, zsh, ksh; POSIX since 2024), where nothing is shown that a terminal would act on. No shell can pass
 * NUL in a word: ask `fitsShell` before.
 */
export function shellWord(bytes: Buffer): string {
  const text = readableText(bytes);
  if (text !== null) {
    if (/^[\w@%+:,./-]+$/.test(text)) return text;
    return `'${text.replaceAll("'", `'\\''`)}'`;
  }
  return `$'${escaped(bytes)}'`;
}

/** Linux refuses words of more than 128 KiB; beyond half of that a terminal is no place for it either. */
const longestWord = 60_000;

export const fitsShell = (bytes: Buffer): boolean => bytes.length <= longestWord && !bytes.includes(0);

function escaped(bytes: Buffer): string {
  if (!isUtf8(bytes)) return [...bytes].map(byteEscape).join('');
  return [...bytes.toString('utf8')]
    .map((character) =>
      isReadable(character) && character !== "'" && character !== '\\'
        ? character
        : [...Buffer.from(character)].map(byteEscape).join(''),
    )
    .join('');
}

/** Three octal digits end by themselves, whatever follows. */
function byteEscape(byte: number): string {
  const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c;
  return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
}

/** A command whose standard input is these bytes. */
export function withInput(command: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,76}/g) ?? [];
  return `base64 --decode <<'BODY' | ${command}\n${lines.join('\n')}\nBODY`;
}
