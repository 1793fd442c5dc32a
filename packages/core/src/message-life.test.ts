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

  it('two callbacks of different types may tell of one step', () => {
    const [first, second] = eventsWith('sent', 'sent');
    const events = [
      { ...first, eventType: 'DeliveryCallback' },
      { ...second, eventType: 'MessageStatusCallback' },
    ] as EventListItem[];
    expect(messageLife('zapi:message:A', events).troubles).toEqual([]);
    const twice = events.map((event) => ({ ...event, eventType: 'MessageStatusCallback' }));
    expect(messageLife('zapi:message:A', twice).troubles).toMatchObject([{ kind: 'duplicate' }]);
  });

  it('the arrival of a reply or a reaction is no step of the message that it is about', () => {
    const [sent, ...replies] = eventsWith('sent', 'received', 'received');
    const threadKeys = (own: string) => [`meta:message:${own}`, 'meta:message:A', 'meta:chat:55'];
    const events = [
      { ...sent, threadKeys: ['meta:message:A'] },
      ...replies.map((event, index) => ({ ...event, threadKeys: threadKeys(`R${index}`) })),
    ] as EventListItem[];
    expect(messageLife('meta:message:A', events)).toMatchObject({
      steps: [{ status: 'sent' }],
      troubles: [],
    });
    expect(messageLife('meta:message:R0', events.slice(1, 2)).steps).toHaveLength(1);
  });

  it('names the event that came twice or too late, in a sentence and in codes', () => {
    const { troubles: found } = messageLife('k', eventsWith('delivered', 'sent'));
    expect(found).toEqual([
      {
        kind: 'out-of-order',
        status: 'sent',
        eventId: 'evt_1',
        message: "'sent' came after 'delivered'.",
        parts: [{ code: 'step-late', values: { status: 'sent', before: 'delivered' } }],
      },
    ]);
  });
});
