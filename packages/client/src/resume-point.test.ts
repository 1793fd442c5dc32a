import type { StreamMessage } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { ResumePoint } from './resume-point.ts';

const change = (seq: number): StreamMessage => ({ type: 'event.deleted', seq, ids: [] });
const hello = (seq: number) => ({ type: 'hello', seq, oldestSeq: 0, version: '', instance: '' }) as const;

it('takes only what is after the snapshot, and each change once', () => {
  const point = new ResumePoint(5);
  expect([4, 5, 6, 6, 8, 7, 8].map((seq) => point.take(change(seq)))).toEqual([
    false,
    false,
    true,
    false,
    true,
    true,
    false,
  ]);
  expect(point.after).toBe(8);
});

it('resumes from the hello where nothing happened since', () => {
  const point = new ResumePoint(undefined);
  expect(point.after).toBeUndefined();
  point.take(hello(9));
  expect(point.after).toBe(9);
  expect(point.take(change(9))).toBe(true);
});

it('goes on from a resync, be it lower', () => {
  const point = new ResumePoint(50);
  point.take(hello(3));
  expect(point.after).toBe(50);
  point.take({ type: 'resync', seq: 3 });
  expect(point.after).toBe(3);
  expect(point.take(change(4))).toBe(true);
});
