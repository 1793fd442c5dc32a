/**
 * Bytes between the quotes of Python, Go and PHP: ASCII as it is, all else as `\xNN`, which those three read as one
 * byte of exactly two digits. `besides` are further characters that mean something there.
 */
export function byteLiteral(bytes: Buffer, besides = ''): string {
  const written = Array.from({ length: 256 }, (_, byte) => inLiteral(byte, besides));
  const sizes = Uint8Array.from(written, ({ length }) => length);
  let size = 0;
  for (const byte of bytes) size += sizes[byte] ?? 0;
  // As bytes, since a string made of so many small ones takes seconds for a body of 10 MB.
  const literal = Buffer.alloc(size);
  let at = 0;
  for (const byte of bytes) {
    const length = sizes[byte] ?? 0;
    if (length === 1) literal[at] = byte;
    else literal.write(written[byte] ?? '', at, 'latin1');
    at += length;
  }
  return `"${literal.toString('latin1')}"`;
}

function inLiteral(byte: number, besides: string): string {
  const character = String.fromCharCode(byte);
  if (character === '"' || character === '\\' || besides.includes(character)) return `\\${character}`;
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  return byte >= 0x20 && byte < 0x7f ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
}
