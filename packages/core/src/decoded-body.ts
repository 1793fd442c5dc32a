import type { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import {
  brotliDecompress,
  brotliDecompressSync,
  constants,
  gunzip,
  gunzipSync,
  inflate,
  inflateSync,
} from 'node:zlib';

/** What is unpacked may not be larger than this, however small it came. */
const maxOutputLength = 10 * 1024 * 1024;
/** On the main thread it may not: ten kilobytes can hold ten megabytes, and a reading looks at the first MiB only. */
const atOnce = { maxOutputLength: 1024 * 1024 };

const decoders: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  gzip: (body) => gunzipSync(body, atOnce),
  'x-gzip': (body) => gunzipSync(body, atOnce),
  deflate: (body) => inflateSync(body, atOnce),
  br: (body) => brotliDecompressSync(body, atOnce),
};

/** A body without its Content-Encoding, or as it came where that cannot be undone or is more than a MiB. */
export function decodedBody(body: Buffer, contentEncoding: string | undefined): Buffer {
  const decode = contentEncoding === undefined ? undefined : decoders[contentEncoding.trim().toLowerCase()];
  if (!decode) return body;
  try {
    return decode(body);
  } catch {
    return body;
  }
}

/** What is there of a stream that breaks off is unpacked all the same. */
const zlib = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH };
const brotli = { maxOutputLength, finishFlush: constants.BROTLI_OPERATION_FLUSH };

const unpackers: Readonly<Record<string, (beginning: Buffer) => Promise<Buffer>>> = {
  gzip: (beginning) => promisify(gunzip)(beginning, zlib),
  'x-gzip': (beginning) => promisify(gunzip)(beginning, zlib),
  deflate: (beginning) => promisify(inflate)(beginning, zlib),
  br: (beginning) => promisify(brotliDecompress)(beginning, brotli),
};

const longestBeginning = 1024 * 1024;

/**
 * The first MiB of a body without its Content-Encoding, of its beginning as sent; null where that cannot be undone.
 * Off the main thread.
 */
export async function unpackedBeginning(beginning: Buffer, contentEncoding: string): Promise<Buffer | null> {
  const unpack = unpackers[contentEncoding.trim().toLowerCase()];
  const body = (await unpack?.(beginning).catch(() => null)) ?? null;
  if (!body || body.length <= longestBeginning) return body;
  let end = longestBeginning;
  while (((body[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return body.subarray(0, end) as Buffer;
}
