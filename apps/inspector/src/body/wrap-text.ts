import { rowEnd } from './text-width.ts';

/** Text laid out in rows of a fixed width. Row n goes from `starts[n]` to `ends[n]`. */
export interface WrappedText {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The number of the line that the row belongs to, from 1. */
  readonly lines: Uint32Array;
}

/** Rows beyond this are not laid out: they could not be scrolled to. */
export const ROWS_AT_MOST = 700_000;

/** Every line of `text` in rows of at most `cells`; a line of ten million characters is many rows. */
export function wrapText(text: string, cells: number): WrappedText {
  const starts: number[] = [];
  const ends: number[] = [];
  const lines: number[] = [];
  let line = 1;
  for (let from = 0; from <= text.length && starts.length < ROWS_AT_MOST; line++) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    do {
      const end = rowEnd(text, from, to, cells);
      starts.push(from);
      ends.push(end);
      lines.push(line);
      from = end;
    } while (from < to && starts.length < ROWS_AT_MOST);
    from = to + 1;
    if (newline < 0) break;
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), lines: Uint32Array.from(lines) };
}

/** The last row that begins at or before `offset`. */
export function rowAt(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
