import { isUtf8 } from 'node:buffer';
import { type BodyRef, type BodyState, headerValue, type RawHeaders } from '@hooktap/protocol';
import type { BodyBytes, StoredBody } from './store-port.ts';

const previewChars = 256;
/** Enough for 256 characters of UTF-8, four bytes each. */
const previewBytes = 1024;

/** What is known of a stored body, with the headers it came with. */
export function describeBody(body: StoredBody, state: BodyState, headers: RawHeaders, href: string): BodyRef {
  const declared = headerValue(headers, 'content-length');
  const contentType = headerValue(headers, 'content-type');
  const contentEncoding = headerValue(headers, 'content-encoding');
  const described: BodyRef = { size: body.size, state, sha256: body.sha256, href };
  if (declared !== undefined && /^\d{1,15}$/.test(declared)) described.declaredSize = Number(declared);
  if (contentType !== undefined) described.contentType = contentType;
  if (contentEncoding !== undefined) described.contentEncoding = contentEncoding;
  const preview = contentEncoding === undefined ? previewOf(body) : undefined;
  if (preview !== undefined) described.preview = preview;
  return described;
}

function previewOf({ content, size }: StoredBody): string | undefined {
  if (size === 0 || content.kind === 'blob') return undefined;
  const beginning = wholeCharacters(content.bytes.subarray(0, previewBytes));
  if (!isUtf8(beginning) || beginning.includes(0)) return undefined;
  return beginning.toString('utf8').slice(0, previewChars);
}

/** Cuts off a UTF-8 sequence that the end of the excerpt broke. */
function wholeCharacters(bytes: Buffer): Buffer {
  if (bytes.length < previewBytes) return bytes;
  for (let back = 1; back <= 3; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
  }
  return bytes;
}

/** Bytes that are still in memory, as the forwarder reads them. */
export const bytesInMemory = (bytes: Buffer): BodyBytes => ({
  size: bytes.length,
  async *read(range = { start: 0, end: bytes.length }) {
    if (range.end > range.start) yield bytes.subarray(range.start, range.end);
  },
});
