import type { EventMatcher } from '@hooktap/core';
import type { EventListItem } from '@hooktap/protocol';

/** One event type of one provider; null where there is none. */
export type EventKind = Pick<EventListItem, 'provider' | 'eventType'>;

export const kindName = ({ provider, eventType }: EventKind): string => JSON.stringify([provider, eventType]);

export const isSameKind = (a: EventKind, b: EventKind): boolean =>
  a.provider === b.provider && a.eventType === b.eventType;

/** Finds the events of one type by what a store has at hand. */
export const ofKind = (kind: EventKind): EventMatcher => ({
  condition: { kind: 'facts', fits: (facts) => isSameKind(facts, kind) },
  matches: ({ event }) => isSameKind(event, kind),
});
