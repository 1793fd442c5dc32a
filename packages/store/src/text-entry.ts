import type { Seq } from '@hooktap/protocol';
import { capturedText } from './search-text.ts';
import type { StoredRecord } from './stored-record.ts';
import { endsOf, type TextChunk, textEnd, textRanges } from './text-chunk.ts';

/** The search text of one capture. */
export interface TextEntry {
  readonly seq: Seq;
  /** Whether the text lacks the body, which lies in a blob. */
  readonly partial: boolean;
  /** UTF-8, the end mark included. */
  readonly text: Buffer;
}

export function textEntry({ seq, event, body }: StoredRecord & { type: 'event' }): TextEntry {
  const inline = body.content.kind === 'inline';
  const text = capturedText(event, body.content.kind === 'inline' ? body.content.bytes : Buffer.alloc(0));
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text) + 1);
  bytes.write(text);
  bytes[bytes.length - 1] = textEnd;
  return { seq, partial: !inline, text: bytes };
}

/** Texts in memory, as chunks to search. */
export function* chunksOf(entries: readonly TextEntry[]): Generator<TextChunk> {
  for (const { from, to } of textRanges(entries.map(({ text }) => text.length))) {
    const part = entries.slice(from, to);
    yield {
      bytes: Buffer.concat(part.map(({ text }) => text)),
      ends: endsOf(part.map(({ text }) => text.length)),
      seqs: part.map(({ seq }) => seq),
      partial: part.map(({ partial }) => partial),
    };
  }
}
