import { type Opened, type OpenedRequest, type Seq, SeqRange } from '@hooktap/protocol';
import * as z from 'zod';
import type { Outcome } from './inspection-port.ts';
import type { Publisher } from './publisher.ts';
import type { Store, StoreError } from './store-port.ts';

/** The store's setting that holds them, as JSON. */
const name = 'opened';
/** Beyond so many, those between the oldest two count as opened too: nobody goes back there to tell them apart. */
const mostRanges = 4000;

type Ranges = readonly SeqRange[];
type Settings = Pick<Store, 'setting'>;

function rangesIn(store: Settings): Ranges {
  try {
    return z.array(SeqRange).parse(JSON.parse(store.setting(name) ?? '[]'));
  } catch {
    return [];
  }
}

/** Whether `seq` lies in one of the ranges, which rise. */
export function isWithin(ranges: Ranges, seq: Seq): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= seq;
}

/** All of these ranges, risen and joined where they touch. */
export function joinedRanges(ranges: Ranges, most = mostRanges): SeqRange[] {
  const joined: SeqRange[] = [];
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  const surplus = joined.splice(0, joined.length - most);
  const [first] = joined;
  if (first && surplus[0]) first[0] = surplus[0][0];
  return joined;
}

/** Tells which events a person has opened; the setting is read at the first question. */
export function openedIn(store: Settings): (seq: Seq) => boolean {
  let ranges: Ranges | undefined;
  return (seq) => {
    ranges ??= rangesIn(store);
    return isWithin(ranges, seq);
  };
}

export const openedEvents = (store: Pick<Store, 'setting' | 'currentSeq'>): Opened => ({
  ranges: [...rangesIn(store)],
  seq: store.currentSeq(),
});

/** Notes that events were opened; ids that are unknown are passed over. */
export async function noteOpened(
  { store, publisher }: { readonly store: Store; readonly publisher: Publisher },
  { ids, upTo = 0 }: OpenedRequest,
): Promise<Outcome<Opened, StoreError>> {
  const events = await Promise.all((ids ?? []).map((id) => store.listItem(id)));
  const added = ids
    ? events.flatMap((event): SeqRange[] => (event ? [[event.seq, event.seq]] : []))
    : [[0, Math.min(upTo, store.currentSeq())] satisfies SeqRange];
  const before = rangesIn(store);
  if (added.every(([from, to]) => from === to && isWithin(before, from)))
    return { ok: true, value: openedEvents(store) };
  const written = await keep(store, [...before, ...added]);
  if (!written.ok) return written;
  publisher.publish({ type: 'opened.changed' });
  return { ok: true, value: openedEvents(store) };
}

/** Of what was stored before anyone kept count, none is unread. */
export async function beginCounting(store: Store): Promise<void> {
  if (store.setting(name) === undefined && store.counts().events > 0)
    await keep(store, [[0, store.currentSeq()]]);
}

const keep = (store: Store, ranges: Ranges) => store.setSetting(name, JSON.stringify(joinedRanges(ranges)));
