import type { EventId, Seq } from '@hooktap/protocol';
import type { SegmentFacts } from './segment-facts.ts';
import { idAt, type TextChunk } from './text-chunk.ts';
import { type Evidence, type FactTest, maybe, no, yes } from './text-verdicts.ts';

/** What is known of the events of a chunk of texts. */
export interface TextSurroundings {
  /** Events that may have a note or tags, which lie elsewhere: no word is sure in them. */
  readonly marked: ReadonlySet<EventId>;
  /** Nor in those that were read in a later segment, where their text is older than this reading. */
  readonly readLater: ReadonlyMap<EventId, Seq>;
  readonly facts: SegmentFacts | undefined;
  /** Texts of the segment before this chunk. */
  readonly start: number;
}

/** The texts of some events, and the facts of the same events. */
export class TextEvidence implements Evidence {
  readonly #chunk: TextChunk;
  readonly #around: TextSurroundings;

  constructor(chunk: TextChunk, around: TextSurroundings) {
    this.#chunk = chunk;
    this.#around = around;
  }

  get size(): number {
    return this.#chunk.ends.length;
  }
  seqAt(index: number): Seq | undefined {
    return this.#chunk.seqs[index];
  }
  receivedAt(index: number): number {
    return this.#chunk.ats[index] ?? 0;
  }
  isMarked(index: number): boolean {
    const { marked } = this.#around;
    return marked.size > 0 && marked.has(idAt(this.#chunk, index));
  }

  facts(fits: FactTest): Uint8Array {
    const { facts, start } = this.#around;
    const result = new Uint8Array(this.size).fill(maybe);
    const known = facts?.facts(fits);
    if (!facts || !known) return result;
    for (const [index, seq] of this.#chunk.seqs.entries()) {
      // Texts and facts are made apart: where they are not of the same event neither decides.
      if (facts.seqAt(start + index) === seq) result[index] = known[start + index] ?? maybe;
    }
    return result;
  }

  containing(text: string): Uint8Array {
    const { bytes, ends } = this.#chunk;
    const found = new Uint8Array(ends.length).fill(no);
    const needle = Buffer.from(text);
    let index = 0;
    let at = bytes.indexOf(needle);
    while (at >= 0) {
      while ((ends[index] ?? Infinity) <= at) index += 1;
      found[index] = yes;
      // Once in a text is enough.
      at = bytes.indexOf(needle, ends[index]);
    }
    for (let index = 0; index < ends.length; index++) if (this.#isIncomplete(index)) found[index] = maybe;
    return found;
  }

  #isIncomplete(index: number): boolean {
    const { partial, late } = this.#chunk;
    const { marked, readLater } = this.#around;
    if (partial[index]) return true;
    if (marked.size === 0 && readLater.size === 0) return false;
    const id = idAt(this.#chunk, index);
    return marked.has(id) || readLater.get(id) !== late.get(index);
  }
}
