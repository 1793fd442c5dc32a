export interface DiffLine {
  readonly mark: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Line numbers from 1; null on the side that has it not. */
  readonly left: number | null;
  readonly right: number | null;
}

/** More cells than this are not compared one by one: what is between the equal ends counts as replaced. */
const MOST_CELLS = 2_000_000;

/** What of one text is in the other, by lines; removed ones before added ones. */
export function lineDiff(left: readonly string[], right: readonly string[]): readonly DiffLine[] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  const same = (from: number, to: number, shift: number): DiffLine[] =>
    left.slice(from, to).map((text, index) => ({
      mark: 'same',
      text,
      left: from + index + 1,
      right: from + index + 1 + shift,
    }));
  return [
    ...same(0, start, 0),
    ...middle(left.slice(start, left.length - end), right.slice(start, right.length - end), start),
    ...same(left.length - end, left.length, right.length - left.length),
  ];
}

function middle(left: readonly string[], right: readonly string[], offset: number): DiffLine[] {
  const [rows, columns] = [left.length, right.length];
  const lengths = rows * columns <= MOST_CELLS ? commonLengths(left, right) : null;
  const found: DiffLine[] = [];
  let [i, j] = [0, 0];
  const at = (row: number, column: number) => lengths?.[row * (columns + 1) + column] ?? 0;
  while (i < rows || j < columns) {
    const isSame = lengths !== null && i < rows && j < columns && left[i] === right[j];
    if (isSame) found.push({ mark: 'same', text: left[i] ?? '', left: offset + ++i, right: offset + ++j });
    else if (i < rows && (j >= columns || at(i + 1, j) >= at(i, j + 1)))
      found.push({ mark: 'removed', text: left[i] ?? '', left: offset + ++i, right: null });
    else found.push({ mark: 'added', text: right[j] ?? '', left: null, right: offset + ++j });
  }
  return found;
}

/** How many lines the rests from each pair of places on have in common. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint32Array {
  const [rows, columns] = [left.length, right.length];
  const lengths = new Uint32Array((rows + 1) * (columns + 1));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const here = i * (columns + 1) + j;
      lengths[here] =
        left[i] === right[j]
          ? (lengths[here + columns + 2] ?? 0) + 1
          : Math.max(lengths[here + columns + 1] ?? 0, lengths[here + 1] ?? 0);
    }
  }
  return lengths;
}

/** A line of the newer text that is not in the older one, with the value that stood there where that is plain. */
export interface ChangedLine {
  readonly line: number;
  readonly was: string | null;
}

const member = /^\s*("(?:[^"\\]|\\.)*")\s*:\s*(.*?),?\s*$/;

/** Lines of JSON that were changed; the value before is that of the same key, removed in the same place. */
export function changedLines(before: readonly string[], now: readonly string[]): readonly ChangedLine[] {
  const changed: ChangedLine[] = [];
  let removed = new Map<string, string>();
  for (const { mark, text, right } of lineDiff(before, now)) {
    const [, key, value = ''] = member.exec(text) ?? [];
    if (mark === 'same') removed = new Map();
    else if (mark === 'removed') {
      if (key !== undefined) removed.set(key, value);
    } else if (right !== null) {
      const was = key === undefined ? undefined : removed.get(key);
      // Only the comma behind it differs: a line was put in or taken away below.
      if (was !== undefined && was === value) continue;
      const isPlain = was !== undefined && was !== '{' && was !== '[';
      changed.push({ line: right, was: isPlain ? was : null });
    }
  }
  return changed;
}
