import { DeliveryId, EventId, Seq } from '@hooktap/protocol';
import * as z from 'zod';
import { PackedStrays, packStrays } from './packed-strays.ts';
import { type RecordNote, takenBytes } from './record-note.ts';
import type { SegmentContents } from './segment-contents.ts';

const Range = z.object({ min: z.string(), max: z.string() }).nullable();

/** What stays in memory of a sealed segment: how to find things in it, and what it does to the counts. */
export const SegmentSummary = z.object({
  records: z.number(),
  /** Of captures; null where there are none. */
  seqs: z.object({ min: Seq, max: Seq }).nullable(),
  /** Of any record. */
  lastSeq: Seq,
  eventIds: Range,
  deliveryIds: Range,
  events: z.number(),
  oldestAt: z.number(),
  /** Lines and blobs. */
  takenBytes: z.number(),
  /** The last word of this segment on each: pinned or not, null where only note or tags changed. */
  marks: z.array(z.tuple([EventId, z.boolean().nullable()])),
  open: z.array(z.tuple([DeliveryId, EventId])),
  settled: z.array(DeliveryId),
  hidden: z.array(z.tuple([EventId, z.string()])),
  restored: z.array(EventId),
  erased: z.array(EventId),
  /** Events of other segments that have lines here. */
  strays: PackedStrays,
  blobs: z.array(z.string()),
});
export type SegmentSummary = z.infer<typeof SegmentSummary>;

/** The first and the last of some ids. */
export interface Bounds {
  min: string;
  max: string;
}

const widen = (bounds: Bounds | null, id: string): Bounds =>
  bounds
    ? { min: id < bounds.min ? id : bounds.min, max: id > bounds.max ? id : bounds.max }
    : { min: id, max: id };

export const within = (bounds: Bounds | null, id: string): boolean =>
  bounds !== null && id >= bounds.min && id <= bounds.max;

/** Of the events captured there; null where there are none. */
export const boundsOf = ({ events }: SegmentContents): Bounds | null =>
  events.reduce<Bounds | null>((bounds, { id }) => widen(bounds, id), null);

export function summarize(contents: SegmentContents): SegmentSummary {
  const events = contents.events;
  const effects = effectsOf(contents);
  return {
    records: contents.notes.length,
    seqs: seqsOf(contents),
    lastSeq: contents.notes.reduce((last, { seq }) => Math.max(last, seq), 0),
    eventIds: boundsOf(contents),
    deliveryIds: contents.notes.reduce<Bounds | null>(
      (bounds, note) => (note.type === 'delivery' ? widen(bounds, note.deliveryId) : bounds),
      null,
    ),
    events: events.length,
    oldestAt: events.reduce((oldest, { at }) => Math.min(oldest, at), Number.MAX_SAFE_INTEGER),
    takenBytes: contents.notes.reduce((sum, note) => sum + takenBytes(note), 0),
    ...effects,
    strays: packStrays(contents),
    blobs: [...new Set(contents.notes.flatMap(({ blob }) => (blob ? [blob.sha256] : [])))],
  };
}

function seqsOf({ events }: SegmentContents): SegmentSummary['seqs'] {
  const first = events[0];
  const last = events.at(-1);
  return first && last ? { min: first.seq, max: last.seq } : null;
}

export const isFlaw = (note: RecordNote): note is RecordNote & { id: EventId } =>
  (note.type === 'event' && note.flawed) || (note.type === 'reply' && note.blocked);

type Effects = Pick<SegmentSummary, 'marks' | 'open' | 'settled' | 'hidden' | 'restored' | 'erased'>;

function effectsOf(contents: SegmentContents): Effects {
  const marks = new Map<EventId, boolean | null>();
  const deliveries = new Map<DeliveryId, { id: EventId; open: boolean }>();
  const visibility = new Map<EventId, string | null>();
  const erased: EventId[] = [];
  for (const note of contents.notes) {
    if (note.type === 'annotation') marks.set(note.id, note.pinned ?? marks.get(note.id) ?? null);
    else if (note.type === 'delivery') deliveries.set(note.deliveryId, note);
    else if (note.type === 'deleted') for (const id of note.ids) visibility.set(id, note.at);
    else if (note.type === 'restored') for (const id of note.ids) visibility.set(id, null);
    else if (note.type === 'erased') for (const id of note.ids) erased.push(id);
  }
  const settledElsewhere = [...deliveries].filter(([, { id, open }]) => !open && !contents.home(id));
  return {
    marks: [...marks],
    open: [...deliveries].flatMap<[DeliveryId, EventId]>(([delivery, { id, open }]) =>
      open ? [[delivery, id]] : [],
    ),
    settled: settledElsewhere.map(([delivery]) => delivery),
    hidden: [...visibility].flatMap<[EventId, string]>(([id, at]) => (at === null ? [] : [[id, at]])),
    restored: [...visibility].flatMap(([id, at]) => (at === null ? [id] : [])),
    erased,
  };
}
