import type { EventId, Seq } from '@hooktap/protocol';
import * as z from 'zod';
import type { SegmentContents } from './segment-contents.ts';
import { placeAmong } from './sorted-place.ts';

/**
 * Events of other segments that have lines in one. After a flood there are many in each segment, and opening reads all
 * of them: one text is read at once where a list of texts is not.
 */
export const PackedStrays = z.object({
  /** Ids, sorted, one behind the other. */
  ids: z.string(),
  /** Of each in that order, the seq of its last reading here; 0 where it has none. */
  readings: z.array(z.number().int().nonnegative()),
});
export type PackedStrays = z.infer<typeof PackedStrays>;

/** Of every id of an event: `evt_` and 26 characters. */
const width = 30;
const idAt = ({ ids }: PackedStrays, index: number) =>
  ids.slice(index * width, (index + 1) * width) as EventId;

export function packStrays(contents: SegmentContents): PackedStrays {
  const lastReadings = new Map(strayReadings(contents));
  const ids = [...contents.mentioned()].filter((id) => !contents.home(id)).sort();
  return { ids: ids.join(''), readings: ids.map((id) => lastReadings.get(id) ?? 0) };
}

/** Events captured in other segments that were read in this one, with the seq of the last reading. */
export function strayReadings(contents: SegmentContents): [EventId, Seq][] {
  const last = new Map<EventId, Seq>();
  for (const note of contents.notes) {
    if (note.type === 'reading' && !contents.home(note.id)) last.set(note.id, note.seq);
  }
  return [...last];
}

export const strayCount = ({ readings }: PackedStrays): number => readings.length;

/** Null where there are none. */
export function boundsOfStrays(strays: PackedStrays): { min: string; max: string } | null {
  const count = strayCount(strays);
  return count > 0 ? { min: idAt(strays, 0), max: idAt(strays, count - 1) } : null;
}

export function hasStray(strays: PackedStrays, id: EventId): boolean {
  return (
    idAt(
      strays,
      placeIn(strays, (other) => other < id),
    ) === id
  );
}

/** Those that were read here, of the ids from `min` to `max`, in order. */
export function readingsBetween(
  strays: PackedStrays,
  { min, max }: { min: string; max: string },
): [EventId, Seq][] {
  const from = placeIn(strays, (id) => id < min);
  const to = placeIn(strays, (id) => id <= max);
  const found: [EventId, Seq][] = [];
  for (let index = from; index < to; index++) {
    const seq = strays.readings[index] ?? 0;
    if (seq > 0) found.push([idAt(strays, index), seq]);
  }
  return found;
}

const placeIn = (strays: PackedStrays, isSo: (id: EventId) => boolean): number =>
  placeAmong(strayCount(strays), (index) => isSo(idAt(strays, index)));
