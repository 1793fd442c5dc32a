import type { EventId, Seq } from '@hooktap/protocol';
import { boundsOfStrays, hasStray, readingsBetween } from './packed-strays.ts';
import type { SealedSegment } from './segment-catalog.ts';
import { type Bounds, within } from './segment-summary.ts';

/** Which sealed segments have lines about an event of another one. */
export class StrayIndex {
  /** Those that have any, with the first and the last id. */
  readonly #segments: { readonly segment: SealedSegment; readonly ids: Bounds }[] = [];

  constructor(segments: readonly SealedSegment[]) {
    for (const segment of segments) this.add(segment);
  }

  add(segment: SealedSegment): void {
    const ids = boundsOfStrays(segment.summary.strays);
    if (ids) this.#segments.push({ segment, ids });
  }

  /** In their order. */
  about(id: EventId): SealedSegment[] {
    return this.#segments.flatMap(({ segment, ids }) =>
      within(ids, id) && hasStray(segment.summary.strays, id) ? [segment] : [],
    );
  }

  /** Readings of events whose ids lie there, in segments that they are not of; the last of an event comes last. */
  readings(bounds: Bounds | null): [EventId, Seq][] {
    if (bounds === null) return [];
    return this.#segments
      .flatMap(({ segment, ids }) =>
        ids.max < bounds.min || ids.min > bounds.max ? [] : readingsBetween(segment.summary.strays, bounds),
      )
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  }
}
