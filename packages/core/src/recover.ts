import type { Attempt, AttemptCause, Delivery } from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { Deliver } from './deliver.ts';
import type { Duty } from './duty.ts';
import type { EndpointBook } from './endpoint-book.ts';
import { eventFieldValue } from './event-field.ts';
import { type Lanes, laneOf } from './lanes.ts';
import type { OpenDelivery, Store } from './store-port.ts';

interface RecoverContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly deliver: Deliver;
  readonly book: EndpointBook;
  readonly lanes: Lanes;
}

/**
 * After a stop in the middle: deliveries whose sender was promised them go on; those whose sender waited
 * for the handler and got no answer are closed, since the sender tries again by itself.
 */
export async function recover(context: RecoverContext): Promise<void> {
  for (const open of await context.store.openDeliveries()) await recoverOne(context, open);
}

async function recoverOne(context: RecoverContext, open: OpenDelivery): Promise<void> {
  const { clock, deliver, book, lanes } = context;
  const { delivery, event } = open;
  const promised = isPromised(open);
  const interrupted = wasUnderWay(delivery);
  if (interrupted || !promised) {
    const attempt = abortedAttempt(delivery, event, toInstant(clock.now()));
    await deliver.record(delivery, attempt, {
      settled: { status: promised ? 'pending' : 'failed' },
      responseBody: null,
    });
  }
  const lane = laneOf(lanes, book, delivery);
  if (!promised || !lane) return;
  const duty: Duty = {
    id: delivery.id,
    eventId: event.id,
    seq: event.seq,
    replay: delivery.cause === 'replay',
    key: await orderKeyOf(context, open),
    promised: true,
    cause: nextCause(delivery, interrupted),
    held: delivery.status === 'held',
    since: clock.monotonic(),
    waiter: null,
  };
  if (duty.replay) lane.ask(duty);
  else if (delivery.status === 'retrying' && delivery.nextAttemptAt !== undefined) {
    lane.retryAt(duty, Date.parse(delivery.nextAttemptAt));
  } else if (duty.held && book.mode(delivery.endpoint) === 'breakpoint') lane.park(duty);
  else lane.add(duty);
}

const isPromised = ({ delivery, event }: OpenDelivery): boolean =>
  delivery.promised === true ||
  delivery.cause === 'replay' ||
  delivery.status !== 'pending' ||
  event.reply !== null;

const wasUnderWay = ({ attemptUnderWay, attempts }: Delivery): boolean =>
  attemptUnderWay !== undefined && attempts.length < attemptUnderWay;

function nextCause({ attempts, status }: Delivery, interrupted: boolean): AttemptCause {
  const last = attempts.at(-1)?.outcome;
  if (interrupted || (last?.kind === 'failed' && last.failure === 'aborted')) return 'recovered';
  return attempts.length === 0 || status === 'pending' ? 'first' : 'scheduled';
}

/** Order outlives a restart: what has to wait for another still does. */
async function orderKeyOf(
  { book, store }: RecoverContext,
  { delivery }: OpenDelivery,
): Promise<string | null> {
  const order = book.find(delivery.endpoint)?.order;
  if (!order || order.kind === 'none' || delivery.cause === 'replay') return null;
  if (order.kind === 'fifo') return '';
  const event = await store.event(delivery.eventId);
  const body = await store.body({ of: 'event', eventId: delivery.eventId });
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
      message: 'Hooktap ended while this attempt was open. The handler may have got it.',
    },
  };
}
