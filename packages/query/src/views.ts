import type { DeliveryDigest, DeliverySummary, EventListItem, RawHeaders, Reply } from '@hooktap/protocol';

/**
 * An event as a query looks at it. `item` is at hand; the rest is asked for only when the answer hangs on it,
 * headers and body at most once for each call of `matches`. A matcher's `needs` tells beforehand which may be asked for.
 */
export interface EventView {
  readonly item: EventListItem;
  /** As on the wire: latin-1, one character per byte. */
  rawHeaders(): RawHeaders;
  /**
   * Every reading of the body as text, the best first: as UTF-8; as latin-1 where the bytes are no UTF-8;
   * unpacked where it has a Content-Encoding. Empty where there is none. JSON's escapes are undone here.
   */
  bodyReadings(): readonly string[];
  /** Whether some delivery of it has the cause `replay`. */
  isReplayed(): boolean;
  /** Whether this reader has not opened it yet; false where nobody keeps count. */
  isUnread(): boolean;
}

/** What of a list item is small and often the same, so that a store can have it at hand for every event. */
export type ItemFacts = Pick<
  EventListItem,
  'endpoint' | 'via' | 'method' | 'path' | 'provider' | 'eventType' | 'delivery' | 'pinned'
> & {
  readonly duplicateOf?: EventListItem['duplicateOf'];
  readonly body: Pick<EventListItem['body'], 'size'>;
  readonly verification: Pick<EventListItem['verification'], 'verdict'>;
  readonly reply: Pick<Reply, 'source'> | null;
};

export interface EventFacts extends Readonly<ItemFacts> {
  /** Whether some delivery of it has the cause `replay`. */
  readonly isReplayed: boolean;
}

/** A delivery without its event: what is at hand in a delivery log. */
export interface DeliveryHead {
  readonly delivery: Pick<DeliverySummary, 'id' | 'eventId' | 'endpoint' | 'target' | 'cause' | 'createdAt'>;
  /** Of this delivery alone. */
  readonly digest: DeliveryDigest;
}

export interface DeliveryView extends DeliveryHead {
  /** Null where the event is gone: then no field of it matches. */
  event(): EventView | null;
}

/** What a query may ask of a view beyond what is at hand. `event` only of deliveries. */
export type Need = 'event' | 'headers' | 'body' | 'replays' | 'unread';
