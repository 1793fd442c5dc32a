import type { EventListItem, Status } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { statusWithChange } from './status-with-change.ts';

const status = { seq: 5, counts: { events: 3, pinned: 1 }, targets: [] } as unknown as Status;
const event = { id: 'evt_1' } as EventListItem;
const ids = ['evt_1', 'evt_2'] as never;

test('counts what comes and goes, once', () => {
  const more = statusWithChange(status, { type: 'event.captured', seq: 6, event });
  expect(more).toMatchObject({ seq: 6, counts: { events: 4, pinned: 1 } });
  expect(statusWithChange(more, { type: 'event.captured', seq: 6, event })).toBe(more);
  const less = statusWithChange(more, { type: 'event.deleted', seq: 7, ids });
  expect(less.counts.events).toBe(2);
  expect(statusWithChange(less, { type: 'event.restored', seq: 8, ids }).counts.events).toBe(4);
});

test('is the same where a change says nothing about it', () => {
  expect(statusWithChange(status, { type: 'event.updated', seq: 6, event })).toBe(status);
});
