/**
 * Bytes between the quotes of Python, Go and PHP: ASCII as it is, all else as `\xNN`, which those three read as one
 * byte of exactly two digits. `besides` are further characters that mean something there.
 */
export function byteLiteral(bytes: Buffer, besides = ''): string {
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === '\\' || besides.includes(character)) text += `\\${character}`;
    else if (character === '\n') text += '\\n';
    else if (character === '\r') text += '\\r';
    else if (character === '\t') text += '\\t';
    else if (byte >= 0x20 && byte < 0x7f) text += character;
    else text += `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return `"${text}"`;
}
