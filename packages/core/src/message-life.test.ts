import type { EventId, EventListItem } from '@hooktap/protocol';
import { describe, expect, it } from 'vitest';
import { messageLife } from './message-life.ts';

/** One event for each status, in the order of arrival. */
const eventsWith = (...statuses: (string | undefined)[]): EventListItem[] =>
  statuses.map(
    (threadStatus, index) =>
      ({
        id: `evt_${index}` as EventId,
        receivedAt: '2026-11-21T10:00:00.000Z',
        ...(threadStatus !== undefined && { threadStatus }),
      }) as EventListItem,
  );
const troubles = (...statuses: (string | undefined)[]): string[] =>
  messageLife('zavu:message:msg_1', eventsWith(...statuses)).troubles.map(
    ({ kind, status }) => `${kind} ${status}`,
  );

describe('the life of a message', () => {
  it('has its steps in the order of arrival, without events that tell no status', () => {
    const life = messageLife('zavu:message:msg_1', eventsWith('queued', undefined, 'sent'));
    expect(life.steps.map(({ status, eventId }) => [status, eventId])).toEqual([
      ['queued', 'evt_0'],
      ['sent', 'evt_2'],
    ]);
    expect(life.troubles).toEqual([]);
  });

  it.each([
    [['queued', 'sent', 'delivered', 'read'], []],
    [['sent', 'delivered'], []],
    [['queued', 'sent', 'failed'], []],
    [['queued', 'failed'], []],
    [['queued', 'delivered'], ['missing sent']],
    [
      ['queued', 'read'],
      ['missing sent', 'missing delivered'],
    ],
    [['sent', 'delivered', 'delivered'], ['duplicate delivered']],
    [['queued', 'delivered', 'sent'], ['out-of-order sent']],
    [['read', 'delivered'], ['out-of-order delivered']],
    [['accepted', 'sent', 'delivered'], []],
    [['inbound'], []],
    [['inbound', 'inbound'], ['duplicate inbound']],
  ])('%j has %j', (statuses, expected) => {
    expect(troubles(...statuses)).toEqual(expected);
  });

  it('names the event that came twice or too late, in a sentence', () => {
    const { troubles: found } = messageLife('k', eventsWith('delivered', 'sent'));
    expect(found).toEqual([
      { kind: 'out-of-order', status: 'sent', eventId: 'evt_1', message: "'sent' came after 'delivered'." },
    ]);
  });
});
