import { isUtf8 } from 'node:buffer';
import type { EventReading, Seq } from '@hooktap/protocol';
import { capturedText } from './search-text.ts';
import type { StoredRecord } from './stored-record.ts';
import { endsOf, type TextChunk, textEnd, textRanges } from './text-chunk.ts';

/** The search text of one capture. */
export interface TextEntry {
  readonly seq: Seq;
  /** When it was received, in milliseconds since 1970. */
  readonly at: number;
  /** Whether the text lacks the body or a reading of it. */
  readonly partial: boolean;
  /** The seq of the reading it has, where that is from a later segment. */
  readonly late?: Seq;
  /** UTF-8, the end mark included. */
  readonly text: Buffer;
}

export function textEntry(
  { seq, event, body }: StoredRecord & { type: 'event' },
  reading: EventReading | null,
): TextEntry {
  const { content } = body;
  const plain = content.kind === 'inline' && isUtf8(content.bytes) ? content.bytes : undefined;
  const text = capturedText(event, reading, plain?.toString('utf8') ?? '');
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text) + 1);
  bytes.write(text);
  bytes[bytes.length - 1] = textEnd;
  const partial = plain === undefined || event.body.contentEncoding !== undefined;
  return { seq, at: Date.parse(event.receivedAt), partial, text: bytes };
}

/** Texts in memory, as chunks to search. */
export function* chunksOf(entries: readonly TextEntry[]): Generator<TextChunk> {
  for (const { from, to } of textRanges(entries.map(({ text }) => text.length))) {
    const part = entries.slice(from, to);
    yield {
      bytes: Buffer.concat(part.map(({ text }) => text)),
      ends: endsOf(part.map(({ text }) => text.length)),
      seqs: part.map(({ seq }) => seq),
      ats: part.map(({ at }) => at),
      partial: part.map(({ partial }) => partial),
      late: new Map(part.flatMap(({ late }, index) => (late === undefined ? [] : [[index, late] as const]))),
    };
  }
}
