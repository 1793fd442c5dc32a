import type { DeliveryId, DeliverySummary, Event, ReplayRequest, Seq } from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import { newDuty } from './duty.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { digest } from './event-state.ts';
import { saying } from './field-fault.ts';
import type { IdSource } from './ids.ts';
import type { Outcome, ReplayRefusal } from './inspection-port.ts';
import type { Lanes } from './lanes.ts';
import type { ProviderCatalog } from './provider-port.ts';
import type { Publisher } from './publisher.ts';
import { editCaptured } from './request-override.ts';
import { type Reason, reasonOf, refusals } from './say.ts';
import { signatureMode, signedCopy } from './signed-copy.ts';
import type { RequestOverride, Store, StoreError } from './store-port.ts';
import { parseTarget, type Target } from './target.ts';

interface ReplayContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly records: DeliveryRecords;
  readonly book: EndpointBook;
  readonly lanes: Lanes;
  /** Null: there are no provider packs, and nothing can be signed anew. */
  readonly catalog: Promise<ProviderCatalog> | null;
}

/** One replay of a batch, when its attempt is on record. `before` and `after`: a status code, a failure kind or `none`. */
export type ReplayEnd =
  | {
      readonly kind: 'settled';
      /** Not delivered, for whatever reason, is `failed`. */
      readonly status: 'succeeded' | 'failed' | 'cancelled';
      readonly before: string;
      readonly after: string;
      readonly deliveryId: DeliveryId;
    }
  | ({ readonly kind: 'skipped'; readonly code?: string } & Reason);

type Refused = { readonly ok: false; readonly error: ReplayRefusal };
const refuse = (error: ReplayRefusal): Refused => ({ ok: false, error });

/** The story of a replay: a new delivery of a stored event, as it was or as an edited copy. */
export class Replay {
  readonly #context: ReplayContext;
  /** Those of batches are begun one after the other, so that one that is read quickly overtakes none. */
  #beginning: Promise<unknown> = Promise.resolve();

  constructor(context: ReplayContext) {
    this.#context = context;
  }

  async replay(
    id: Event['id'],
    request: ReplayRequest,
  ): Promise<Outcome<{ delivery: DeliverySummary; seq: Seq }, ReplayRefusal | StoreError>> {
    const prepared = await this.#prepare(id, request, 'durable');
    if (!prepared.ok) return prepared;
    const { event, delivery, seq, target } = prepared.value;
    this.#context.records.announceEvent(event.id);
    this.#ask(delivery, event, target);
    return { ok: true, value: { delivery, seq } };
  }

  /**
   * As `replay`, but waits for the attempt. Nobody is told of this one before that: its record is only written
   * before the attempt and forced with what comes next, so that the pace of many is the handler's and not the disk's.
   */
  async replayToEnd(id: Event['id'], request: ReplayRequest): Promise<ReplayEnd> {
    const beginning = this.#beginning.then(() => this.#begin(id, request));
    this.#beginning = beginning.catch(() => undefined);
    const begun = await beginning;
    if (!begun.ok) return skippedFor(begun.error);
    const { event, delivery, ending } = begun;
    const ended = await ending;
    const status = ended.status === 'succeeded' || ended.status === 'cancelled' ? ended.status : 'failed';
    const now = await this.#context.store.delivery(delivery.id);
    const after = now ? outcomeOf([now]) : 'none';
    return { kind: 'settled', status, before: lastOutcome(event), after, deliveryId: delivery.id };
  }

  /** Where a replay of it goes by default; null where there is no target. */
  targetOf(event: Event): Target | null {
    return this.#policy(event).targets[0] ?? null;
  }

  /** Puts it in its lane. `ending` settles when its attempt is on record. */
  async #begin(id: Event['id'], request: ReplayRequest) {
    const prepared = await this.#prepare(id, request, 'written');
    if (!prepared.ok) return prepared;
    const { event, delivery, target } = prepared.value;
    const ending = this.#context.lanes.settling.wait(delivery.id);
    this.#ask(delivery, event, target);
    return { ok: true as const, event, delivery, ending };
  }

  /** Checks it and puts the delivery on record, which settles when that is written or forced to disk. */
  async #prepare(id: Event['id'], request: ReplayRequest, until: 'written' | 'durable') {
    const { store, publisher, lanes } = this.#context;
    const event = await store.event(id);
    if (!event) return refuse({ code: 'not-found', ...refusals.sentence('event-gone', { id }) });
    const target = this.#target(event, request);
    if (!target.ok) return target;
    const refusal = refusalOf(event, request);
    if (refusal) return refusal;
    const edited = await this.#edit(event, request);
    if (!edited.ok) return edited;
    const delivery = this.#describe(event, target.value, request);
    const place = publisher.place();
    const { seq } = place;
    const override = edited.override ? { override: edited.override } : {};
    lanes.expect(delivery.id);
    const stored = await store.append({ type: 'delivery', seq, delivery, ...override })[until];
    if (!stored.ok) {
      place.leave();
      lanes.forget(delivery.id);
      return stored;
    }
    place.fill({ type: 'delivery.updated', delivery });
    return { ok: true as const, value: { event, delivery, seq, target: target.value } };
  }

  #ask({ id, eventId, endpoint }: DeliverySummary, { seq }: Event, target: Target): void {
    const { lanes, clock } = this.#context;
    lanes.forget(id);
    lanes.lane(endpoint, target).ask(newDuty({ id, eventId, seq, replay: true, since: clock.monotonic() }));
  }

  /** The event's own, or that which would take it today. */
  #policy({ endpoint, path }: Event): EndpointPolicy {
    const { book } = this.#context;
    return book.find(endpoint) ?? book.match(path);
  }

  /** By default where the event's endpoint leads to today. */
  #target(event: Event, { target }: ReplayRequest): { ok: true; value: Target } | Refused {
    if (target !== undefined) {
      const parsed = parseTarget(target);
      if (parsed.ok) return { ok: true, value: parsed.target };
      const wrong = saying(parsed);
      return refuse({ code: 'target-invalid', ...wrong, errors: [{ path: 'target', ...wrong }] });
    }
    const [ours] = this.#policy(event).targets;
    if (ours) return { ok: true, value: ours };
    return refuse({
      code: 'no-target',
      ...refusals.sentence('targetless'),
    });
  }

  async #edit(
    event: Event,
    { edit, resign, break: broken }: ReplayRequest,
  ): Promise<{ ok: true; override: RequestOverride | null } | Refused> {
    const { store, catalog, clock } = this.#context;
    if (resign || broken) {
      const wish = { policy: this.#policy(event), edit, break: broken };
      return signedCopy({ store, catalog, now: () => clock.now() }, event, wish);
    }
    if (!edit) return { ok: true, override: null };
    const edited = await editCaptured(store, event, edit);
    return edited.ok ? edited : refuse({ code: 'edit-invalid', ...edited.refusal });
  }

  #describe(event: Event, target: Target, request: ReplayRequest): DeliverySummary {
    const { ids, clock } = this.#context;
    const now = clock.now();
    return {
      id: ids.delivery(now),
      eventId: event.id,
      endpoint: this.#policy(event).name,
      target: target.url,
      cause: 'replay',
      status: 'pending',
      createdAt: toInstant(now),
      promised: true,
      ...(request.edit && { edited: true }),
      signature: signatureMode(request),
    };
  }
}

/** The same words for every event that it is true of, so that a batch can count them. */
function skippedFor(error: ReplayRefusal | StoreError): ReplayEnd {
  if (!('code' in error)) return { kind: 'skipped', reason: error.message };
  const { code } = error;
  const why = code === 'not-found' ? refusals.sentence('event-erased') : error;
  return { kind: 'skipped', code, ...reasonOf(why) };
}

/** What cannot be replayed as it is, or must be asked for twice. */
function refusalOf(event: Event, { edit, confirmBlocked }: ReplayRequest): Refused | null {
  if (event.body.state !== 'complete' && edit?.body === undefined) {
    return refuse({
      code: 'body-incomplete',
      ...refusals.sentence(event.body.state === 'aborted' ? 'body-aborted' : 'body-truncated'),
    });
  }
  if (event.reply?.source === 'blocked' && !confirmBlocked) {
    return refuse({
      code: 'blocked',
      ...refusals.sentence('blocked'),
    });
  }
  return null;
}

function outcomeOf(deliveries: Event['deliveries']): string {
  const { lastStatusCode, lastFailure } = digest(deliveries) ?? {};
  return lastStatusCode === undefined ? (lastFailure ?? 'none') : String(lastStatusCode);
}

const lastOutcome = ({ deliveries }: Event): string => outcomeOf(deliveries);
