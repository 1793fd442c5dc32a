import type { ImportEntry } from '@hooktap/core';
import { ArchivedEvent } from '@hooktap/protocol';
import { bytesOfArchived } from '../archived-body.ts';

/** More than an event of the largest body takes, written at its longest. */
const longestLine = 64 * 1024 * 1024;

/** The events of an NDJSON export, with the number of the line each stands in, from 1. Empty lines are passed over. */
export async function* ndjsonImport(chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportEntry> {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number += 1;
    const place = `line ${number}`;
    if (line === null) {
      yield { kind: 'unreadable', place, message: `It is longer than ${longestLine} bytes.` };
      return;
    }
    const text = (number === 1 ? line.replace(/^\uFEFF/, '') : line).trim();
    if (text !== '') yield entryOf(text, place);
  }
}

function entryOf(text: string, place: string): ImportEntry {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : '';
    return { kind: 'unreadable', place, message: `It is no JSON: ${reason}.` };
  }
  const parsed = ArchivedEvent.safeParse(value);
  if (!parsed.success) return { kind: 'unreadable', place, message: faultOf(parsed.error.issues[0]) };
  const { data } = parsed;
  const host = data.rawHeaders.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? 'localhost';
  return {
    kind: 'event',
    place,
    event: {
      ...data,
      receivedAt: Date.parse(data.receivedAt),
      url: data.url ?? `http://${host}${data.requestTarget}`,
      body: bytesOfArchived(data.body),
    },
  };
}

const faultOf = (issue: { path: PropertyKey[]; message: string } | undefined): string =>
  issue === undefined
    ? 'It is no event.'
    : `${issue.path.length === 0 ? 'the line' : issue.path.map(String).join('.')}: ${issue.message}.`;

/** Lines without their ends; null where one is too long, which is the last. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string | null> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8');
      parts = [];
      size = 0;
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
    size += chunk.length - start;
    if (size > longestLine) {
      yield null;
      return;
    }
  }
  if (size > 0) yield Buffer.concat(parts).toString('utf8');
}
