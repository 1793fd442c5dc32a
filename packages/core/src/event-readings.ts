import { Buffer } from 'node:buffer';
import type { EventReading, Verification } from '@hooktap/protocol';
import { decodedBody } from './decoded-body.ts';
import type { Duplicates } from './duplicates.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { HandshakeAnswer, ProviderCatalog, ProviderRequest, RequestHead } from './provider-port.ts';
import type { Publisher } from './publisher.ts';
import { ReadingQueue } from './reading-queue.ts';
import { reportBug } from './report-bug.ts';
import type { PlainReply } from './sender-port.ts';
import type { RequestPulse } from './spare-time.ts';
import type { CapturedEvent, Store, StoredBody } from './store-port.ts';

interface ReadingsContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly book: EndpointBook;
  readonly duplicates: Duplicates;
  readonly pulse: RequestPulse;
  /** Loaded beside everything else, so that nothing waits for it; null: there are no packs. */
  readonly catalog: Promise<ProviderCatalog> | null;
}

/** What is seen of an event at its arrival. */
type Arriving = Omit<RequestHead, 'beginning'>;
/** What is known at its arrival; all else of a reading is null. */
type FirstReading = Pick<EventReading, 'provider' | 'providerReason' | 'verification'>;

/** It came before the provider packs were there. */
const notLookedAt = 'Not looked at yet.';
/** Of a body that lies on disk already nothing is seen before the answer. */
const beginningBytes = 4096;

/** Asks the provider packs what an event is, whom it is from and whether its signature is good. */
export class EventReadings {
  readonly #context: ReadingsContext;
  readonly #queue: ReadingQueue;
  #catalog: ProviderCatalog | null = null;
  /** Settles when the large bodies asked for until now are read. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(context: ReadingsContext) {
    this.#context = context;
    this.#queue = new ReadingQueue({
      store: context.store,
      pulse: context.pulse,
      read: (event, body, policy) => this.#complete(event, body, policy),
    });
    context.catalog?.then(
      (catalog) => {
        this.#catalog = catalog;
      },
      (error: unknown) => reportBug('at loading the provider packs', error),
    );
  }

  /** Settles when the packs are there, for endpoints that check before they answer. */
  async ready(): Promise<void> {
    await this.#context.catalog;
  }

  /** How long a provider waits for an answer; null where that is not known, or not yet. */
  deadlineMs(provider: string): number | null {
    return this.#catalog?.deadlineMs(provider) ?? null;
  }

  /** What can be said at once, by the headers and the beginning of the body; cheap. */
  atArrival(event: Arriving, body: StoredBody, policy: EndpointPolicy): FirstReading {
    if (!this.#catalog) {
      const later = unread(notLookedAt, 'Not checked yet.');
      return this.#context.catalog ? { ...later, verification: notCheckedYet } : later;
    }
    const recognised = this.#catalog.recognise(headOf(event, body), policy.provider ?? undefined);
    if (!recognised) return unread('It bears the mark of no known provider.', 'No provider was recognised.');
    const { provider, reason } = recognised;
    return { provider, providerReason: reason, verification: notCheckedYet };
  }

  /** All of it, for an endpoint that must know before it answers or delivers; of a body in memory only (`judge`). */
  atOnce(event: CapturedEvent, body: StoredBody, policy: EndpointPolicy): EventReading | null {
    if (!this.#catalog || body.content.kind !== 'inline') return null;
    return this.#read(this.#catalog, event, body.content.bytes, policy);
  }

  /** The verdict on a signature; of a large body it has to be read first. */
  async judge(event: CapturedEvent, body: StoredBody, policy: EndpointPolicy): Promise<Verification> {
    if (!this.#catalog || body.content.kind === 'inline') return event.verification;
    const catalog = this.#catalog;
    const reading = await this.#withStored(event, (bytes) => this.#readLarge(catalog, event, bytes, policy));
    return reading.verification;
  }

  /** The answer to a provider's handshake, where the endpoint asks for it; null where the request is none. */
  handshake(event: CapturedEvent, { content }: StoredBody, policy: EndpointPolicy): PlainReply | null {
    if (!this.#catalog || !policy.handshake || content.kind !== 'inline') return null;
    const answer = this.#catalog.handshake(
      event.provider,
      { ...event, body: content.bytes },
      policy.handshake,
    );
    if (!answer) return null;
    const { statusCode } = answer;
    return answer.kind === 'answered'
      ? { statusCode, headers: answer.rawHeaders, body: answer.body }
      : { statusCode, headers: [], body: '' };
  }

  /** The rest, once the sender has its answer and there is time. */
  afterwards(event: CapturedEvent, body: StoredBody, policy: EndpointPolicy): void {
    // The packs may have been loaded between its arrival and its answer.
    if (event.provider === null && event.providerReason !== notLookedAt) return;
    if (this.#context.catalog) this.#queue.add(event, body, policy);
  }

  /** Settles when all that was to be looked at closely has been. */
  async idle(): Promise<void> {
    await this.#queue.empty();
  }

  #complete(event: CapturedEvent, body: StoredBody | null, policy: EndpointPolicy): void | Promise<void> {
    const packs = this.#catalog;
    if (!packs) return this.ready().then(() => this.#complete(event, body, policy));
    if (body?.content.kind === 'inline') {
      this.#keep(event, this.#read(packs, event, body.content.bytes, policy), policy);
      return undefined;
    }
    return this.#withStored(event, (bytes) => this.#readLarge(packs, event, bytes, policy)).then((reading) =>
      this.#keep(event, reading, policy),
    );
  }

  #keep(event: CapturedEvent, reading: EventReading, policy: EndpointPolicy): void {
    const { store, publisher, duplicates } = this.#context;
    const { providerEventId } = reading;
    // What was imported keeps nothing from being delivered.
    const counts = event.via !== 'import' && event.dedupeKey === undefined && !policy.dedupe.field;
    if (providerEventId !== null && counts) {
      const first = duplicates.seen(event.endpoint, providerEventId, event.id);
      reading.dedupeKey = providerEventId;
      if (first) reading.duplicateOf = first;
    }
    store.appendLater({ type: 'reading', seq: store.nextSeq(), eventId: event.id, reading });
    publisher.eventChanged(event.id);
  }

  #read(catalog: ProviderCatalog, event: CapturedEvent, body: Buffer, policy: EndpointPolicy): EventReading {
    const told = this.#told(catalog, event, body, policy);
    if (told.provider === null) return told;
    const request: ProviderRequest = { ...event, body };
    const { secrets } = policy;
    const verification = catalog.verify(told.provider, request, secrets, Date.parse(event.receivedAt));
    return { ...told, verification };
  }

  /** The same; many secrets over megabytes are not hashed at one go. */
  async #readLarge(
    catalog: ProviderCatalog,
    event: CapturedEvent,
    body: Buffer,
    policy: EndpointPolicy,
  ): Promise<EventReading> {
    const told = this.#told(catalog, event, body, policy);
    if (told.provider === null) return told;
    const request: ProviderRequest = { ...event, body };
    const { secrets } = policy;
    const verification = await catalog.verifyLarge(
      told.provider,
      request,
      secrets,
      Date.parse(event.receivedAt),
    );
    return { ...told, verification };
  }

  /** All but the verdict. */
  #told(catalog: ProviderCatalog, event: CapturedEvent, body: Buffer, policy: EndpointPolicy): EventReading {
    const recognised = this.#recognised(catalog, event, body, policy);
    if (!recognised) return unread('It bears the mark of no known provider.', 'No provider was recognised.');
    const { provider, reason } = recognised;
    const request: ProviderRequest = { ...event, body };
    const { status, providerTime, threadKeys, ...told } = catalog.describe(provider, {
      ...request,
      body: decodedBody(body, event.body.contentEncoding),
    });
    const handshake = policy.handshake && catalog.handshake(provider, request, policy.handshake);
    return {
      provider,
      providerReason: reason,
      ...told,
      ...(threadKeys.length > 0 && { threadKeys: [...threadKeys] }),
      ...(status !== null && { threadStatus: status }),
      ...(providerTime !== null && { providerTime }),
      ...(handshake && { handshake: explained(handshake) }),
      verification: notCheckedYet,
    };
  }

  /** At its arrival already, unless the packs were not there or the body was not seen then. */
  #recognised(catalog: ProviderCatalog, event: CapturedEvent, body: Buffer, policy: EndpointPolicy) {
    const { provider, providerReason } = event;
    if (provider !== null && providerReason) return { provider, reason: providerReason };
    const head = { ...headOf(event, null), beginning: body.subarray(0, beginningBytes) };
    return catalog.recognise(head, policy.provider ?? undefined);
  }

  /** One large body after the other: those of many senders at once would fill the memory. */
  #withStored<T>(event: CapturedEvent, use: (bytes: Buffer) => Promise<T>): Promise<T> {
    const turn = this.#turn.then(async () => use(await this.#stored(event)));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #stored({ id }: CapturedEvent): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const bytes = await this.#context.store.body({ of: 'event', eventId: id });
    for await (const chunk of bytes?.read() ?? []) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

const nothing = Buffer.alloc(0);
const notCheckedYet: Verification = { verdict: 'unchecked', code: 'not-yet', reason: 'Not checked yet.' };

function headOf(event: Arriving, body: StoredBody | null): RequestHead {
  const { method, requestTarget, path, rawHeaders } = event;
  const beginning =
    body?.content.kind === 'inline' ? body.content.bytes.subarray(0, beginningBytes) : nothing;
  return { method, requestTarget, path, rawHeaders, beginning };
}

const explained = (answer: HandshakeAnswer): NonNullable<EventReading['handshake']> => ({
  name: answer.handshake,
  answered: answer.kind === 'answered',
  explanation: answer.kind === 'answered' ? answer.explanation : answer.reason,
  ...(answer.parts && { parts: answer.parts }),
});

const unread = (providerReason: string, reason: string): EventReading => ({
  provider: null,
  providerReason,
  eventType: null,
  providerEventId: null,
  subject: null,
  verification: { verdict: 'unchecked', code: 'no-provider', reason },
});
