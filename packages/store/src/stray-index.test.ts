import type { EventId, Seq } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { packStrays } from './packed-strays.ts';
import type { SealedSegment } from './segment-catalog.ts';
import { SegmentContents } from './segment-contents.ts';
import type { SegmentSummary } from './segment-summary.ts';
import { StrayIndex } from './stray-index.ts';

const id = (number: number) => `evt_${String(number).padStart(26, '0')}` as EventId;

/** A segment with lines about events of others, each read there with this seq. */
function segment(number: number, read: readonly (readonly [event: number, seq: Seq])[]): SealedSegment {
  const notes = read.map(([event, seq]) => ({
    type: 'reading' as const,
    id: id(event),
    seq,
    offset: 0,
    length: 1,
  }));
  const summary: Partial<SegmentSummary> = { strays: packStrays(new SegmentContents(notes)) };
  return { number, path: '', stamp: { bytes: 0, mtimeMs: 0 }, summary: summary as SegmentSummary };
}
const numbers = (segments: readonly SealedSegment[]) => segments.map((one) => one.number);

it('names the segments that have lines about an event, of those found and those sealed since, in their order', () => {
  const strays = new StrayIndex([
    segment(2, [
      [7, 20],
      [3, 21],
    ]),
    segment(3, [[7, 30]]),
  ]);
  expect(numbers(strays.about(id(7)))).toEqual([2, 3]);
  strays.add(
    segment(4, [
      [7, 40],
      [9, 41],
    ]),
  );
  expect(numbers(strays.about(id(7)))).toEqual([2, 3, 4]);
  expect(numbers(strays.about(id(9)))).toEqual([4]);
  expect(numbers(strays.about(id(3)))).toEqual([2]);
  expect(numbers(strays.about(id(8)))).toEqual([]);
});

it('gives the readings of a range of events, the last of each last', () => {
  const strays = new StrayIndex([
    segment(2, [
      [7, 20],
      [3, 21],
      [4, 22],
    ]),
    segment(3, [[4, 31]]),
  ]);
  const bounds = { min: id(4), max: id(7) };
  expect(strays.readings(bounds)).toEqual([
    [id(4), 22],
    [id(4), 31],
    [id(7), 20],
  ]);
  strays.add(
    segment(4, [
      [5, 40],
      [4, 41],
      [8, 42],
    ]),
  );
  expect(strays.readings(bounds)).toEqual([
    [id(4), 22],
    [id(4), 31],
    [id(4), 41],
    [id(5), 40],
    [id(7), 20],
  ]);
  expect(strays.readings({ min: id(9), max: id(9) })).toEqual([]);
  expect(strays.readings(null)).toEqual([]);
});
