import { arrivals as words } from '../messages/arrivals/en.ts';
import type { Translate } from '../messages/translate.ts';
import type { ArrivalsScale, Bucket } from './arrivals-scale.ts';

const two = (n: number) => String(n).padStart(2, '0');
const day = 86_400_000;

/** `14:17`, with seconds or the day where the scale needs them. */
export function momentInWords(
  ms: number,
  { from, to, bucketMs }: Omit<ArrivalsScale, 'buckets'>,
  t: Translate,
): string {
  const at = new Date(ms);
  const date = t.date(ms, { day: 'numeric', month: 'short' });
  if (bucketMs >= day) return date;
  const time = `${two(at.getHours())}:${two(at.getMinutes())}${bucketMs < 60_000 ? `:${two(at.getSeconds())}` : ''}`;
  return to - from > day ? `${date} ${time}` : time;
}

export function arrivalsInWords(
  { arrived, failed }: Pick<Bucket, 'arrived' | 'failed'>,
  t: Translate,
): string {
  const all = arrived === 0 ? t(words.nothing) : t(words.arrived, { count: arrived });
  return failed === 0 ? all : t(words.failed, { arrived: all, count: failed });
}

/** The whole strip in a sentence. */
export function stripInWords(scale: ArrivalsScale, t: Translate): string {
  let [arrived, failed] = [0, 0];
  let busiest: Bucket | undefined;
  for (const bucket of scale.buckets) {
    arrived += bucket.arrived;
    failed += bucket.failed;
    if (bucket.arrived > (busiest?.arrived ?? 0)) busiest = bucket;
  }
  const around = {
    from: momentInWords(scale.from, scale, t),
    until: scale.isUpToNow ? t(words.now) : momentInWords(scale.to, scale, t),
    counted: arrivalsInWords({ arrived, failed }, t),
  };
  if (!busiest) return t(words.strip, around);
  return t(words.busiest, {
    ...around,
    moment: momentInWords(busiest.at, scale, t),
    count: busiest.arrived,
  });
}
