import { type Batch, BatchId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { whatStays } from './what-stays.ts';

const queue = (held: number, retrying: number) => ({ waiting: 0, held, retrying, underWay: 0 });

it('counts what is held and what is tried again, of all endpoints', () => {
  expect(whatStays({ queues: [queue(11, 0), queue(1, 2)], batches: [] })).toEqual([
    '12 held and 2 that are tried again: these deliveries stay and go on at the next start.',
  ]);
  expect(whatStays({ queues: [queue(1, 0)], batches: [] })).toEqual([
    '1 held: this delivery stays and goes on at the next start.',
  ]);
});

it('says nothing where nothing is left', () => {
  expect(whatStays({ queues: [queue(0, 0)], batches: [] })).toEqual([]);
});

it('says how to go on with a batch', () => {
  const batch = { id: BatchId.parse('bat_01hzzzzzzzzzzzzzzzzzzzzzzz'), state: 'running', done: 3, total: 9 };
  expect(whatStays({ queues: [], batches: [batch as Batch] })).toEqual([
    '3 of 9 replayed. Go on with: hooktap replay --resume bat_01hzzzzzzzzzzzzzzzzzzzzzzz',
  ]);
});
