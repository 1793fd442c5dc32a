import type { EventId, Histogram, HistogramQuery } from '@hooktap/protocol';
import { toInstant } from './clock.ts';
import type { EventMatcher } from './event-matcher.ts';
import { readEventQuery } from './event-query.ts';
import type { Outcome, QueryRefusal } from './inspection-port.ts';
import type { Store } from './store-port.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
/** Lengths that people count in; beyond them, whole weeks. */
const lengths = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7].map((count) => count * day),
];

/**
 * Arrivals over time of what a query finds. Nothing is read for it but ids, which hold the time to the millisecond;
 * of events that began before others and ended after them, the time of their end.
 */
export async function eventHistogram(
  store: Store,
  { q, buckets }: HistogramQuery,
  now: number,
  signal?: AbortSignal,
): Promise<Outcome<Histogram, QueryRefusal>> {
  const query = readEventQuery(q, now, store);
  if (!query.ok) return query;
  const failing = readEventQuery(q === '' ? 'status:failed' : `(${q}) status:failed`, now, store);
  const seq = store.currentSeq();
  const arrived = await store.matching([], query.value.matcher ?? everything, signal);
  const failed = failing.ok ? await store.matching([], failing.value.matcher, signal) : [];
  return { ok: true, value: { ...countedOver(arrived.map(arrivalOf), failed.map(arrivalOf), buckets), seq } };
}

/** Said as a search, so that a store looks at what it has at hand rather than at every record. */
const everything: EventMatcher = {
  condition: { kind: 'received', from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
  matches: () => true,
};

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';
const valueOfCode = new Uint8Array(128);
for (let value = 0; value < crockford.length; value++) valueOfCode[crockford.charCodeAt(value)] = value;

/** The first ten characters of a ULID, behind `evt_`. Done here since it is done for every event there is. */
function arrivalOf(id: EventId): number {
  let time = 0;
  for (let index = 4; index < 14; index++) time = time * 32 + (valueOfCode[id.charCodeAt(index)] ?? 0);
  return time;
}

function countedOver(
  times: readonly number[],
  failures: readonly number[],
  most: number,
): Omit<Histogram, 'seq'> {
  let first = Infinity;
  let last = -Infinity;
  for (const time of times) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  if (times.length === 0) return { start: null, bucketMs: minute, counts: [], failed: [], total: 0 };
  const bucketMs = bucketLength(first, last, most);
  const begin = Math.floor(first / bucketMs);
  const counted = (all: readonly number[]) => {
    const counts = new Array<number>(Math.floor(last / bucketMs) - begin + 1).fill(0);
    for (const time of all) {
      const index = Math.floor(time / bucketMs) - begin;
      // An arrival between the two searches may lie beyond the last.
      if (index >= 0 && index < counts.length) counts[index] = (counts[index] ?? 0) + 1;
    }
    return counts;
  };
  const start = toInstant(begin * bucketMs);
  return { start, bucketMs, counts: counted(times), failed: counted(failures), total: times.length };
}

/** The shortest with which there are no more buckets than asked for. */
function bucketLength(first: number, last: number, most: number): number {
  const count = (length: number) => Math.floor(last / length) - Math.floor(first / length) + 1;
  const usual = lengths.find((length) => count(length) <= most);
  if (usual !== undefined) return usual;
  const weeks = Math.ceil((last - first) / (7 * day) / Math.max(1, most - 1));
  // All in one bucket may need one that begins with the epoch.
  return most === 1 ? last + 1 : weeks * 7 * day;
}
