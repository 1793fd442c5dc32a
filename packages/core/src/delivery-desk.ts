import type {
  BreakpointAnswer,
  BreakpointRelease,
  Delivery,
  DeliveryId,
  DeliverySelection,
  DeliverySummary,
} from '@hooktap/protocol';
import type { Clock } from './clock.ts';
import { plainReply } from './compile-endpoint.ts';
import { type Deliver, withStatus } from './deliver.ts';
import type { Duty } from './duty.ts';
import type { EndpointBook } from './endpoint-book.ts';
import { toDeliverySummary } from './event-state.ts';
import type { DeliveryChange, DeliveryDesk, DeliveryRefusal, Outcome } from './inspection-port.ts';
import { type Lanes, laneOf } from './lanes.ts';
import { editCaptured } from './request-override.ts';
import type { Store, StoreError } from './store-port.ts';

interface DeskContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly deliver: Deliver;
  readonly book: EndpointBook;
  readonly lanes: Lanes;
  /** Deliveries that a selection asks for. */
  readonly select: (selection: DeliverySelection) => Promise<Outcome<DeliveryId[], DeliveryRefusal>>;
}

type Result = Outcome<DeliveryChange, DeliveryRefusal | StoreError>;
const refuse = (error: DeliveryRefusal): { ok: false; error: DeliveryRefusal } => ({ ok: false, error });
const unknown = (id: DeliveryId) => refuse({ code: 'not-found', message: `There is no delivery ${id}.` });

const open = new Set(['pending', 'retrying', 'held']);

/** What a person does with a delivery. */
export function deliveryDesk(context: DeskContext): DeliveryDesk {
  const { store, clock, deliver, book, lanes, select } = context;

  const noted = async (
    summary: DeliverySummary,
    ...override: Parameters<Deliver['note']>[1][]
  ): Promise<Result> => {
    const commit = await deliver.note(summary, ...override);
    const durable = await commit.durable;
    if (!durable.ok) return durable;
    await deliver.announceEvent(summary.eventId);
    return { ok: true, value: { delivery: summary, seq: store.currentSeq() } };
  };

  const retry = async (id: DeliveryId): Promise<Result> => {
    const delivery = await store.delivery(id);
    if (!delivery) return unknown(id);
    const lane = laneOf(lanes, book, delivery);
    if (!lane)
      return refuse({ code: 'target-invalid', message: `${delivery.target} is no target any more.` });
    const found = lanes.takeOut(id);
    if (found && !found.duty) {
      return refuse({ code: 'conflict', message: `An attempt of ${id} is under way.` });
    }
    const event = await store.listItem(delivery.eventId);
    if (!event) return unknown(id);
    const asked = found?.duty ?? settledDuty(delivery, event.seq, clock);
    const stored = await noted(
      withStatus({ ...toDeliverySummary(delivery), promised: true }, { status: 'pending' }),
    );
    if (stored.ok)
      lane.ask({ ...asked, cause: 'manual', held: false, promised: true, since: clock.monotonic() });
    else if (found?.duty) found.lane.add(found.duty);
    return stored;
  };

  const cancel = async (id: DeliveryId): Promise<Result> => {
    const delivery = await store.delivery(id);
    if (!delivery) return unknown(id);
    if (!open.has(delivery.status)) {
      return refuse({
        code: 'conflict',
        message: `${id} is ${delivery.status}: there is nothing to cancel.`,
      });
    }
    const found = lanes.takeOut(id);
    if (found && !found.duty) {
      deliver.cancel(id);
      const { status } = await lanes.settled(id);
      return {
        ok: true,
        value: { delivery: { ...toDeliverySummary(delivery), status }, seq: store.currentSeq() },
      };
    }
    found?.duty?.waiter?.answer(cancelledReply());
    return noted(withStatus(toDeliverySummary(delivery), { status: 'cancelled' }));
  };

  const release = async (id: DeliveryId, { edit }: BreakpointRelease): Promise<Result> => {
    const delivery = await store.delivery(id);
    const event = delivery && (await store.event(delivery.eventId));
    if (!delivery || !event) return unknown(id);
    if (delivery.status !== 'held') {
      return refuse({
        code: 'conflict',
        message: `${id} is ${delivery.status}: only what is held can be released.`,
      });
    }
    const edited = edit ? await editCaptured(store, event, edit) : null;
    if (edited && !edited.ok) return refuse({ code: 'edit-invalid', ...edited.refusal });
    const found = lanes.takeOut(id);
    if (!found?.duty) return refuse({ code: 'conflict', message: `${id} has just gone on its way.` });
    const summary = withStatus(toDeliverySummary(delivery), { status: 'pending' });
    const stored = edited ? await noted({ ...summary, edited: true }, edited.override) : await noted(summary);
    const { duty } = found;
    if (edited) duty.waiter?.edit(edited.override);
    if (stored.ok) found.lane.ask({ ...duty, held: false, since: clock.monotonic() });
    else found.lane.add(duty);
    return stored;
  };

  const answer = async (id: DeliveryId, given: BreakpointAnswer): Promise<Result> => {
    const delivery = await store.delivery(id);
    if (!delivery) return unknown(id);
    const errors: { path: string; message: string }[] = [];
    const reply = plainReply(given, 'answer', (path, message) => void errors.push({ path, message }));
    if (errors.length > 0)
      return refuse({ code: 'edit-invalid', message: 'The answer cannot be sent.', errors });
    if (!lanes.waits(id)) {
      return refuse({ code: 'conflict', message: `No sender waits for an answer to ${id}.` });
    }
    lanes.takeOut(id)?.duty?.waiter?.answer(reply);
    return noted(withStatus(toDeliverySummary(delivery), { status: 'cancelled' }));
  };

  return {
    retry,
    cancel,
    release,
    answer,
    async each(verb, selection) {
      const selected = await select(selection);
      if (!selected.ok) return selected;
      const ids: DeliveryId[] = [];
      const refused: { id: DeliveryId; code: string; message: string }[] = [];
      for (const id of selected.value) {
        const result = await (verb === 'retry' ? retry(id) : cancel(id));
        if (result.ok) ids.push(id);
        else refused.push({ id, code: codeOf(result.error), message: result.error.message });
      }
      return { ok: true, value: { ids, refused, seq: store.currentSeq() } };
    },
  };
}

const codeOf = (error: DeliveryRefusal | StoreError): string =>
  'code' in error ? error.code : 'store-unavailable';

const cancelledReply = () => plainReply({ status: 503, body: 'cancelled\n' }, '', () => {});

/** What is over begins again from what is on record. */
const settledDuty = ({ id, eventId, cause }: Delivery, seq: number, clock: Clock): Duty => ({
  id,
  eventId,
  seq,
  replay: cause === 'replay',
  key: null,
  promised: true,
  cause: 'manual',
  held: false,
  since: clock.monotonic(),
  waiter: null,
});
