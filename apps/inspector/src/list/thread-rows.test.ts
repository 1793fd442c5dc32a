import type { EventListItem } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { flatRows, threadRows } from './thread-rows.ts';

const event = (seq: number, threadKeys: readonly string[] = [], threadStatus?: string) =>
  ({ id: `evt_${seq}`, seq, threadKeys, threadStatus }) as unknown as EventListItem;
const shown = (items: readonly EventListItem[], unfolded: readonly string[] = []) =>
  threadRows(items, new Set(unfolded)).map(({ event: { seq }, thread, isWithin }) =>
    thread ? `${seq}+${thread.events}` : isWithin ? `  ${seq}` : String(seq),
  );

const one = 'zavu:message:1';
const two = 'zavu:message:2';
const talk = 'zavu:conversation:9';

test('a thread stands where its newest event stands', () => {
  const items = [event(5), event(4, [one]), event(3), event(2, [one]), event(1, [two])];
  expect(shown(items)).toEqual(['5', '4+2', '3', '1']);
  expect(shown(items, [one])).toEqual(['5', '4+2', '  2', '3', '1']);
  expect(flatRows(items)).toHaveLength(5);
});

test('what shares a key with two threads joins them', () => {
  const items = [event(4, [one]), event(3, [two]), event(2, [two, talk]), event(1, [one, talk])];
  expect(shown(items, [talk])).toEqual(['4+4', '  3', '  2', '  1']);
});

test('the head tells the steps of its newest message, each once', () => {
  const items = [
    event(6, [two], 'delivered'),
    event(5, [one, talk], 'read'),
    event(4, [two, talk], 'sent'),
    event(3, [two], 'sent'),
    event(2, [two], 'queued'),
    event(1, [one], 'sent'),
  ];
  expect(threadRows(items, new Set())[0]?.thread?.life).toEqual(['queued', 'sent', 'delivered']);
});

test('the head counts the failures that it stands before', () => {
  const failed = { delivery: { status: 'failed', attempts: 1 } };
  const items = [event(3, [one]), { ...event(2, [one]), ...failed }, { ...event(1, [one]), ...failed }];
  expect(threadRows(items as EventListItem[], new Set())[0]?.thread?.failed).toBe(2);
});

test('an arrival takes its thread to the top and leaves it folded or unfolded', () => {
  const before = [event(3), event(2, [one]), event(1, [one])];
  expect(shown(before, [one])).toEqual(['3', '2+2', '  1']);
  expect(shown([event(4, [one]), ...before], [one])).toEqual(['4+3', '  2', '  1', '3']);
});
