import { type Batch, BatchId, EventId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { progressLine, span, summaryLines } from './batch-report.ts';
import { plain } from './paint.ts';

const batch: Batch = {
  id: BatchId.parse('bat_01hzzzzzzzzzzzzzzzzzzzzzzz'),
  state: 'running',
  total: 500,
  done: 123,
  succeeded: 118,
  failed: 5,
  skipped: 0,
  startedAt: '2026-01-01T00:00:00.000Z',
  remainingMs: 83_000,
  pace: 'handler',
  results: [
    { before: 'connection-refused', after: '500', count: 5 },
    { before: '500', after: '200', count: 118 },
  ],
};

it('the progress says how much is left', () => {
  expect(progressLine(batch)).toBe('123 of 500  118 succeeded, 5 failed  about 1 min 23 s left');
  expect(progressLine({ ...batch, remainingMs: undefined, skipped: 2 })).toBe(
    '123 of 500  118 succeeded, 5 failed, 2 skipped',
  );
});

it('the summary sets what they answer beside what they had answered', () => {
  const done = { ...batch, state: 'done', endedAt: '2026-01-01T00:00:04.000Z', seed: 7 } as const;
  expect(summaryLines(done, plain)).toEqual([
    'before             → after  count',
    '500                → 200      118',
    'connection-refused → 500        5',
    '123 of 500  118 succeeded, 5 failed in 4 s  bat_01hzzzzzzzzzzzzzzzzzzzzzzz  seed 7',
  ]);
});

it('the summary says what chaos did', () => {
  const chaos = { events: 10, sendings: 19, dropped: 0, doubled: 9, delayed: 4, moved: 6 };
  const counts = { total: 19, done: 19, succeeded: 19, failed: 0, results: [] };
  const done: Batch = { ...batch, ...counts, state: 'done' };
  expect(summaryLines({ ...done, chaos, seed: 7 }, plain)).toEqual([
    'chaos: 10 events, 19 sendings: 0 dropped, 9 doubled, 4 delayed, 6 moved',
    '19 of 19  19 succeeded, 0 failed  bat_01hzzzzzzzzzzzzzzzzzzzzzzz  seed 7',
  ]);
});

it('the summary says why some were not sent, with the first of each', () => {
  const eventId = EventId.parse('evt_01hzzzzzzzzzzzzzzzzzzzzzzz');
  const skips = [{ reason: 'The event was erased.', count: 3, eventId }];
  expect(summaryLines({ ...batch, state: 'done', skipped: 3, skips, results: [] }, plain)).toEqual([
    '3 not sent: The event was erased. (evt_01hzzzzzzzzzzzzzzzzzzzzzzz)',
    '123 of 500  118 succeeded, 5 failed, 3 skipped  bat_01hzzzzzzzzzzzzzzzzzzzzzzz',
  ]);
});

it.each([
  [420, '420 ms'],
  [59_400, '59 s'],
  [120_000, '2 min'],
  [3_900_000, '1 h 5 min'],
])('%i ms is %s', (ms, text) => expect(span(ms)).toBe(text));
