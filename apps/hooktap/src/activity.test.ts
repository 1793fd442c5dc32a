import type { EventListItem } from '@hooktap/protocol';
import { afterEach, expect, it, vi } from 'vitest';
import { Activity } from './activity.ts';

/** Answered, and neither read nor delivered yet. */
const unread = (number: number) =>
  ({
    id: `evt_${number}`,
    eventType: null,
    verification: { verdict: 'unchecked', code: 'not-yet' },
    reply: { statusCode: 200, source: 'ack' },
    body: { state: 'complete' },
    delivery: { status: 'pending' },
  }) as unknown as EventListItem;

afterEach(() => vi.useRealTimers());

it('keeps nothing of arrivals beyond those it remembers', () => {
  vi.useFakeTimers();
  const nothing = () => null;
  const activity = new Activity(nothing, async () => null, nothing);
  for (let seq = 1; seq <= 5003; seq++) activity.see({ type: 'event.captured', seq, event: unread(seq) });
  expect(vi.getTimerCount()).toBe(5000);
});
