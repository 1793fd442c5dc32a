import { visibleText } from '../format/visible-text.ts';
import type { Found } from './find-in-text.ts';
import { rowAt } from './wrap-text.ts';

export interface Marking {
  readonly found: Found;
  /** Of the places found the one that is being looked at. */
  readonly current: number;
}

interface MarkedTextProps {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly marking: Marking;
}

/** A stretch of a stranger's text as text nodes, with what was looked for marked in it. */
export function MarkedText({ text, start, end, kind, marking }: MarkedTextProps) {
  const { starts, ends } = marking.found;
  const pieces: { from: number; to: number; match: number }[] = [];
  let at = start;
  let match = starts.length === 0 ? 0 : rowAt(starts, start);
  for (; match < starts.length && (starts[match] ?? 0) < end; match++) {
    const from = Math.max(starts[match] ?? 0, start);
    const to = Math.min(ends[match] ?? 0, end);
    if (to <= from) continue;
    if (from > at) pieces.push({ from: at, to: from, match: -1 });
    pieces.push({ from, to, match });
    at = to;
  }
  if (at < end) pieces.push({ from: at, to: end, match: -1 });
  return (
    <span className={`piece-${kind}`}>
      {pieces.map((piece) => {
        const shown = visibleText(text.slice(piece.from, piece.to));
        if (piece.match < 0) return shown;
        return (
          <mark key={piece.from} className={piece.match === marking.current ? 'current' : undefined}>
            {shown}
          </mark>
        );
      })}
    </span>
  );
}
