import type { Attempt, DeliverySummary, Event, StreamChange } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { eventWithChange } from './event-with-change.ts';

const delivery = {
  id: 'dlv_1',
  eventId: 'evt_1',
  status: 'pending',
  cause: 'replay',
} as unknown as DeliverySummary;
const event = { id: 'evt_1', deliveries: [] } as unknown as Event;
const updated = (status: DeliverySummary['status']): StreamChange => ({
  type: 'delivery.updated',
  seq: 1,
  delivery: { ...delivery, status },
});
const settled: StreamChange = {
  type: 'attempt.settled',
  seq: 2,
  eventId: event.id,
  deliveryId: delivery.id,
  attempt: { number: 1 } as Attempt,
};

test('a replay appears as pending and settles in place, each message once', () => {
  const changes = [updated('pending'), settled, settled, updated('succeeded')];
  const after = changes.reduce(eventWithChange, event);
  expect(after.deliveries).toEqual([{ ...delivery, status: 'succeeded', attempts: [{ number: 1 }] }]);
});

test('what concerns another event leaves this one as it is', () => {
  const other = { ...event, id: 'evt_2' } as unknown as Event;
  expect(eventWithChange(other, updated('pending'))).toBe(other);
  expect(eventWithChange(other, settled)).toBe(other);
});
