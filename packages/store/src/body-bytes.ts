import type { BodyBytes, StoredBody } from '@hooktap/core';
import type { BlobStore } from './blob-store.ts';

const chunk = 64 * 1024;

export function inlineBytes(bytes: Buffer): BodyBytes {
  return {
    size: bytes.length,
    async *read({ start, end } = { start: 0, end: bytes.length }) {
      for (let at = start; at < Math.min(end, bytes.length); at += chunk) {
        yield bytes.subarray(at, Math.min(at + chunk, end));
      }
    },
  };
}

/** Null where its blob is gone. */
export async function bodyBytes(blobs: BlobStore, body: StoredBody): Promise<BodyBytes | null> {
  const { size, sha256, content } = body;
  if (content.kind === 'inline') return inlineBytes(content.bytes);
  if (!(await blobs.exists(sha256))) return null;
  return {
    size,
    read: ({ start, end } = { start: 0, end: size }) => blobs.read(sha256, start, Math.min(end, size)),
  };
}
