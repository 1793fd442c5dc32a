import type { ImportEntry } from '@hooktap/core';
import { harImport } from './har-import.ts';
import { ndjsonImport } from './ndjson-import.ts';
import { imports, theFile, unreadable } from './unreadable.ts';

const longestHead = 4096;

/**
 * The events of a file of any length, one by one; `format` by how it begins where it is not given. A line of NDJSON
 * and an entry of HAR have at most 64 MiB.
 */
export async function* importEntries(
  file: AsyncIterable<Uint8Array>,
  format?: 'ndjson' | 'har',
): AsyncGenerator<ImportEntry> {
  const chunks = file[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  try {
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      head = Buffer.concat([head, next.value]);
      if (head.length >= longestHead) break;
    }
    const rest = following(head, chunks);
    if ((format ?? guessed(head)) === 'ndjson') yield* ndjsonImport(rest);
    else yield* harImport(rest);
  } catch (error) {
    // Whoever sends it left, or the disk failed: what came whole is kept.
    const reason = error instanceof Error ? error.message : String(error);
    yield unreadable(theFile, imports.sentence('broke-off', { reason }));
  } finally {
    await chunks.return?.();
  }
}

const guessed = (head: Buffer): 'ndjson' | 'har' =>
  /^\uFEFF?\s*\{\s*"log"\s*:/.test(head.toString('utf8')) ? 'har' : 'ndjson';

async function* following(head: Buffer, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield Buffer.from(next.value);
}
