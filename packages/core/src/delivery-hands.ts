import type {
  BreakpointAnswer,
  BreakpointRelease,
  Delivery,
  DeliveryId,
  DeliverySummary,
  Saying,
} from '@hooktap/protocol';
import type { Clock } from './clock.ts';
import { plainReply } from './compile-reply.ts';
import { type DeliveryRecords, withStatus } from './delivery-records.ts';
import { newDuty } from './duty.ts';
import { toDeliverySummary } from './event-state.ts';
import type { FieldFault } from './field-fault.ts';
import type { DeliveryChange, DeliveryRefusal, Outcome } from './inspection-port.ts';
import type { Lanes } from './lanes.ts';
import { notDeliveredReply } from './replies.ts';
import { editCaptured } from './request-override.ts';
import { refusals } from './say.ts';
import type { PlainReply } from './sender-port.ts';
import type { RequestOverride, Store, StoreError } from './store-port.ts';

export interface HandsContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly records: DeliveryRecords;
  readonly lanes: Lanes;
}

type Result = Outcome<DeliveryChange, DeliveryRefusal | StoreError>;
const refuse = (error: DeliveryRefusal): { ok: false; error: DeliveryRefusal } => ({ ok: false, error });
const unknown = (id: DeliveryId) =>
  refuse({ code: 'not-found', ...refusals.sentence('delivery-unknown', { id }) });
const conflict = (why: Saying) => refuse({ code: 'conflict', ...why });

const open = new Set(['pending', 'retrying', 'held']);

/** One delivery at a time: what is read, taken out and noted belongs together. */
export class DeliveryHands {
  readonly #context: HandsContext;
  readonly #held = new Set<DeliveryId>();

  constructor(context: HandsContext) {
    this.#context = context;
  }

  async alone(id: DeliveryId, act: () => Promise<Result>): Promise<Result> {
    if (this.#held.has(id)) return conflict(refusals.sentence('delivery-changing', { id }));
    this.#held.add(id);
    try {
      return await act();
    } finally {
      this.#held.delete(id);
    }
  }

  async retry(id: DeliveryId): Promise<Result> {
    const { store, clock, lanes } = this.#context;
    const delivery = await store.delivery(id);
    const event = delivery && (await store.listItem(delivery.eventId));
    if (!delivery || !event) return unknown(id);
    const found = lanes.takeOut(id);
    if (found && found.kind !== 'waiting') return conflict(refusals.sentence('delivery-under-way', { id }));
    const lane = found?.lane ?? lanes.laneOf(delivery);
    if (!lane)
      return refuse({
        code: 'target-invalid',
        ...refusals.sentence('target-gone', { target: delivery.target }),
      });
    const duty =
      found?.duty ??
      newDuty({
        id,
        eventId: event.id,
        seq: event.seq,
        replay: delivery.cause === 'replay',
        since: clock.monotonic(),
      });
    await duty.noting;
    const summary = withStatus({ ...toDeliverySummary(delivery), promised: true }, { status: 'pending' });
    const stored = await this.#noted(summary);
    if (stored.ok) {
      duty.cause = 'manual';
      duty.promised = true;
      lanes.laneAgain(lane, duty).ask(duty);
    } else if (found) lanes.laneAgain(lane, duty).add(duty);
    return stored;
  }

  async cancel(id: DeliveryId): Promise<Result> {
    const { store, lanes } = this.#context;
    for (;;) {
      const delivery = await store.delivery(id);
      if (!delivery) return unknown(id);
      if (!open.has(delivery.status))
        return conflict(refusals.sentence('delivery-settled', { id, status: delivery.status }));
      const found = lanes.takeOut(id);
      if (found?.kind === 'arriving') return conflict(refusals.sentence('delivery-arriving', { id }));
      if (found?.kind === 'under-way') {
        const settled = lanes.settling.wait(id);
        found.cancel();
        await settled;
        const now = await store.delivery(id);
        if (now?.status === 'cancelled') return this.#done(toDeliverySummary(now));
        // It ended by itself just before; what it left may still be cancelled.
        continue;
      }
      // It may have ended since it was read.
      const now = found ? delivery : await store.delivery(id);
      if (now?.status !== delivery.status) continue;
      return this.#end(delivery, found, notDeliveredReply);
    }
  }

  async release(id: DeliveryId, { edit }: BreakpointRelease): Promise<Result> {
    const { store, lanes } = this.#context;
    const delivery = await store.delivery(id);
    const event = delivery && (await store.event(delivery.eventId));
    if (!delivery || !event) return unknown(id);
    if (delivery.status !== 'held') {
      return conflict(refusals.sentence('delivery-not-held', { id, status: delivery.status }));
    }
    const edited = edit ? await editCaptured(store, event, edit) : null;
    if (edited && !edited.ok) return refuse({ code: 'edit-invalid', ...edited.refusal });
    const found = lanes.takeOut(id);
    if (found?.kind !== 'waiting') return conflict(refusals.sentence('delivery-gone', { id }));
    const { duty, lane } = found;
    await duty.noting;
    const summary = withStatus(toDeliverySummary(delivery), { status: 'pending' });
    const promised = duty.promised ? { promised: true } : {};
    const stored = edited
      ? await this.#noted({ ...summary, ...promised, edited: true }, edited.override)
      : await this.#noted({ ...summary, ...promised });
    if (stored.ok) {
      if (edited) duty.waiter?.edit(edited.override);
      lanes.laneAgain(lane, duty).ask(duty);
    } else lanes.laneAgain(lane, duty).add(duty);
    return stored;
  }

  async answer(id: DeliveryId, given: BreakpointAnswer): Promise<Result> {
    const { store, lanes } = this.#context;
    const delivery = await store.delivery(id);
    if (!delivery) return unknown(id);
    const errors: FieldFault[] = [];
    const reply = plainReply(given, 'answer', (path, wrong) => void errors.push({ path, ...wrong }));
    if (errors.length > 0)
      return refuse({ code: 'edit-invalid', ...refusals.sentence('answer-invalid'), errors });
    if (!lanes.peek(id)?.waiter) return conflict(refusals.sentence('sender-gone', { id }));
    return this.#end(delivery, lanes.takeOut(id), reply);
  }

  /** Notes that it is cancelled; whoever waits for it is told, a sender by this reply and first, so that it is not held. */
  async #end(delivery: Delivery, found: ReturnType<Lanes['takeOut']>, reply: PlainReply): Promise<Result> {
    const { lanes } = this.#context;
    const waiting = found?.kind === 'waiting' ? found : null;
    const answering = waiting?.duty.waiter?.answer(reply);
    await waiting?.duty.noting;
    const stored = await this.#noted(withStatus(toDeliverySummary(delivery), { status: 'cancelled' }));
    if (stored.ok) lanes.settling.tell(delivery.id, { status: 'cancelled' });
    else if (waiting) lanes.laneAgain(waiting.lane, waiting.duty).add(waiting.duty);
    await answering;
    return stored;
  }

  async #noted(summary: DeliverySummary, override?: RequestOverride): Promise<Result> {
    const { records } = this.#context;
    const durable = await (await records.note(summary, override)).durable;
    if (!durable.ok) return durable;
    records.announceEvent(summary.eventId);
    return this.#done(summary);
  }

  #done(delivery: DeliverySummary): Result {
    return { ok: true, value: { delivery, seq: this.#context.store.currentSeq() } };
  }
}
