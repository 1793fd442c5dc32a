import { headerValue, type Reply, type ReplySource, type Seq } from '@hooktap/protocol';
import { clientAddressOf } from './client-address.ts';
import { type Clock, toInstant } from './clock.ts';
import type { Duplicates } from './duplicates.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { eventFieldValue } from './event-field.ts';
import type { EventReadings } from './event-readings.ts';
import { initialState, toListItem } from './event-state.ts';
import type { IdSource } from './ids.ts';
import type { Place, Publisher } from './publisher.ts';
import type { ReceivedRequest } from './sender-port.ts';
import type { CapturedEvent, Commit, Store } from './store-port.ts';
import { describeBody } from './stored-body.ts';

interface CaptureContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly duplicates: Duplicates;
  readonly readings: EventReadings;
  /** The public URL without a path, for what came through the tunnel. */
  readonly publicOrigin: () => string | null;
}

/** An event on its way to the disk. */
export class Kept {
  readonly event: CapturedEvent;
  readonly commit: Commit;
  readonly #place: Place;
  readonly #duplicates: Duplicates;
  readonly #readAfterwards: () => void;

  constructor(
    event: CapturedEvent,
    commit: Commit,
    place: Place,
    duplicates: Duplicates,
    readAfterwards: () => void,
  ) {
    this.event = event;
    this.commit = commit;
    this.#place = place;
    this.#duplicates = duplicates;
    this.#readAfterwards = readAfterwards;
  }

  /** It is not the first with its key. */
  get duplicate(): boolean {
    return this.event.duplicateOf !== undefined;
  }

  /** Tells the inspectors of it. */
  announce(): void {
    this.#place.fill({ type: 'event.captured', event: toListItem(initialState(this.event)) });
  }

  /** The sender has its answer: there is time for a closer look. */
  readAfterwards(): void {
    this.#readAfterwards();
  }

  /** It goes no further: when it is sent again, that is no duplicate. */
  refuse(): void {
    this.#duplicates.forget(this.event);
  }

  /** The handler took it after its sender was told otherwise: when it is sent again, that is a duplicate. */
  deliveredAfterAll(): void {
    this.#duplicates.remember(this.event);
  }

  /** It could not be kept: there is nothing to tell. */
  forget(): void {
    this.#place.leave();
    this.#duplicates.forget(this.event);
  }
}

/** Turns what the receiver read into an event and keeps it. */
export class Capture {
  readonly #context: CaptureContext;

  constructor(context: CaptureContext) {
    this.#context = context;
  }

  /** The event and the two moments of its being kept. It is in reads at once; `announce` or `forget` follows. */
  keep(request: ReceivedRequest, policy: EndpointPolicy): Kept {
    const { store, publisher, duplicates, readings } = this.#context;
    const place = publisher.place();
    let described: { readonly event: CapturedEvent; readonly isRead: boolean };
    try {
      described = this.#described(request, place.seq, policy);
    } catch (bug) {
      // What stands behind it in the stream must not wait for ever.
      place.leave();
      throw bug;
    }
    const { event, isRead } = described;
    const commit = store.append({ type: 'event', seq: place.seq, event, body: request.body });
    const readAfterwards = isRead ? () => {} : () => readings.afterwards(event, request.body, policy);
    return new Kept(event, commit, place, duplicates, readAfterwards);
  }

  /** With what the packs make of it, where that has to be known at once. */
  #described(request: ReceivedRequest, seq: Seq, policy: EndpointPolicy) {
    const event = this.#describe(request, seq, policy);
    const known = mustKnow(policy) ? this.#context.readings.atOnce(event, request.body, policy) : null;
    if (known) Object.assign(event, known);
    this.#markDuplicate(event, request, policy, known?.providerEventId ?? null);
    return { event, isRead: known !== null };
  }

  /**
   * Notes what the sender got. The next capture must not wait for this note, so it is told at once and written
   * with whatever comes next.
   */
  noteReply(kept: Kept, statusCode: number, source: ReplySource): void {
    const eventId = kept.event.id;
    const { store, publisher, clock } = this.#context;
    const reply: Reply = { statusCode, source, sentAt: toInstant(clock.now()) };
    store.appendLater({ type: 'reply', seq: store.nextSeq(), eventId, reply });
    publisher.eventChanged(eventId);
    kept.readAfterwards();
  }

  /** Only a whole request can be told to be the same as another. */
  #markDuplicate(
    event: CapturedEvent,
    request: ReceivedRequest,
    { name, dedupe }: EndpointPolicy,
    providerEventId: string | null,
  ): void {
    if (request.bodyState !== 'complete') return;
    const dedupeKey = dedupe.field
      ? eventFieldValue(dedupe.field, request.rawHeaders, request.body)
      : providerEventId;
    if (dedupeKey === null) return;
    event.dedupeKey = dedupeKey;
    const duplicateOf = this.#context.duplicates.seen(name, dedupeKey, event.id);
    if (duplicateOf) event.duplicateOf = duplicateOf;
  }

  /** Written out field by field: spreads were the costliest part of a capture. */
  #describe(request: ReceivedRequest, seq: Seq, policy: EndpointPolicy): CapturedEvent {
    const { ids, readings } = this.#context;
    const { receivedAt, via, method, requestTarget, rawHeaders, rawTrailers, body } = request;
    const id = ids.event(receivedAt);
    const query = requestTarget.indexOf('?');
    const path = query === -1 ? requestTarget : requestTarget.slice(0, query);
    const reading = readings.atArrival({ method, requestTarget, path, rawHeaders }, body, policy);
    const event: CapturedEvent = {
      id,
      seq,
      receivedAt: toInstant(receivedAt),
      endpoint: policy.name,
      via,
      url: this.#url(request),
      method,
      requestTarget,
      path,
      httpVersion: request.httpVersion,
      // Handed over, not copied: nobody changes them.
      rawHeaders: rawHeaders as CapturedEvent['rawHeaders'],
      rawTrailers: rawTrailers as CapturedEvent['rawTrailers'],
      remoteAddress: request.remoteAddress,
      body: describeBody(body, request.bodyState, rawHeaders, `/api/events/${id}/body?view=raw`),
      provider: reading.provider,
      providerReason: reading.providerReason,
      eventType: null,
      providerEventId: null,
      subject: null,
      verification: reading.verification,
    };
    const client = via === 'tunnel' ? clientAddressOf(rawHeaders) : undefined;
    if (client) event.clientAddress = client;
    return event;
  }

  #url({ via, rawHeaders, requestTarget, localOrigin }: ReceivedRequest): string {
    // An absolute-form target is already the whole URL (RFC 9112 §3.2.2).
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(requestTarget)) return requestTarget;
    const host = headerValue(rawHeaders, 'host');
    const origin =
      (via === 'tunnel' ? this.#context.publicOrigin() : null) ?? (host ? `http://${host}` : localOrigin);
    return requestTarget === '*' ? `${origin}/*` : `${origin}${requestTarget}`;
  }
}

/** Whether what is delivered or answered hangs on the provider's reading. */
const mustKnow = ({ enforce, handshake, filter, dedupe }: EndpointPolicy): boolean =>
  enforce || handshake !== null || filter !== null || (dedupe.deliver === 'first' && !dedupe.field);
