import type { Buffer } from 'node:buffer';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** What is unpacked may not be larger than this, however small it came. */
const maxOutputLength = 10 * 1024 * 1024;

const decoders: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  gzip: (body) => gunzipSync(body, { maxOutputLength }),
  'x-gzip': (body) => gunzipSync(body, { maxOutputLength }),
  deflate: (body) => inflateSync(body, { maxOutputLength }),
  br: (body) => brotliDecompressSync(body, { maxOutputLength }),
};

/** A body without its Content-Encoding, or as it came where that cannot be undone. */
export function decodedBody(body: Buffer, contentEncoding: string | undefined): Buffer {
  const decode = contentEncoding === undefined ? undefined : decoders[contentEncoding.trim().toLowerCase()];
  if (!decode) return body;
  try {
    return decode(body);
  } catch {
    return body;
  }
}
