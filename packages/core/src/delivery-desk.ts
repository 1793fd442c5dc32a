import type { DeliveryId, DeliverySelection } from '@hooktap/protocol';
import { DeliveryHands, type HandsContext } from './delivery-hands.ts';
import type { DeliveryDesk, DeliveryRefusal, Outcome } from './inspection-port.ts';
import type { StoreError } from './store-port.ts';

interface DeskContext extends HandsContext {
  /** Deliveries that a selection asks for. */
  readonly select: (selection: DeliverySelection) => Promise<Outcome<DeliveryId[], DeliveryRefusal>>;
}

/** Of many, so many at a time: they share their writes. */
const atATime = 64;

/** What a person does with deliveries. */
export function deliveryDesk(context: DeskContext): DeliveryDesk {
  const { select, store } = context;
  const hands = new DeliveryHands(context);
  return {
    retry: (id) => hands.alone(id, () => hands.retry(id)),
    cancel: (id) => hands.alone(id, () => hands.cancel(id)),
    release: (id, release) => hands.alone(id, () => hands.release(id, release)),
    answer: (id, answer) => hands.alone(id, () => hands.answer(id, answer)),
    async each(verb, selection) {
      const selected = await select(selection);
      if (!selected.ok) return selected;
      const ids: DeliveryId[] = [];
      const refused: { id: DeliveryId; code: string; message: string }[] = [];
      for (let next = 0; next < selected.value.length; next += atATime) {
        const some = selected.value.slice(next, next + atATime);
        const results = await Promise.all(some.map((id) => hands.alone(id, () => hands[verb](id))));
        for (const [index, result] of results.entries()) {
          const id = some[index] as DeliveryId;
          if (result.ok) ids.push(id);
          else refused.push({ id, code: codeOf(result.error), message: result.error.message });
        }
      }
      return { ok: true, value: { ids, refused, seq: store.currentSeq() } };
    },
  };
}

const codeOf = (error: DeliveryRefusal | StoreError): string =>
  'code' in error ? error.code : 'store-unavailable';
