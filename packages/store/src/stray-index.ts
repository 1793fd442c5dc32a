import type { EventId, Seq } from '@hooktap/protocol';
import type { SealedSegment } from './segment-catalog.ts';
import type { Bounds } from './segment-summary.ts';
import { placeOf } from './sorted-place.ts';

type About = readonly [EventId, SealedSegment];
type Read = readonly [EventId, Seq];

const byId = ([a]: readonly [EventId, unknown], [b]: readonly [EventId, unknown]) =>
  a < b ? -1 : a > b ? 1 : 0;

/**
 * Which sealed segments have lines about an event of another one. What opening found is sorted, at the first question,
 * rather than put into a map: there may be many, and most are never asked for.
 */
export class StrayIndex {
  readonly #found: readonly SealedSegment[];
  /** Of those that were sealed since. */
  readonly #since = new Map<EventId, SealedSegment[]>();
  #sorted: About[] | undefined;
  /** Of all, by id; undefined where there are more by now. */
  #readings: Read[] | undefined;
  readonly #readingsSince: Read[] = [];

  constructor(found: readonly SealedSegment[]) {
    this.#found = [...found];
  }

  add(segment: SealedSegment): void {
    for (const id of segment.summary.strays) {
      const known = this.#since.get(id);
      if (known) known.push(segment);
      else this.#since.set(id, [segment]);
    }
    for (const reading of segment.summary.strayReadings) this.#readingsSince.push(reading);
    this.#readings = undefined;
  }

  /** In their order. */
  about(id: EventId): SealedSegment[] {
    this.#sorted ??= this.#found
      .flatMap((segment) => segment.summary.strays.map((stray): About => [stray, segment]))
      .sort(byId);
    const sorted = this.#sorted;
    const found: SealedSegment[] = [];
    for (let at = placeOf(sorted, ([other]) => other < id); sorted[at]?.[0] === id; at++) {
      const segment = sorted[at]?.[1];
      if (segment) found.push(segment);
    }
    return [...found, ...(this.#since.get(id) ?? [])];
  }

  /** Readings of events whose ids lie there, in segments that they are not of; the last of an event comes last. */
  readings(bounds: Bounds | null): Read[] {
    if (bounds === null) return [];
    const inFound = () => this.#found.flatMap(({ summary }) => summary.strayReadings);
    this.#readings ??= [...inFound(), ...this.#readingsSince].sort(byId);
    const readings = this.#readings;
    const start = placeOf(readings, ([id]) => id < bounds.min);
    return readings.slice(
      start,
      placeOf(readings, ([id]) => id <= bounds.max),
    );
  }
}
