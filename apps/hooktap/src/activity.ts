import type {
  Attempt,
  DeliverySummary,
  Endpoint,
  EventId,
  EventListItem,
  StreamChange,
} from '@hooktap/protocol';
import { arrivalFacts, type LineFacts, settledFacts } from './event-line.ts';

const settled = new Set(['succeeded', 'failed', 'cancelled']);
/** These can take hours: the arrival is told at once, and what came of it later. */
const waiting = new Set(['held', 'retrying']);
/** The provider's reading follows the answer by a moment; while requests keep coming, or packs load, by a longer one. */
const readingMs = 300;
/** Arrivals that never settle must not fill the memory. */
const remembered = 5000;

/**
 * Makes of the stream's many small changes one line per arrival and one per replay, and a further one for an arrival
 * that was held or tried again, once it is settled.
 */
export class Activity {
  readonly #line: (facts: LineFacts) => void;
  readonly #open = new Set<EventId>();
  /** Those whose arrival was told while the delivery waited. */
  readonly #told = new Set<EventId>();
  readonly #lateReadings = new Map<EventId, NodeJS.Timeout | 'over'>();
  readonly #attempts = new Map<string, Attempt>();
  readonly #lastAttempt = new Map<EventId, Attempt>();
  readonly #event: (id: EventId) => Promise<EventListItem | null>;
  readonly #endpoint: (name: string) => Endpoint | null;

  constructor(
    line: (facts: LineFacts) => void,
    event: (id: EventId) => Promise<EventListItem | null>,
    endpoint: (name: string) => Endpoint | null,
  ) {
    this.#line = line;
    this.#event = event;
    this.#endpoint = endpoint;
  }

  see(change: StreamChange): void {
    switch (change.type) {
      case 'event.captured':
        this.#open.add(change.event.id);
        this.#forgetOldest();
        this.#arrival(change.event);
        break;
      case 'event.updated':
        this.#arrival(change.event);
        break;
      case 'event.deleted':
        for (const id of change.ids) {
          this.#forget(id);
          this.#told.delete(id);
        }
        break;
      case 'attempt.settled':
        this.#attempts.set(change.deliveryId, change.attempt);
        if (this.#open.has(change.eventId)) this.#lastAttempt.set(change.eventId, change.attempt);
        break;
      case 'delivery.updated':
        this.#settled(change.delivery);
        break;
    }
  }

  #arrival(event: EventListItem): void {
    if (!this.#open.has(event.id)) return;
    const replied = event.reply !== null || event.body.state === 'aborted';
    if (!replied) return;
    if (isStillRead(event) && this.#unread(event)) return;
    const waits = event.delivery !== null && waiting.has(event.delivery.status);
    if (event.delivery && !waits && !settled.has(event.delivery.status)) return;
    const endpoint = event.delivery === null ? this.#endpoint(event.endpoint) : null;
    this.#line(arrivalFacts(event, this.#lastAttempt.get(event.id), endpoint));
    this.#forget(event.id);
    if (waits) this.#told.add(event.id);
    const oldest = oldestOfTooMany(this.#told);
    if (oldest !== undefined) this.#told.delete(oldest);
  }

  #settled(delivery: DeliverySummary): void {
    if (!settled.has(delivery.status)) return;
    const attempt = this.#attempts.get(delivery.id);
    this.#attempts.delete(delivery.id);
    const of = delivery.cause === 'replay' ? 'replay' : 'later';
    if (of === 'later' && !this.#isToldAgain(delivery.eventId, attempt)) return;
    void this.#event(delivery.eventId).then((event) => {
      if (event) this.#line(settledFacts(event, delivery, attempt, of));
    });
  }

  /** What a person has tried again is told too, unless the arrival's own line is still to come. */
  #isToldAgain(id: EventId, attempt: Attempt | undefined): boolean {
    return this.#told.has(id) || (attempt?.cause === 'manual' && !this.#open.has(id));
  }

  /** Whether its line waits a moment for the reading: once, as a reading may take longer than a person waits. */
  #unread(event: EventListItem): boolean {
    const waited = this.#lateReadings.get(event.id);
    if (waited === 'over') return false;
    if (waited === undefined) {
      const over = () => {
        this.#lateReadings.set(event.id, 'over');
        void this.#event(event.id).then((now) => now && this.#arrival(now));
      };
      this.#lateReadings.set(event.id, setTimeout(over, readingMs).unref());
    }
    return true;
  }

  /** With all that is kept for it. */
  #forgetOldest(): void {
    const oldest = oldestOfTooMany(this.#open);
    if (oldest !== undefined) this.#forget(oldest);
  }

  #forget(id: EventId): void {
    this.#open.delete(id);
    this.#lastAttempt.delete(id);
    const waited = this.#lateReadings.get(id);
    if (waited !== undefined && waited !== 'over') clearTimeout(waited);
    this.#lateReadings.delete(id);
  }
}

/** Its event type, and perhaps its provider, are still to come. */
const isStillRead = ({ eventType, verification }: EventListItem): boolean =>
  eventType === null && verification.code === 'not-yet';

function oldestOfTooMany(ids: ReadonlySet<EventId>): EventId | undefined {
  if (ids.size <= remembered) return undefined;
  const [oldest] = ids;
  return oldest;
}
