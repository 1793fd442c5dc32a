import type { Histogram } from '@hooktap/protocol';

/** Of how much time the strip tells, up to now; `all` of all that was found. */
export const spans = ['15m', '1h', '24h', 'all'] as const;
export type Span = (typeof spans)[number];

const minute = 60_000;
const lengths = { '15m': 15 * minute, '1h': 60 * minute, '24h': 24 * 60 * minute } as const;

/** Arrivals along the strip; times in milliseconds since 1970. */
export interface ArrivalsScale {
  readonly from: number;
  readonly to: number;
  readonly bucketMs: number;
  readonly buckets: readonly Bucket[];
  /** Whether it ends with the present. */
  readonly isUpToNow: boolean;
}

export interface Bucket {
  readonly at: number;
  readonly arrived: number;
  readonly failed: number;
}

/** What was found long ago is not squeezed to one side: then the strip ends with the last of it. */
const REACH = 0.5;

/** Fewer bars than these, of a millisecond each, say nothing of when; seconds of a minute do. */
const FEW = 20;
const SECOND = 1000;

/** What came at once, one event or a burst, as it stands among the seconds around it. */
function scaleOfMoment(start: number, { counts, failed }: Histogram, now: number): ArrivalsScale {
  const begin = Math.floor(start / SECOND) * SECOND;
  const end = Math.floor((start + counts.length - 1) / SECOND) * SECOND + SECOND;
  const isUpToNow = now - end <= minute / 2;
  const to = isUpToNow ? Math.max(Math.ceil(now / SECOND) * SECOND, end) : end + minute / 2;
  const within = (all: readonly number[], at: number) =>
    all.reduce((sum, count, index) => {
      const moment = start + index;
      return moment >= at && moment < at + SECOND ? sum + count : sum;
    }, 0);
  const buckets = [];
  for (let at = begin; at < end; at += SECOND)
    buckets.push({ at, arrived: within(counts, at), failed: within(failed, at) });
  return { from: to - minute, to, bucketMs: SECOND, buckets, isUpToNow };
}

/** Null where there is nothing to show. */
export function arrivalsScale(histogram: Histogram, span: Span, now: number): ArrivalsScale | null {
  const { bucketMs, counts, failed } = histogram;
  if (histogram.start === null) return null;
  const start = Date.parse(histogram.start);
  if (span === 'all' && bucketMs === 1 && counts.length < FEW) return scaleOfMoment(start, histogram, now);
  const end = start + counts.length * bucketMs;
  const present = Math.ceil(now / bucketMs) * bucketMs;
  const length = span === 'all' ? null : lengths[span];
  const from = length === null ? start : Math.floor((now - length) / bucketMs) * bucketMs;
  const isUpToNow = length !== null || present - end <= REACH * (end - start) + bucketMs;
  const buckets = counts.map((arrived, index) => ({
    at: start + index * bucketMs,
    arrived,
    failed: failed[index] ?? 0,
  }));
  const to = Math.max(isUpToNow ? present : end, end);
  return { from, to, bucketMs, isUpToNow, buckets: buckets.filter(({ at }) => at >= from) };
}

/** The search whose arrivals a span shows. */
export function spanQuery(q: string, span: Span): string {
  return span === 'all' ? q : `${q} since:${span}`.trim();
}

/** The edge of a bucket that lies nearest, within the scale. */
export function nearestEdge({ from, to, bucketMs }: ArrivalsScale, ms: number): number {
  const edge = from + Math.round((ms - from) / bucketMs) * bucketMs;
  return Math.min(Math.max(edge, from), to);
}

/** What lies between two edges. */
export function countedBetween({ buckets }: ArrivalsScale, from: number, to: number): Omit<Bucket, 'at'> {
  let [arrived, failed] = [0, 0];
  for (const bucket of buckets) {
    if (bucket.at < from || bucket.at >= to) continue;
    arrived += bucket.arrived;
    failed += bucket.failed;
  }
  return { arrived, failed };
}
