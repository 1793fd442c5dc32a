import { scaleLinear } from 'd3-scale';
import { memo } from 'react';
import { arrivalsAxis } from './arrivals-axis.ts';
import type { ArrivalsScale, Bucket } from './arrivals-scale.ts';
import type { Brush } from './use-brush.ts';

/** Pixels: above the line for what arrived, below it for what failed. */
const UP = 32;
const DOWN = 8;
export const BARS_HEIGHT = UP + 1 + DOWN;
const LEAST = 2;

interface ArrivalsBarsProps {
  readonly scale: ArrivalsScale;
  readonly width: number;
  readonly brush: Brush | null;
}

/** Bars as one path for each colour: a hundred of them cost no more than three elements. */
export const ArrivalsBars = memo(function ArrivalsBars({ scale, width, brush }: ArrivalsBarsProps) {
  const { from, bucketMs, buckets } = scale;
  const x = arrivalsAxis(scale, width);
  const wide = Math.max(1, x(from + bucketMs) - (x(from + bucketMs) > 3 ? 1 : 0));
  const most = Math.max(1, ...buckets.map(({ arrived }) => arrived));
  const tall = scaleLinear([0, most], [0, UP]);
  const bar = (at: number, y: number, height: number) =>
    `M${x(at).toFixed(2)} ${y.toFixed(2)}h${wide.toFixed(2)}v${height.toFixed(2)}h-${wide.toFixed(2)}z`;
  const up = ({ at, arrived }: Bucket) => {
    const height = Math.max(LEAST, tall(arrived));
    return bar(at, UP - height, height);
  };
  const down = ({ at, failed }: Bucket) => bar(at, UP + 1, Math.max(LEAST, Math.min(tall(failed), DOWN)));
  const isInside = ({ at }: Bucket) => brush !== null && at >= brush.from && at < brush.to;
  const arrived = buckets.filter((bucket) => bucket.arrived > 0);
  const failed = buckets.filter((bucket) => bucket.failed > 0);
  return (
    <svg className="arrivals-bars" width={width} height={BARS_HEIGHT} aria-hidden="true">
      {brush && (
        <rect
          className="arrivals-brush"
          x={x(brush.from)}
          width={x(brush.to) - x(brush.from)}
          height="100%"
        />
      )}
      <path
        className="arrivals-out"
        d={arrived
          .filter((bucket) => !isInside(bucket))
          .map(up)
          .join('')}
      />
      <path className="arrivals-in" d={arrived.filter(isInside).map(up).join('')} />
      <path className="arrivals-line" d={`M0 ${UP + 0.5}H${width}`} />
      <path className="arrivals-failed" d={failed.map(down).join('')} />
    </svg>
  );
});
