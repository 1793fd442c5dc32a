import type {
  DeliveryId,
  DeliverySummary,
  Event,
  EventId,
  EventListItem,
  ReplayRequest,
} from '@hooktap/protocol';

/** The project's events as commands use them, whether an instance runs or not. */
export interface EventDesk {
  /** Newest first, at most `limit`. */
  list(q: string, limit: number): Promise<{ items: readonly EventListItem[]; total: number }>;
  event(id: EventId): Promise<Event | null>;
  eventBody(id: EventId): Promise<Uint8Array>;
  attemptBody(id: DeliveryId, number: number, side: 'request' | 'response'): Promise<Uint8Array>;
  /** Begins it; how it went is in the event's deliveries. */
  replay(id: EventId, request: ReplayRequest): Promise<DeliverySummary>;
  close(): Promise<void>;
}
