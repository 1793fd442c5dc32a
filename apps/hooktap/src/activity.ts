import type { Attempt, DeliverySummary, EventId, EventListItem, StreamChange } from '@hooktap/protocol';
import { arrivalFacts, type LineFacts, replayFacts } from './event-line.ts';

const settled = new Set(['succeeded', 'failed', 'cancelled']);
/** Arrivals that never settle must not fill the memory. */
const remembered = 5000;

/** Makes of the stream's many small changes one line per arrival and one per replay. */
export class Activity {
  readonly #line: (facts: LineFacts) => void;
  readonly #open = new Map<EventId, EventListItem>();
  readonly #attempts = new Map<string, Attempt>();
  readonly #lastAttempt = new Map<EventId, Attempt>();
  readonly #event: (id: EventId) => Promise<EventListItem | null>;

  constructor(line: (facts: LineFacts) => void, event: (id: EventId) => Promise<EventListItem | null>) {
    this.#line = line;
    this.#event = event;
  }

  see(change: StreamChange): void {
    switch (change.type) {
      case 'event.captured':
        this.#open.set(change.event.id, change.event);
        this.#forgetOldest();
        this.#arrival(change.event);
        break;
      case 'event.updated':
        this.#arrival(change.event);
        break;
      case 'event.deleted':
        for (const id of change.ids) this.#forget(id);
        break;
      case 'attempt.settled':
        this.#attempts.set(change.deliveryId, change.attempt);
        if (this.#open.has(change.eventId)) this.#lastAttempt.set(change.eventId, change.attempt);
        break;
      case 'delivery.updated':
        this.#replay(change.delivery);
        break;
    }
  }

  #arrival(event: EventListItem): void {
    if (!this.#open.has(event.id)) return;
    const replied = event.reply !== null || event.body.state === 'aborted';
    if (!replied || (event.delivery && !settled.has(event.delivery.status))) return;
    this.#line(arrivalFacts(event, this.#lastAttempt.get(event.id)));
    this.#forget(event.id);
  }

  #replay(delivery: DeliverySummary): void {
    if (!settled.has(delivery.status)) return;
    const attempt = this.#attempts.get(delivery.id);
    this.#attempts.delete(delivery.id);
    if (delivery.cause !== 'replay') return;
    void this.#event(delivery.eventId).then((event) => {
      if (event) this.#line(replayFacts(event, delivery, attempt));
    });
  }

  #forget(id: EventId): void {
    this.#open.delete(id);
    this.#lastAttempt.delete(id);
  }

  #forgetOldest(): void {
    if (this.#open.size <= remembered) return;
    const [oldest] = this.#open.keys();
    if (oldest !== undefined) this.#forget(oldest);
  }
}
