import { type EventState, toListItem } from '@hooktap/core';
import type { EventId, Seq } from '@hooktap/protocol';
import type { EventFacts } from '@hooktap/query';

/** What a segment says of an event that was captured in it, but for a person's marks. */
export interface FactRow {
  readonly id: EventId;
  readonly seq: Seq;
  /** When it was received, in milliseconds since 1970. */
  readonly at: number;
  readonly facts: EventFacts;
}

/** What a segment says of an event that was captured in another one, but for deliveries and a person's marks. */
export interface LateRow {
  readonly id: EventId;
  readonly reply: EventFacts['reply'];
  /** Null where there is none here. */
  readonly reading: ReadFacts | null;
}

/** What a provider pack made of an event. */
export type ReadFacts = Pick<EventFacts, 'provider' | 'eventType' | 'verification' | 'duplicateOf'>;

/** Of the state that the records of the event's own segment make. */
export function factRow(state: EventState): FactRow {
  const { id, seq } = state.captured;
  const isReplayed = state.deliveries.some(({ cause }) => cause === 'replay');
  const item = toListItem(state);
  const facts = { ...factsOf({ ...item, isReplayed }), pinned: false };
  return { id, seq, at: Date.parse(state.captured.receivedAt), facts };
}

/** A copy of nothing but the facts. */
export function factsOf(of: EventFacts): EventFacts {
  const { endpoint, via, method, path, body, reply, delivery, pinned, isReplayed } = of;
  return {
    ...{ endpoint, via, method, path, delivery, pinned, isReplayed },
    ...readFacts(of),
    body: { size: body.size },
    reply: reply && { source: reply.source },
  };
}

export const readFacts = ({ provider, eventType, verification, duplicateOf }: ReadFacts): ReadFacts => ({
  provider,
  eventType,
  verification: { verdict: verification.verdict },
  ...(duplicateOf !== undefined && { duplicateOf }),
});
