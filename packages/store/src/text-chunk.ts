import type { EventId, Seq } from '@hooktap/protocol';

/** Ends each capture's text: no UTF-8 text has such a byte, so nothing is found across two of them. */
export const textEnd = 0xff;

/** The search texts of some captures, one after the other, each begun by its event's id. */
export interface TextChunk {
  readonly bytes: Buffer;
  /** Where each text ends in `bytes`, its end mark included. */
  readonly ends: readonly number[];
  readonly seqs: readonly Seq[];
  /** When each was received, in milliseconds since 1970. */
  readonly ats: readonly number[];
  /** Whether the text lacks the body or a reading of it. */
  readonly partial: readonly boolean[];
  /** The seqs of the readings from later segments that texts have, by their places. */
  readonly late: ReadonlyMap<number, Seq>;
}

const idLength = 'evt_'.length + 26;

/** Of the event whose text begins at `start`. */
export const idOf = (texts: Buffer, start = 0): EventId =>
  texts.toString('latin1', start, start + idLength) as EventId;

export const idAt = ({ bytes, ends }: TextChunk, index: number): EventId => idOf(bytes, ends[index - 1] ?? 0);

/** What is searched at once: it fits the processor's cache. */
const chunkBytes = 512 * 1024;

export interface TextRange {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly bytes: number;
}

/** Texts of these lengths in groups of bounded size; one that is larger stands alone. */
export function* textRanges(lengths: readonly number[]): Generator<TextRange> {
  let from = 0;
  let bytes = 0;
  for (const [index, length] of lengths.entries()) {
    if (bytes > 0 && bytes + length > chunkBytes) {
      yield { from, to: index, bytes };
      from = index;
      bytes = 0;
    }
    bytes += length;
  }
  if (bytes > 0) yield { from, to: lengths.length, bytes };
}

export function endsOf(lengths: readonly number[]): number[] {
  let end = 0;
  return lengths.map((length) => {
    end += length;
    return end;
  });
}
