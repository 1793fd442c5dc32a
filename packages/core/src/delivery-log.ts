import { type Delivery, type DeliveryId, type DeliveryListItem, DeliveryStatus } from '@hooktap/protocol';
import type { DeliveryHead, Verdict } from '@hooktap/query';
import type { EventMatcher } from './event-matcher.ts';
import { deliveryDigest, type EventState, toDeliverySummary, toListItem } from './event-state.ts';

/** A search of the log: what is asked of deliveries it decides by itself, what is asked of events the store finds out. */
export interface DeliveryMatcher {
  /** Searches of events that the answer may hang on. */
  readonly events: readonly EventMatcher[];
  /** `fits` says whether the delivery's event matches `events[index]`; never `unsure` where it says yes or no. */
  judge(head: DeliveryHead, fits: (index: number) => Verdict): Verdict;
}

/** Which deliveries; of all that are visible where neither is given. */
export interface DeliverySearch {
  readonly matcher?: DeliveryMatcher | undefined;
  readonly status?: DeliveryStatus | undefined;
}

export interface DeliveryLogQuery extends DeliverySearch {
  /** Exclusive. */
  readonly before?: DeliveryId | undefined;
  readonly limit: number;
}

export type DeliveryTotals = Record<DeliveryStatus, number>;

/** A page of the delivery log. */
export interface DeliveryLog {
  /** Newest first by delivery id. */
  readonly items: readonly DeliveryListItem[];
  /** The `before` of the next page; null where nothing older is found. */
  readonly next: DeliveryId | null;
  /** Of what the matcher finds, whatever the status. */
  readonly totals: DeliveryTotals;
  readonly totalIsExact: boolean;
}

export const noTotals = (): DeliveryTotals => {
  const totals = Object.fromEntries(DeliveryStatus.options.map((status) => [status, 0]));
  return totals as DeliveryTotals;
};

/** A delivery's line in the log. */
export const toDeliveryListItem = (state: EventState, delivery: Delivery): DeliveryListItem => {
  const { id, receivedAt, method, path, provider, eventType, subject } = toListItem(state);
  return {
    ...toDeliverySummary(delivery),
    digest: deliveryDigest(delivery),
    event: { id, receivedAt, method, path, provider, eventType, subject },
  };
};
