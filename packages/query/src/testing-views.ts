import type { DeliveryDigest, DeliverySummary, EventListItem, RawHeaders } from '@hooktap/protocol';
import {
  DeliverySummary as DeliverySummarySchema,
  EventListItem as EventListItemSchema,
} from '@hooktap/protocol';
import type { DeliveryView, EventView } from './views.ts';

const ulid = '01kbj4000000000000000000aa';

interface EventParts extends Partial<Omit<EventListItem, 'body'>> {
  readonly headers?: RawHeaders;
  readonly bytes?: Uint8Array;
  readonly text?: string;
  readonly contentType?: string;
  readonly replayed?: boolean;
  readonly unread?: boolean;
}

/** An event as the protocol has it; what is not given is plain. */
export function eventItem(parts: EventParts = {}): EventListItem {
  const { headers, bytes, text = '', contentType = 'application/json', replayed, unread, ...given } = parts;
  const size = bytes?.length ?? new TextEncoder().encode(text).length;
  const path = given.path ?? '/webhooks/zavu';
  return EventListItemSchema.parse({
    id: `evt_${ulid}`,
    seq: 1,
    receivedAt: '2026-11-21T12:00:00.000Z',
    endpoint: 'default',
    via: 'direct',
    url: `http://localhost:4401${path}`,
    method: 'POST',
    requestTarget: path,
    path,
    httpVersion: '1.1',
    remoteAddress: '127.0.0.1',
    body: { size, state: 'complete', sha256: '0'.repeat(64), contentType, href: '/x' },
    provider: null,
    providerReason: '',
    eventType: null,
    providerEventId: null,
    subject: null,
    verification: { verdict: 'unchecked' },
    reply: null,
    delivery: null,
    pinned: false,
    note: '',
    tags: [],
    ...given,
  });
}

export function eventView(parts: EventParts = {}): EventView {
  return {
    item: eventItem(parts),
    rawHeaders: () => parts.headers ?? [],
    bodyReadings: () => readings(parts),
    isReplayed: () => parts.replayed ?? false,
    isUnread: () => parts.unread ?? false,
  };
}

function readings({ bytes, text = '' }: EventParts): readonly string[] {
  if (!bytes) return text === '' ? [] : [text];
  const asUtf8 = new TextDecoder().decode(bytes);
  const asLatin1 = String.fromCharCode(...bytes);
  return asUtf8.includes('\ufffd') ? [asUtf8, asLatin1] : [asUtf8];
}

export const digest = (parts: Partial<DeliveryDigest> = {}): DeliveryDigest => ({
  status: 'succeeded',
  attempts: 1,
  lastStatusCode: 200,
  tookMs: 20,
  ...parts,
});

export function deliveryView(
  parts: Partial<DeliverySummary> & { digest?: Partial<DeliveryDigest>; event?: EventView | null } = {},
): DeliveryView {
  const { digest: digestParts, event = eventView(), ...given } = parts;
  const delivery = DeliverySummarySchema.parse({
    id: `dlv_${ulid}`,
    eventId: `evt_${ulid}`,
    endpoint: 'default',
    target: 'http://127.0.0.1:3000',
    cause: 'arrival',
    status: 'succeeded',
    createdAt: '2026-11-21T12:00:00.000Z',
    signature: 'as-captured',
    ...given,
  });
  return { delivery, digest: digest({ status: delivery.status, ...digestParts }), event: () => event };
}
