import { cellsOf, rowEnd } from '../text-width.ts';
import { ROWS_AT_MOST } from '../wrap-text.ts';
import { type JsonRows, rowKinds, rowMarks } from './json-rows.ts';

/** Of one long text in the tree; the text view has the rest. */
const LINES_AT_MOST = 40;
const KEY_AT_MOST = 120;
const LEAST_CELLS = 16;

/** Rows of the tree in lines of the screen: a long text takes several. */
export interface TreeLayout {
  /** The row that stands on a line. */
  readonly rows: Uint32Array;
  /** Which of its lines it is, from 0. */
  readonly parts: Uint8Array;
  /** Whether there are more than could be scrolled to. */
  readonly isCut: boolean;
}

/** How many values an opening row holds, without its closing one: the last has the highest place. */
export function membersOf(rows: JsonRows, row: number): number {
  const last = rows.partner[row] ?? row;
  const before = rows.kind[last] === rowKinds.close && rows.partner[last] === row ? last - 1 : last;
  if (before <= row) return 0;
  let member = rows.kind[before] === rowKinds.close ? (rows.partner[before] ?? before) : before;
  // Where the text broke off, what is inside is not closed either.
  while (rows.parent[member] !== row && rows.parent[member] !== member) member = rows.parent[member] ?? row;
  return (rows.index[member] ?? 0) + 1;
}

/** Cells that a row stands in from the left; very deep ones no further. */
export function indentOf(depth: number, cells: number): number {
  return 2 * Math.min(depth, Math.max(4, Math.floor(cells / 5)));
}

/** Where showing a key stops: it stands on one line, with some room for the value. */
export function keyCut(text: string, rows: JsonRows, row: number, cells: number): number {
  const [start, end] = [rows.keyStart[row] ?? 0, rows.keyEnd[row] ?? 0];
  const left = cells - indentOf(rows.depth[row] ?? 0, cells) - LEAST_CELLS - 3;
  const room = Math.min(KEY_AT_MOST, Math.max(left, LEAST_CELLS));
  // A written-out character takes eleven cells at most.
  return (end - start) * 11 <= room ? end : rowEnd(text, start, end, room);
}

/** Cells for the value on its first line and on those below. */
function roomOf(
  text: string,
  rows: JsonRows,
  row: number,
  cells: number,
): readonly [first: number, next: number] {
  const keyCells = cellsOf(text, rows.keyStart[row] ?? 0, keyCut(text, rows, row, cells)) + 3;
  const left = cells - indentOf(rows.depth[row] ?? 0, cells);
  return [Math.max(left - keyCells, LEAST_CELLS), Math.max(left - 2, LEAST_CELLS)];
}

/** Where the value of a row is cut into lines; the last is its end, or where showing stops. */
export function valueCuts(text: string, rows: JsonRows, row: number, cells: number): readonly number[] {
  const end = rows.end[row] ?? 0;
  const [first, next] = roomOf(text, rows, row, cells);
  const cuts: number[] = [];
  let at = rows.start[row] ?? 0;
  do {
    at = rowEnd(text, at, end, cuts.length === 0 ? first : next);
    cuts.push(at);
  } while (at < end && cuts.length < LINES_AT_MOST);
  return cuts;
}

function linesOf(text: string, rows: JsonRows, row: number, cells: number): number {
  const kind = rows.kind[row] ?? 0;
  if (kind < rowKinds.string) return 1;
  if (((rows.marks[row] ?? 0) & rowMarks.ascii) === 0) return valueCuts(text, rows, row, cells).length;
  const length = (rows.end[row] ?? 0) - (rows.start[row] ?? 0);
  // The room is asked for only where it may be too small.
  if (length <= LEAST_CELLS) return 1;
  const [first, next] = roomOf(text, rows, row, cells);
  return length <= first ? 1 : Math.min(LINES_AT_MOST, 1 + Math.ceil((length - first) / next));
}

/** Which rows are folded: 1 where they are. */
export type Folds = Uint8Array;

/** Every object and list but the whole. */
export function allFolds(rows: JsonRows): Folds {
  const folds = new Uint8Array(rows.count);
  for (let row = 1; row < rows.count; row++) if (rows.kind[row] === rowKinds.open) folds[row] = 1;
  return folds;
}

/** The lines of the tree, without what is folded away. */
export function layTree(text: string, rows: JsonRows, folded: Folds, cells: number): TreeLayout {
  // A text takes at least a line for each row and at most LINES_AT_MOST.
  const most = Math.min(ROWS_AT_MOST, rows.count * LINES_AT_MOST);
  const lines = new Uint32Array(most);
  const parts = new Uint8Array(most);
  let count = 0;
  let row = 0;
  for (; row < rows.count && count < most; row++) {
    const taken = linesOf(text, rows, row, cells);
    for (let part = 0; part < taken && count < most; part++) {
      lines[count] = row;
      parts[count++] = part;
    }
    if (rows.kind[row] === rowKinds.open && folded[row] === 1) row = rows.partner[row] ?? row;
  }
  return { rows: lines.slice(0, count), parts: parts.slice(0, count), isCut: row < rows.count };
}

/** The line on which a row begins, or where it would be. */
export function lineOfRow({ rows }: TreeLayout, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The row that holds the character at `offset`. */
export function rowOfOffset(rows: JsonRows, offset: number): number {
  let low = 0;
  let high = rows.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const begin = rows.keyEnd[middle] ? (rows.keyStart[middle] ?? 0) : (rows.start[middle] ?? 0);
    if (begin <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What must be unfolded for the row to be seen. */
export function holdersOf(rows: JsonRows, row: number): readonly number[] {
  const holders: number[] = [];
  for (let at = rows.parent[row] ?? row; ; at = rows.parent[at] ?? at) {
    if (at === row) break;
    holders.push(at);
    if (rows.parent[at] === at) break;
  }
  return holders;
}
