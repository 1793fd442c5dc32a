import { arrivals as words } from '../messages/arrivals/en.ts';
import type { Translate } from '../messages/translate.ts';
import type { ArrivalsScale, Bucket } from './arrivals-scale.ts';

const two = (n: number) => String(n).padStart(2, '0');
const day = 86_400_000;

/** What the edges of such bars need: none, `:03`, or `:03.2` down to the millisecond. */
function secondsInWords(at: Date, bucketMs: number): string {
  if (bucketMs >= 60_000) return '';
  const digits = bucketMs >= 1000 ? 0 : bucketMs >= 100 ? 1 : bucketMs >= 10 ? 2 : 3;
  const fraction = String(at.getMilliseconds()).padStart(3, '0').slice(0, digits);
  return `:${two(at.getSeconds())}${fraction && `.${fraction}`}`;
}

/** `14:17`, with seconds, parts of them or the day where the scale needs them: no two edges are called the same. */
export function momentInWords(
  ms: number,
  { from, to, bucketMs }: Omit<ArrivalsScale, 'buckets'>,
  t: Translate,
): string {
  const at = new Date(ms);
  const date = t.date(ms, { day: 'numeric', month: 'short' });
  if (bucketMs >= day) return date;
  const time = `${two(at.getHours())}:${two(at.getMinutes())}${secondsInWords(at, bucketMs)}`;
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
