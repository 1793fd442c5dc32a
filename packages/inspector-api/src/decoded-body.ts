import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { type BodyBytes, StoreError } from '@hooktap/core';

/** A small compressed body may unpack to any size; this is as much as one answer holds in memory. */
const decodedLimit = 50 * 1024 * 1024;

type Decoded = { readonly bytes: BodyBytes } | { readonly undecodable: string };

/** The body without its Content-Encoding. */
export async function decodeBody(
  body: BodyBytes,
  contentEncoding: string | undefined,
  limit = decodedLimit,
): Promise<Decoded> {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length === 0 || body.size === 0) return { bytes: body };
  const decoders: Transform[] = [];
  // The last coding was applied last, so it comes off first.
  for (const coding of codings.reverse()) {
    const decoder = await decoderFor(coding, body, decoders.length === 0);
    if (!decoder || codings.length > 4)
      return { undecodable: `Content-Encoding "${coding}" is not known here.` };
    decoders.push(decoder);
  }
  const chunks: Buffer[] = [];
  const collector = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  try {
    const limited = decoders.flatMap((decoder) => [decoder, atMost(limit)]);
    await pipeline([Readable.from(body.read()), ...limited, collector]);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    return {
      undecodable: `The body does not decode: ${error instanceof Error ? error.message : String(error)}.`,
    };
  }
  return { bytes: inMemory(Buffer.concat(chunks)) };
}

/** Behind every decoder, since one may unpack to next to nothing what the one before blew up. */
function atMost(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) done(new Error(`it unpacks to more than ${limit} bytes`));
      else done(null, chunk);
    },
  });
}

async function decoderFor(coding: string, body: BodyBytes, isOutermost: boolean): Promise<Transform | null> {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      // The standard says zlib; some senders leave its two-byte head away.
      return !isOutermost || (await hasZlibHead(body)) ? createInflate() : createInflateRaw();
    default:
      return null;
  }
}

async function hasZlibHead(body: BodyBytes): Promise<boolean> {
  for await (const chunk of body.read({ start: 0, end: Math.min(2, body.size) })) {
    return ((chunk[0] ?? 0) & 0x0f) === 8;
  }
  return false;
}

function inMemory(bytes: Buffer): BodyBytes {
  return {
    size: bytes.length,
    async *read({ start, end } = { start: 0, end: bytes.length }) {
      if (end > start) yield bytes.subarray(start, end);
    },
  };
}
