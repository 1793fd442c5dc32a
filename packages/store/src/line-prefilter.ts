import type { EventNote } from './record-note.ts';

export interface LineFilter {
  /** No line at all can match by its own text. */
  readonly none: boolean;
  test(note: EventNote): boolean;
}

/**
 * Rules out most lines of a segment without parsing them: a run of letters and digits stands in
 * the line as it stands in the text, save in opaque lines. Null where no word has such a run: then
 * every line may match.
 */
export function likelyLines(content: Buffer, words: readonly string[]): LineFilter | null {
  const runs = words.flatMap((word) => longestRun(word));
  if (runs.length === 0) return null;
  const text = content.toString('latin1');
  const hits = runs.map((run) => hitsOf(text, run));
  return {
    none: hits.some((offsets) => offsets.length === 0),
    test: (note) =>
      note.opaque || hits.every((offsets) => anyWithin(offsets, note.offset, note.offset + note.length)),
  };
}

const longestRun = (word: string): string[] =>
  (word.match(/[a-z0-9]+/g) ?? []).toSorted((a, b) => b.length - a.length).slice(0, 1);

function hitsOf(text: string, run: string): number[] {
  const pattern = new RegExp(run, 'gi');
  const offsets: number[] = [];
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    offsets.push(hit.index);
    // One hit in a line is enough.
    const end = text.indexOf('\n', hit.index);
    if (end < 0) break;
    pattern.lastIndex = end;
  }
  return offsets;
}

function anyWithin(sorted: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (sorted[low] ?? Number.POSITIVE_INFINITY) < end;
}
