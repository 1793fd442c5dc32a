import { scaleTime } from 'd3-scale';
import type { ArrivalsScale } from './arrivals-scale.ts';

/** Pixels from the left for a time of the strip, and back; for that the strip is so many pixels wide. */
export const arrivalsAxis = ({ from, to }: Pick<ArrivalsScale, 'from' | 'to'>, width: number) =>
  scaleTime([from, to], [0, width]);

/** Round local times for the axis, at most so many. */
export function axisTimes(scale: Pick<ArrivalsScale, 'from' | 'to'>, most: number): readonly number[] {
  const axis = arrivalsAxis(scale, 1);
  // A wish to the library, which may choose a few more.
  for (let wished = most; wished > 0; wished--) {
    const times = axis.ticks(wished);
    if (times.length <= most) return times.map(Number);
  }
  return [];
}
