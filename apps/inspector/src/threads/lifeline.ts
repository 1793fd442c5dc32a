import type { EventId, LifecycleTrouble, MessageLife } from '@hooktap/protocol';

/** One stop on the way of a message: a step that came, or one that should have come. */
export interface Stop {
  readonly status: string;
  readonly state: 'came' | 'failed' | 'twice' | 'late' | 'missing';
  readonly eventId: EventId | null;
  readonly receivedAt: string | null;
  readonly trouble: string | null;
}

const failures = new Set(['failed', 'undelivered', 'error', 'rejected']);
const states = { duplicate: 'twice', 'out-of-order': 'late' } as const;

const order = ['queued', 'sending', 'sent', 'delivered', 'read', 'played'];

/** Where a missing step belongs: before the first that comes after it on the way. */
function placeOf(status: string, stops: readonly Stop[]): number {
  const rank = order.indexOf(status);
  const later = stops.findIndex((stop) => failures.has(stop.status) || order.indexOf(stop.status) > rank);
  return later === -1 ? stops.length : later;
}

/** The way of a message as it was seen, with what is missing put where it belongs. */
export function lifeline({ steps, troubles }: Pick<MessageLife, 'steps' | 'troubles'>): readonly Stop[] {
  const troubleOf = (eventId: EventId): LifecycleTrouble | undefined =>
    troubles.find((trouble) => trouble.eventId === eventId && trouble.kind !== 'missing');
  const stops = steps.map(({ status, eventId, receivedAt }): Stop => {
    const trouble = troubleOf(eventId);
    const state =
      trouble && trouble.kind !== 'missing' ? states[trouble.kind] : failures.has(status) ? 'failed' : 'came';
    return { status, state, eventId, receivedAt, trouble: trouble?.message ?? null };
  });
  for (const { kind, status, message } of troubles) {
    if (kind !== 'missing') continue;
    const stop: Stop = { status, state: 'missing', eventId: null, receivedAt: null, trouble: message };
    stops.splice(placeOf(status, stops), 0, stop);
  }
  return stops;
}

/** `msg_1` of `zavu:message:msg_1`. */
export const idOfKey = (key: string): string => key.split(':').slice(2).join(':') || key;
