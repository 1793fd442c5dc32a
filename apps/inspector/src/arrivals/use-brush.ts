import { type PointerEvent, useState } from 'react';
import { arrivalsAxis } from './arrivals-axis.ts';
import { type ArrivalsScale, nearestEdge } from './arrivals-scale.ts';

/** Both edges in milliseconds since 1970. */
export interface Brush {
  readonly from: number;
  readonly to: number;
}

/** Nearer to an edge than this the pointer takes hold of it. */
const GRIP = 6;
const CLICK = 4;

interface BrushOf {
  readonly scale: ArrivalsScale | null;
  readonly width: number;
  readonly brush: Brush | null;
  readonly onBrush: (brush: Brush | null) => void;
}

/** A time range drawn with the pointer: anew, or by one of its edges; a click takes it away, or takes one bar. */
export function useBrush({ scale, width, brush, onBrush }: BrushOf) {
  const [drawn, setDrawn] = useState<{
    readonly fixed: number;
    readonly moving: number;
    readonly x: number;
  } | null>(null);
  const timeAt = (pointer: PointerEvent<Element>): number => {
    if (!scale) return 0;
    const x = pointer.clientX - pointer.currentTarget.getBoundingClientRect().left;
    return Number(arrivalsAxis(scale, width).invert(x));
  };
  const near = (ms: number, edge: number) => {
    if (!scale) return false;
    const x = arrivalsAxis(scale, width);
    return Math.abs(x(ms) - x(edge)) < GRIP;
  };
  const shown: Brush | null = drawn
    ? { from: Math.min(drawn.fixed, drawn.moving), to: Math.max(drawn.fixed, drawn.moving) }
    : brush;
  return {
    shown,
    isDrawing: drawn !== null,
    timeAt,
    handlers: {
      onPointerDown(pointer: PointerEvent<Element>) {
        if (!scale || pointer.button !== 0) return;
        pointer.currentTarget.setPointerCapture(pointer.pointerId);
        const at = timeAt(pointer);
        const edge = nearestEdge(scale, at);
        const fixed =
          brush && near(at, brush.from) ? brush.to : brush && near(at, brush.to) ? brush.from : edge;
        setDrawn({ fixed, moving: edge, x: pointer.clientX });
      },
      onPointerMove(pointer: PointerEvent<Element>) {
        if (scale && drawn) setDrawn({ ...drawn, moving: nearestEdge(scale, timeAt(pointer)) });
      },
      onPointerUp(pointer: PointerEvent<Element>) {
        if (!scale || !drawn || !shown) return;
        setDrawn(null);
        const isClick = Math.abs(pointer.clientX - drawn.x) < CLICK;
        if (!isClick) return onBrush(shown.from === shown.to ? null : shown);
        if (brush) return onBrush(null);
        const { from, bucketMs } = scale;
        const bar = from + Math.floor((timeAt(pointer) - from) / bucketMs) * bucketMs;
        onBrush({ from: bar, to: bar + bucketMs });
      },
      onPointerCancel: () => setDrawn(null),
    },
  };
}
