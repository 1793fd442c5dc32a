import type { ImportEntry } from '@hooktap/core';
import { ArchivedEvent } from '@hooktap/protocol';
import { bytesOfArchived } from '../archived-body.ts';
import { hasHalfCharacter, networkAddress, webUrl } from './foreign-text.ts';
import { type FilePlace, imports, issueFault, jsonFault, lineAt, unreadable } from './unreadable.ts';

/** More than an event of the largest body takes, written at its longest. */
const longestLine = 64 * 1024 * 1024;

/** The events of an NDJSON export, with the number of the line each stands in, from 1. Empty lines are passed over. */
export async function* ndjsonImport(chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportEntry> {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number += 1;
    const place = lineAt(number);
    if (line === null) {
      yield unreadable(place, imports.sentence('longer-than', { bytes: String(longestLine) }));
      continue;
    }
    const text = (number === 1 ? line.replace(/^\uFEFF/, '') : line).trim();
    if (text !== '') yield entryOf(text, place);
  }
}

function entryOf(text: string, place: FilePlace): ImportEntry {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return unreadable(place, jsonFault(error));
  }
  const parsed = ArchivedEvent.safeParse(value);
  if (!parsed.success) return unreadable(place, issueFault(parsed.error.issues[0]));
  const { data } = parsed;
  if (hasHalfCharacter('text' in data.body ? data.body.text : ''))
    return unreadable(
      place,
      imports.say(imports.part('in-path', { path: 'body.text' }), imports.part('half-character')),
    );
  const host = data.rawHeaders.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? 'localhost';
  return {
    kind: 'event',
    ...place,
    event: {
      ...data,
      receivedAt: Date.parse(data.receivedAt),
      url: webUrl(data.url) ?? `http://${host}${data.requestTarget}`,
      remoteAddress: networkAddress(data.remoteAddress) ?? '',
      clientAddress: networkAddress(data.clientAddress),
      body: bytesOfArchived(data.body),
    },
  };
}

/** Lines without their ends; null in place of one that is too long, which is not kept in memory. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string | null> {
  let parts: Buffer[] = [];
  let size = 0;
  const end = (last: Buffer): string | null => {
    const line = size + last.length > longestLine ? null : Buffer.concat([...parts, last]).toString('utf8');
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, start)) {
      yield end(chunk.subarray(start, at));
      start = at + 1;
    }
    size += chunk.length - start;
    if (size > longestLine) parts = [];
    else parts.push(chunk.subarray(start));
  }
  if (size > 0) yield end(Buffer.alloc(0));
}
