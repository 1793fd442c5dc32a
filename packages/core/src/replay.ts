import type { Delivery, DeliverySummary, Event, ReplayRequest } from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { Deliver, DeliveryRequest } from './deliver.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { IdSource } from './ids.ts';
import type { Inspection, ReplayRefusal } from './inspection-port.ts';
import type { Publisher } from './publisher.ts';
import { type EditableRequest, editRequest } from './request-edit.ts';
import type { Slots } from './slots.ts';
import type { BodyBytes, RequestOverride, Store } from './store-port.ts';
import { bytesInMemory } from './stored-body.ts';
import { parseTarget, type Target } from './target.ts';

interface ReplayContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly deliver: Deliver;
  readonly slots: Slots;
  readonly endpoint: EndpointPolicy;
}

type Refused = { readonly ok: false; readonly error: ReplayRefusal };
const refuse = (error: ReplayRefusal): Refused => ({ ok: false, error });

/** The story of a replay: a new delivery of a stored event, as it was or as an edited copy. */
export class Replay {
  readonly #context: ReplayContext;

  constructor(context: ReplayContext) {
    this.#context = context;
  }

  async replay(id: Event['id'], request: ReplayRequest): ReturnType<Inspection['replay']> {
    const { store, publisher } = this.#context;
    const event = await store.event(id);
    if (!event) return refuse({ code: 'not-found', message: `There is no event ${id}.` });
    const target = this.#target(request);
    if (!target.ok) return target;
    const refusal = refusalOf(event, request);
    if (refusal) return refusal;
    const edited = await this.#edit(event, request);
    if (!edited.ok) return edited;

    const delivery = this.#describe(event, target.value, edited.override !== null);
    const place = publisher.place();
    const { seq } = place;
    const override = edited.override ? { override: edited.override } : {};
    const stored = await store.append({ type: 'delivery', seq, delivery, ...override }).durable;
    if (!stored.ok) {
      place.leave();
      return stored;
    }
    place.fill({ type: 'delivery.updated', delivery });
    await this.#context.deliver.announceEvent(event.id);
    this.start({ ...delivery, attempts: [] }, event, {
      target: target.value,
      override: edited.override,
      cause: 'first',
    });
    return { ok: true, value: { delivery, seq } };
  }

  /** Sends a delivery that is on record; also how a stop's open ones go on. */
  start(
    delivery: Delivery,
    event: Event,
    {
      target,
      override,
      cause,
    }: { target: Target; override: RequestOverride | null; cause: 'first' | 'recovered' },
  ): void {
    const { deliver, slots, clock } = this.#context;
    const since = clock.monotonic();
    void slots.run(() =>
      deliver.attempt(delivery, this.#outgoing(delivery, event, { target, override }), {
        cause,
        queuedMs: clock.monotonic() - since,
        resumable: true,
      }),
    );
  }

  #target({ target }: ReplayRequest): { ok: true; value: Target } | Refused {
    if (target !== undefined) {
      const parsed = parseTarget(target);
      return parsed.ok
        ? { ok: true, value: parsed.target }
        : refuse({ code: 'target-invalid', message: parsed.message });
    }
    const ours = this.#context.endpoint.target;
    if (ours) return { ok: true, value: ours };
    return refuse({
      code: 'no-target',
      message: 'There is no target. Start Hooktap with one (hooktap 3000), or name one for this replay.',
    });
  }

  async #edit(
    event: Event,
    { edit }: ReplayRequest,
  ): Promise<{ ok: true; override: RequestOverride | null } | Refused> {
    if (!edit) return { ok: true, override: null };
    const { method, requestTarget, rawHeaders } = event;
    const captured: EditableRequest = {
      method,
      requestTarget,
      rawHeaders,
      body: await this.#capturedBody(event),
    };
    const edited = editRequest(captured, edit);
    if (!edited.ok) {
      const message = edited.errors.map((error) => error.message).join(' ');
      return refuse({ code: 'edit-invalid', message, errors: edited.errors });
    }
    const writer = this.#context.store.openBody();
    await writer.write(edited.request.body);
    return { ok: true, override: { ...edited.request, body: await writer.finish() } };
  }

  async #capturedBody(event: Event): Promise<Buffer> {
    const bytes = await this.#context.store.body({ of: 'event', eventId: event.id });
    const chunks: Buffer[] = [];
    for await (const chunk of bytes?.read() ?? []) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  #describe(event: Event, target: Target, edited: boolean): DeliverySummary {
    const { ids, clock } = this.#context;
    const now = clock.now();
    return {
      id: ids.delivery(now),
      eventId: event.id,
      endpoint: event.endpoint,
      target: target.url,
      cause: 'replay',
      status: 'pending',
      createdAt: toInstant(now),
      ...(edited && { edited }),
      signature: 'as-captured',
    };
  }

  #outgoing(
    delivery: Delivery,
    event: Event,
    { target, override }: { target: Target; override: RequestOverride | null },
  ): DeliveryRequest {
    const policy = this.#context.endpoint;
    const { method, requestTarget, rawHeaders } = override ?? event;
    const { size, sha256 } = override?.body ?? event.body;
    const inMemory = override?.body.content.kind === 'inline' ? override.body.content.bytes : null;
    const body = inMemory ? bytesInMemory(inMemory) : this.#stored(delivery, size);
    return { event, method, requestTarget, rawHeaders, body, sha256, policy, target };
  }

  /** Read from the store when it is sent, so that what waits costs no memory. */
  #stored(delivery: Delivery, size: number): BodyBytes {
    const { store } = this.#context;
    return {
      size,
      async *read(range) {
        const address = { of: 'attempt', deliveryId: delivery.id, number: 1, side: 'request' } as const;
        const bytes = await store.body(address);
        if (bytes) yield* bytes.read(range);
      },
    };
  }
}

/** What cannot be replayed as it is, or must be asked for twice. */
function refusalOf(event: Event, { edit, confirmBlocked }: ReplayRequest): Refused | null {
  if (event.body.state !== 'complete' && edit?.body === undefined) {
    return refuse({
      code: 'body-incomplete',
      message: `The body of this event is ${event.body.state}. Give the replay a body of its own.`,
    });
  }
  if (event.reply?.source === 'blocked' && !confirmBlocked) {
    return refuse({
      code: 'blocked',
      message:
        'This request was not let through: it asks for a secret file, or does not fit --only. Confirm to send it to your handler.',
    });
  }
  return null;
}
