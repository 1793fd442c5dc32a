import type { Attempt, AttemptCause, Delivery } from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import { type Duty, newDuty } from './duty.ts';
import type { EndpointBook } from './endpoint-book.ts';
import { eventFieldValue } from './event-field.ts';
import type { Lanes } from './lanes.ts';
import { attempting } from './say.ts';
import type { OpenDelivery, Store } from './store-port.ts';

interface RecoverContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly records: DeliveryRecords;
  readonly book: EndpointBook;
  readonly lanes: Lanes;
}

/** A delivery that goes on: no more than is needed, since there may be very many. */
interface Recovered {
  readonly duty: Duty;
  readonly route: Pick<Delivery, 'endpoint' | 'target' | 'cause'>;
  /** Milliseconds since 1970; null: now. */
  readonly retryAt: number | null;
}

/**
 * After a stop in the middle: deliveries whose sender was promised them go on; those whose sender waited
 * for the handler and got no answer are closed, since the sender tries again by itself.
 * Nothing begins before all are gathered, so that they keep their order.
 */
export async function recover(context: RecoverContext, left: AsyncIterable<OpenDelivery>): Promise<void> {
  const { lanes } = context;
  const recovered: Recovered[] = [];
  try {
    for await (const open of left) {
      const one = await recoverOne(context, open);
      if (one) recovered.push(one);
    }
  } finally {
    for (const one of recovered.sort((a, b) => a.duty.seq - b.duty.seq)) goOn(lanes, one);
    lanes.open();
  }
}

async function recoverOne(context: RecoverContext, open: OpenDelivery): Promise<Recovered | null> {
  const { clock, records } = context;
  const { delivery, event } = open;
  const promised = isPromised(open);
  const interrupted = wasUnderWay(delivery);
  if (interrupted || !promised) {
    const attempt = abortedAttempt(delivery, event, toInstant(clock.now()));
    await records.record(delivery, attempt, {
      settled: { status: promised ? 'pending' : 'failed' },
      responseBody: null,
    });
  }
  if (!promised) return null;
  const duty = newDuty({
    id: delivery.id,
    eventId: event.id,
    seq: event.seq,
    replay: delivery.cause === 'replay',
    key: await orderKeyOf(context, open),
    cause: nextCause(delivery, interrupted),
    held: delivery.status === 'held',
    since: clock.monotonic(),
  });
  const { endpoint, target, cause, nextAttemptAt, status } = delivery;
  const retryAt = status === 'retrying' && nextAttemptAt !== undefined ? Date.parse(nextAttemptAt) : null;
  return { duty, route: { endpoint, target, cause }, retryAt };
}

function goOn(lanes: Lanes, { duty, route, retryAt }: Recovered): void {
  const lane = lanes.laneOf(route);
  // A person may have asked for it already.
  if (!lane || lanes.peek(duty.id)) return;
  if (duty.replay) lane.ask(duty);
  else if (retryAt === null) lane.add(duty);
  else lane.retryAt(duty, retryAt);
}

/** Replies that say that an event is safe. */
const promising = new Set(['ack', 'fixed', 'sequence', 'hold']);

const isPromised = ({ delivery, event }: OpenDelivery): boolean =>
  delivery.promised === true ||
  delivery.cause === 'replay' ||
  delivery.status !== 'pending' ||
  (event.reply !== null && promising.has(event.reply.source));

const wasUnderWay = ({ attemptUnderWay, attempts }: Delivery): boolean =>
  attemptUnderWay !== undefined && attempts.length < attemptUnderWay;

function nextCause({ attempts, status }: Delivery, interrupted: boolean): AttemptCause {
  const last = attempts.at(-1)?.outcome;
  if (interrupted || (last?.kind === 'failed' && last.failure === 'aborted')) return 'recovered';
  return attempts.length === 0 || status === 'pending' ? 'first' : 'scheduled';
}

/** Larger bodies lie apart; at their arrival they had no key either. */
const largestBody = 1024 * 1024;

/** Order outlives a restart: what has to wait for another still does. */
async function orderKeyOf(
  { book, store }: RecoverContext,
  { delivery, event: { body: known } }: OpenDelivery,
): Promise<string | null> {
  const order = book.find(delivery.endpoint)?.order;
  if (!order || order.kind === 'none' || delivery.cause === 'replay') return null;
  if (order.kind === 'fifo') return '';
  const event = await store.event(delivery.eventId);
  const body = known.size > largestBody ? null : await store.body({ of: 'event', eventId: delivery.eventId });
  if (!event || !body) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of body.read()) chunks.push(chunk);
  const content = { kind: 'inline', bytes: Buffer.concat(chunks) } as const;
  return eventFieldValue(order.field, event.rawHeaders, { size: body.size, sha256: '', content });
}

/** The attempt that nobody saw the end of. What was sent of it is not known. */
function abortedAttempt(
  delivery: Delivery,
  { body, method }: OpenDelivery['event'],
  startedAt: string,
): Attempt {
  const number = delivery.attempts.length + 1;
  const href = `/api/deliveries/${delivery.id}/attempts/${number}/request/body`;
  return {
    number,
    cause: number === 1 ? 'first' : 'recovered',
    startedAt,
    request: { method, url: delivery.target, rawHeaders: [], body: { ...body, href } },
    timing: { queueMs: 0, connectMs: 0, sendMs: 0, waitMs: 0, receiveMs: 0, totalMs: 0 },
    outcome: {
      kind: 'failed',
      failure: 'aborted',
      ...attempting.sentence('attempt-open'),
    },
  };
}
