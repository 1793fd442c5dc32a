import type { ImportEntry } from '@hooktap/core';
import { harImport } from './har-import.ts';
import { ndjsonImport } from './ndjson-import.ts';

/** HAR is one JSON value: it has to be in memory as a whole. */
const longestHar = 64 * 1024 * 1024;
const longestHead = 4096;

/**
 * The events of a file, one by one; `format` by how it begins where it is not given. NDJSON may be of any length, a
 * line of it at most 64 MiB; a HAR file at most 64 MiB.
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
    else yield* harOf(rest);
  } catch (error) {
    // Whoever sends it left, or the disk failed: what came whole is kept.
    const reason = error instanceof Error ? error.message : String(error);
    yield { kind: 'unreadable', place: 'the file', message: `It broke off (${reason}).` };
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

async function* harOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportEntry> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > longestHar) {
      const message = `A HAR file may have ${longestHar} bytes. Take NDJSON, which has no limit, or a part of it.`;
      yield { kind: 'unreadable', place: 'the file', message };
      return;
    }
    parts.push(chunk);
  }
  yield* harImport(Buffer.concat(parts).toString('utf8'));
}
