import type { KeyboardEvent } from 'react';
import { arrivals as words } from '../messages/arrivals/en.ts';
import { useT } from '../messages/use-t.ts';
import { arrivalsAxis } from './arrivals-axis.ts';
import { type ArrivalsScale, countedBetween, nearestEdge } from './arrivals-scale.ts';
import { arrivalsInWords, momentInWords } from './arrivals-words.ts';
import type { Brush } from './use-brush.ts';

interface BrushEdgeProps {
  readonly side: 'from' | 'to';
  readonly scale: ArrivalsScale;
  readonly width: number;
  readonly brush: Brush | null;
  readonly onBrush: (brush: Brush | null) => void;
}

/** One edge of the time range, moved by the arrow keys from bar to bar. */
export function BrushEdge({ side, scale, width, brush, onBrush }: BrushEdgeProps) {
  const t = useT();
  const whole = { from: scale.from, to: scale.to };
  const range = brush ?? whole;
  const at = Math.min(Math.max(range[side], scale.from), scale.to);
  const far = Math.max(1, Math.round((scale.to - scale.from) / scale.bucketMs / 10));
  const onKeyDown = (key: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -far, PageUp: far }[
      key.key
    ];
    const to = { Home: scale.from, End: scale.to }[key.key];
    if (key.key === 'Escape' && brush) onBrush(null);
    else if (by === undefined && to === undefined) return;
    else {
      const edge = nearestEdge(scale, to ?? at + (by ?? 0) * scale.bucketMs);
      const next =
        side === 'from'
          ? { from: Math.min(edge, range.to - scale.bucketMs), to: range.to }
          : { from: range.from, to: Math.max(edge, range.from + scale.bucketMs) };
      onBrush(next.from <= scale.from && next.to >= scale.to ? null : next);
    }
    key.preventDefault();
    key.stopPropagation();
  };
  return (
    <div
      className={`brush-edge ${brush ? 'set' : ''}`}
      style={{ left: arrivalsAxis(scale, width)(at) }}
      role="slider"
      tabIndex={0}
      aria-label={t(side === 'from' ? words.from : words.until)}
      aria-valuemin={scale.from}
      aria-valuemax={scale.to}
      aria-valuenow={at}
      aria-valuetext={t(words.edge, {
        moment: momentInWords(at, scale, t),
        counted: arrivalsInWords(countedBetween(scale, range.from, range.to), t),
      })}
      onKeyDown={onKeyDown}
    />
  );
}
