import { closeSync, fstatSync, openSync, read, readSync } from 'node:fs';
import { promisify } from 'node:util';
import * as z from 'zod';
import { type SegmentStamp, sameStamp } from './segment-stamp.ts';
import { endsOf, type TextChunk, type TextRange, textRanges } from './text-chunk.ts';
import type { TextEntry } from './text-entry.ts';

const readAt = promisify(read);

/** Raised whenever the search text of a capture changes; a file of another version is made anew. */
const textVersion = 4;

/** Checked by hand: there are as many as captures, and every search reads them all. */
const Numbers = z.custom<number[]>(
  (value) => Array.isArray(value) && value.every((item) => typeof item === 'number'),
);

/** First line of a text file; the texts follow. */
const TextHead = z.object({
  hooktap: z.literal('text'),
  version: z.literal(textVersion),
  /** The segment it was made of, to the byte and the moment. */
  segment: z.object({ bytes: z.number(), mtimeMs: z.number() }),
  lengths: Numbers,
  seqs: Numbers,
  ats: Numbers,
  /** Which texts lack their body or a reading of it. */
  partial: Numbers,
  /** Which have a reading from a later segment, and its seq. */
  late: z.array(z.tuple([z.number(), z.number()])),
});
type TextHead = z.infer<typeof TextHead>;

export function encodeTexts(segment: SegmentStamp, entries: readonly TextEntry[]): Buffer {
  const head: TextHead = {
    hooktap: 'text',
    version: textVersion,
    segment,
    lengths: entries.map(({ text }) => text.length),
    seqs: entries.map(({ seq }) => seq),
    ats: entries.map(({ at }) => at),
    partial: entries.flatMap(({ partial }, index) => (partial ? [index] : [])),
    late: entries.flatMap(({ late }, index) =>
      late === undefined ? [] : [[index, late] as [number, number]],
    ),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...entries.map(({ text }) => text)]);
}

/** What pieces are read into in turn, used for one file after the other. */
export type TextMemory = [Buffer, Buffer];
export const newTextMemory = (): TextMemory => [Buffer.alloc(0), Buffer.alloc(0)];

/** An open text file that fits its segment. */
export class TextFile {
  readonly #file: number;
  readonly #head: TextHead;
  readonly #start: number;
  readonly #partial: ReadonlySet<number>;
  readonly #late: ReadonlyMap<number, number>;

  private constructor(file: number, head: TextHead, start: number) {
    this.#file = file;
    this.#head = head;
    this.#start = start;
    this.#partial = new Set(head.partial);
    this.#late = new Map(head.late);
  }

  /** Null where there is none that was made of this segment. */
  static open(path: string, segment: SegmentStamp): TextFile | null {
    let file: number | undefined;
    try {
      file = openSync(path, 'r');
      const line = firstLine(file);
      const head = TextHead.parse(JSON.parse(line));
      const start = line.length + 1;
      const end = head.lengths.reduce((sum, length) => sum + length, start);
      const fits =
        sameStamp(head.segment, segment) &&
        head.seqs.length === head.lengths.length &&
        head.ats.length === head.lengths.length &&
        fstatSync(file).size === end;
      if (fits) return new TextFile(file, head, start);
    } catch {}
    if (file !== undefined) closeSync(file);
    return null;
  }

  /** How many texts have a reading from a later segment. */
  get late(): number {
    return this.#late.size;
  }

  close(): void {
    closeSync(this.#file);
  }

  /** All of it, for good. Closes the file. */
  entries(): TextEntry[] {
    const { lengths, seqs, ats } = this.#head;
    const ends = endsOf(lengths);
    const bytes = Buffer.allocUnsafeSlow(ends.at(-1) ?? 0);
    readSync(this.#file, bytes, 0, bytes.length, this.#start);
    this.close();
    return seqs.map((seq, index) => {
      const late = this.#late.get(index);
      return {
        seq,
        at: ats[index] ?? 0,
        partial: this.#partial.has(index),
        ...(late !== undefined && { late }),
        text: bytes.subarray(ends[index - 1] ?? 0, ends[index]) as Buffer,
      };
    });
  }

  /** One piece after the other, the next one read meanwhile; each holds until the next is asked for. Closes the file. */
  async *chunks(memory: TextMemory): AsyncGenerator<TextChunk> {
    const ranges = [...textRanges(this.#head.lengths)];
    let position = this.#start;
    const begin = (number: number): Promise<Buffer> => {
      const bytes = ranges[number]?.bytes ?? 0;
      const turn = number % 2 === 0 ? 0 : 1;
      if (memory[turn].length < bytes) memory[turn] = Buffer.allocUnsafeSlow(bytes);
      const reading = this.#read(memory[turn].subarray(0, bytes), position);
      reading.catch(() => {});
      position += bytes;
      return reading;
    };
    let next = begin(0);
    try {
      for (const [number, range] of ranges.entries()) {
        const bytes = await next;
        next = begin(number + 1);
        yield this.#chunk(bytes, range);
      }
    } finally {
      await next.catch(() => {});
      this.close();
    }
  }

  async #read(memory: Buffer, position: number): Promise<Buffer> {
    if (memory.length > 0) await readAt(this.#file, memory, 0, memory.length, position);
    return memory;
  }

  #chunk(bytes: Buffer, { from, to }: TextRange): TextChunk {
    const { lengths, seqs, ats } = this.#head;
    return {
      bytes,
      ends: endsOf(lengths.slice(from, to)),
      seqs: seqs.slice(from, to),
      ats: ats.slice(from, to),
      partial: Array.from({ length: to - from }, (_, index) => this.#partial.has(from + index)),
      late: new Map(
        this.#head.late.flatMap(([index, seq]) =>
          index >= from && index < to ? [[index - from, seq] as const] : [],
        ),
      ),
    };
  }
}

/** All ASCII: numbers and fixed names. */
function firstLine(file: number): string {
  const piece = Buffer.allocUnsafe(32 * 1024);
  let text = '';
  for (;;) {
    const length = readSync(file, piece, 0, piece.length, text.length);
    const end = piece.subarray(0, length).indexOf(0x0a);
    if (end >= 0) return text + piece.toString('latin1', 0, end);
    if (length === 0) throw new Error('No line');
    text += piece.toString('latin1', 0, length);
  }
}
