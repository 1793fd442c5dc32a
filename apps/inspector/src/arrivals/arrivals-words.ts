import { count, counted } from '../format/measures.ts';
import type { ArrivalsScale, Bucket } from './arrivals-scale.ts';

const two = (n: number) => String(n).padStart(2, '0');
const day = 86_400_000;

/** `14:17`, with seconds or the day where the scale needs them. */
export function momentInWords(ms: number, { from, to, bucketMs }: Omit<ArrivalsScale, 'buckets'>): string {
  const at = new Date(ms);
  const date = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
  if (bucketMs >= day) return date;
  const time = `${two(at.getHours())}:${two(at.getMinutes())}${bucketMs < 60_000 ? `:${two(at.getSeconds())}` : ''}`;
  return to - from > day ? `${date} ${time}` : time;
}

export function arrivalsInWords({ arrived, failed }: Pick<Bucket, 'arrived' | 'failed'>): string {
  const all = arrived === 0 ? 'nothing arrived' : `${count(arrived)} arrived`;
  return failed === 0 ? all : `${all}, ${count(failed)} failed`;
}

/** The whole strip in a sentence. */
export function stripInWords(scale: ArrivalsScale): string {
  const total = scale.buckets.reduce((sum, { arrived }) => sum + arrived, 0);
  const failed = scale.buckets.reduce((sum, bucket) => sum + bucket.failed, 0);
  const busiest = scale.buckets.reduce<Bucket | null>(
    (found, bucket) => (bucket.arrived > (found?.arrived ?? 0) ? bucket : found),
    null,
  );
  const until = scale.isUpToNow ? 'now' : momentInWords(scale.to, scale);
  const most = busiest ? `, most at ${momentInWords(busiest.at, scale)} (${count(busiest.arrived)})` : '';
  return `${counted(total, 'event')} from ${momentInWords(scale.from, scale)} to ${until}${most}, ${count(failed)} failed.`;
}
