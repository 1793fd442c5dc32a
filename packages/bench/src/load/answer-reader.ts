export interface Answer {
  readonly statusCode: number;
  /** Bytes that it took of the buffer. */
  readonly length: number;
  readonly bodyAt: number;
}

const headEnd = '\r\n\r\n';
const lengthLine = /\r\ncontent-length: *(\d+)/i;
const chunkedLine = /\r\ntransfer-encoding: *chunked/i;

/** The whole answer at the beginning of `text` (latin-1), or null where more has to come. */
export function readAnswer(text: string): Answer | null {
  const end = text.indexOf(headEnd);
  if (end < 0) return null;
  const head = text.slice(0, end);
  const statusCode = Number(head.slice(9, 12));
  const bodyAt = end + headEnd.length;
  if (chunkedLine.test(head)) {
    // Good for answers without trailers, which is all that the benchmarks meet.
    const last = text.startsWith('0\r\n\r\n', bodyAt) ? bodyAt - 2 : text.indexOf('\r\n0\r\n\r\n', bodyAt);
    return last < 0 ? null : { statusCode, length: last + 7, bodyAt };
  }
  const length = bodyAt + Number(lengthLine.exec(head)?.[1] ?? 0);
  return text.length < length ? null : { statusCode, length, bodyAt };
}

/** Whether a piece is a whole answer of the same shape as one before: told without reading its lines anew. */
export function isLike(piece: Buffer, { statusCode, length, bodyAt }: Answer): boolean {
  if (piece.length !== length) return false;
  const digit = (at: number) => (piece[at] ?? 0) - 0x30;
  const sameCode = digit(9) * 100 + digit(10) * 10 + digit(11) === statusCode;
  return sameCode && piece.readUInt32BE(bodyAt - 4) === 0x0d0a0d0a;
}
