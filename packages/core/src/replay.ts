import type { DeliveryId, DeliverySummary, Event, ReplayAccepted, ReplayRequest } from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { DataDirGuard } from './data-dir-guard.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import { newDuty } from './duty.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { digest, worstDelivery } from './event-state.ts';
import type { IdSource } from './ids.ts';
import type { Outcome, ReplayRefusal } from './inspection-port.ts';
import type { Lanes } from './lanes.ts';
import type { ProviderCatalog } from './provider-port.ts';
import type { Place, Publisher } from './publisher.ts';
import { replayRefusal } from './replay-refusal.ts';
import { chooseTargets, targetsToReplay } from './replay-targets.ts';
import { editCaptured } from './request-override.ts';
import { type Reason, reasonOf, refusals } from './say.ts';
import { signatureMode, signedCopy } from './signed-copy.ts';
import type { Commit, RequestOverride, Store, StoreError } from './store-port.ts';
import type { Target } from './target.ts';

interface ReplayContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly records: DeliveryRecords;
  readonly book: EndpointBook;
  readonly lanes: Lanes;
  readonly dataDir: DataDirGuard;
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
/** A delivery of a replay, on its way to the disk. */
interface Begun {
  readonly delivery: DeliverySummary;
  readonly target: Target;
  readonly place: Place;
  readonly commit: Commit;
}

/** How it ended at one target. */
interface ReplayedTo {
  readonly deliveryId: DeliveryId;
  readonly status: 'succeeded' | 'failed' | 'cancelled';
}

const refuse = (error: ReplayRefusal): Refused => ({ ok: false, error });

/** The story of a replay: a new delivery of a stored event to each target that is to have it, as it was or as an edited copy. */
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
  ): Promise<Outcome<ReplayAccepted, ReplayRefusal | StoreError>> {
    const prepared = await this.#prepare(id, request, 'durable');
    if (!prepared.ok) return prepared;
    const { event, begun, seq } = prepared.value;
    this.#context.records.announceEvent(event.id);
    for (const one of begun) this.#ask(one, event);
    const [{ delivery }, ...others] = begun;
    const also = others.map((other) => other.delivery);
    return { ok: true, value: { delivery, ...(also.length > 0 && { also }), seq } };
  }

  /**
   * As `replay`, but waits for the attempts; of several targets the worst tells how it ended. Nobody is told of this one before that: its record is only written
   * before the attempt and forced with what comes next, so that the pace of many is the handler's and not the disk's.
   */
  async replayToEnd(id: Event['id'], request: ReplayRequest): Promise<ReplayEnd> {
    const beginning = this.#beginning.then(() => this.#begin(id, request));
    this.#beginning = beginning.catch(() => undefined);
    const begun = await beginning;
    if (!begun.ok) return skippedFor(begun.error);
    const { event, endings } = begun;
    const { deliveryId, status } = worstDelivery(await Promise.all(endings)) as ReplayedTo;
    const now = await this.#context.store.delivery(deliveryId);
    const after = now ? outcomeOf([now]) : 'none';
    return { kind: 'settled', status, before: lastOutcome(event), after, deliveryId };
  }

  /** Where a replay of it goes by default; none where there is no target. */
  targetsOf(event: Event): readonly Target[] {
    return targetsToReplay(event, this.#policy(event).targets);
  }

  /** Puts it in its lanes. `endings` settle when the attempts are on record. */
  async #begin(id: Event['id'], request: ReplayRequest) {
    const prepared = await this.#prepare(id, request, 'written');
    if (!prepared.ok) return prepared;
    const { event, begun } = prepared.value;
    const endings = begun.map(({ delivery }) => this.#ending(delivery));
    for (const one of begun) this.#ask(one, event);
    return { ok: true as const, event, endings };
  }

  async #ending({ id }: DeliverySummary): Promise<ReplayedTo> {
    const { status } = await this.#context.lanes.settling.wait(id);
    return { deliveryId: id, status: status === 'succeeded' || status === 'cancelled' ? status : 'failed' };
  }

  /** Checks it and puts the deliveries on record, which settles when they are written or forced to disk. */
  async #prepare(id: Event['id'], request: ReplayRequest, until: 'written' | 'durable') {
    const { store, publisher, lanes, dataDir } = this.#context;
    const event = await store.event(id);
    if (!event) return refuse({ code: 'not-found', ...refusals.sentence('event-gone', { id }) });
    const targets = chooseTargets(event, request, this.#policy(event));
    if (!targets.ok) return targets;
    const refusal = replayRefusal(event, request, dataDir);
    if (refusal) return refuse(refusal);
    const edited = await this.#edit(event, request);
    if (!edited.ok) return edited;
    const override = edited.override ? { override: edited.override } : {};
    const now = this.#context.clock.now();
    const begin = (target: Target): Begun => {
      const delivery = this.#describe(event, target, request, now);
      const place = publisher.place();
      lanes.expect(delivery.id);
      const commit = store.append({ type: 'delivery', seq: place.seq, delivery, ...override });
      return { delivery, target, place, commit };
    };
    const [first, ...others] = targets.value;
    const begun: readonly [Begun, ...Begun[]] = [begin(first), ...others.map(begin)];
    const stored = await Promise.all(begun.map(({ commit }) => commit[until]));
    const failed = stored.find(({ ok }) => !ok);
    for (const { place, delivery } of begun) {
      if (!failed) place.fill({ type: 'delivery.updated', delivery });
      else {
        place.leave();
        lanes.forget(delivery.id);
      }
    }
    if (failed && !failed.ok) return failed;
    const { seq } = (begun.at(-1) ?? begun[0]).place;
    return { ok: true as const, value: { event, begun, seq } };
  }

  #ask({ delivery: { id, eventId, endpoint }, target }: Begun, { seq }: Event): void {
    const { lanes, clock } = this.#context;
    lanes.forget(id);
    lanes.lane(endpoint, target).ask(newDuty({ id, eventId, seq, replay: true, since: clock.monotonic() }));
  }

  /** The event's own, or that which would take it today. */
  #policy({ endpoint, path }: Event): EndpointPolicy {
    const { book } = this.#context;
    return book.find(endpoint) ?? book.match(path);
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

  #describe(event: Event, target: Target, request: ReplayRequest, now: number): DeliverySummary {
    return {
      id: this.#context.ids.delivery(now),
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

function outcomeOf(deliveries: Event['deliveries']): string {
  const { lastStatusCode, lastFailure } = digest(deliveries) ?? {};
  return lastStatusCode === undefined ? (lastFailure ?? 'none') : String(lastStatusCode);
}

const lastOutcome = ({ deliveries }: Event): string => outcomeOf(deliveries);
