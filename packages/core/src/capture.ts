import { headerValue, type Reply, type ReplySource } from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import { initialState, toListItem } from './event-state.ts';
import type { IdSource } from './ids.ts';
import type { Publisher } from './publisher.ts';
import type { ReceivedRequest } from './sender-port.ts';
import type { CapturedEvent, Commit, Store } from './store-port.ts';
import { describeBody } from './stored-body.ts';

interface CaptureContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly endpoint: string;
  /** The public URL without a path, for what came through the tunnel. */
  readonly publicOrigin: () => string | null;
}

/** Turns what the receiver read into an event and keeps it. */
export class Capture {
  readonly #context: CaptureContext;

  constructor(context: CaptureContext) {
    this.#context = context;
  }

  /** The event and the two moments of its being kept. It is in reads at once, and published when `announce`d. */
  keep(request: ReceivedRequest): { event: CapturedEvent; commit: Commit } {
    const event = this.#describe(request);
    const commit = this.#context.store.append({ type: 'event', seq: event.seq, event, body: request.body });
    return { event, commit };
  }

  announce(event: CapturedEvent): void {
    const { publisher } = this.#context;
    publisher.publish({ type: 'event.captured', seq: event.seq, event: toListItem(initialState(event)) });
  }

  /** Notes what the sender got. Not awaited by anyone who waits for an answer. */
  async noteReply(event: CapturedEvent, statusCode: number, source: ReplySource): Promise<void> {
    const { store, publisher, clock } = this.#context;
    const reply: Reply = { statusCode, source, sentAt: toInstant(clock.now()) };
    const seq = store.nextSeq();
    const { ok } = await store.append({ type: 'reply', seq, eventId: event.id, reply }).written;
    const item = ok ? await store.listItem(event.id) : null;
    if (item) publisher.publish({ type: 'event.updated', seq, event: item });
  }

  #describe(request: ReceivedRequest): CapturedEvent {
    const { store, ids, endpoint } = this.#context;
    const { receivedAt, via, method, requestTarget, rawHeaders, rawTrailers } = request;
    const id = ids.event(receivedAt);
    const query = requestTarget.indexOf('?');
    const client = via === 'tunnel' ? headerValue(rawHeaders, 'x-forwarded-for')?.split(',')[0]?.trim() : '';
    return {
      id,
      seq: store.nextSeq(),
      receivedAt: toInstant(receivedAt),
      endpoint,
      via,
      url: this.#url(request),
      method,
      requestTarget,
      path: query === -1 ? requestTarget : requestTarget.slice(0, query),
      httpVersion: request.httpVersion,
      rawHeaders: rawHeaders.map(([name, value]) => [name, value]),
      rawTrailers: rawTrailers.map(([name, value]) => [name, value]),
      remoteAddress: request.remoteAddress,
      ...(client && { clientAddress: client }),
      body: describeBody(request.body, request.bodyState, rawHeaders, `/api/events/${id}/body?view=raw`),
      provider: null,
      providerReason: 'Providers are not recognised yet.',
      eventType: null,
      providerEventId: null,
      subject: null,
      verification: { verdict: 'unchecked', reason: 'Signatures are not checked yet.' },
    };
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
