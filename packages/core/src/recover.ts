import type { Attempt, Delivery } from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { Deliver } from './deliver.ts';
import type { Replay } from './replay.ts';
import type { OpenDelivery, Store } from './store-port.ts';
import { parseTarget } from './target.ts';

interface RecoverContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly deliver: Deliver;
  readonly replay: Replay;
}

/**
 * After a stop in the middle: deliveries whose sender was promised them go on; those whose sender waited
 * for the handler and got no answer are closed, since the sender tries again by itself.
 */
export async function recover(context: RecoverContext): Promise<void> {
  for (const open of await context.store.openDeliveries()) await recoverOne(context, open);
}

async function recoverOne(context: RecoverContext, { delivery, event: item }: OpenDelivery): Promise<void> {
  const { store, clock, deliver, replay } = context;
  const promised = delivery.cause === 'replay' || item.reply !== null;
  const interrupted = abortedAttempt(delivery, item, toInstant(clock.now()));
  const last = delivery.attempts.at(-1)?.outcome;
  const alreadyNoted = last?.kind === 'failed' && last.failure === 'aborted';
  if (!alreadyNoted || !promised) {
    const status = promised ? 'pending' : 'failed';
    await deliver.record(delivery, interrupted, { status, responseBody: null });
  }
  const target = parseTarget(delivery.target);
  const event = await store.event(item.id);
  const now = await store.delivery(delivery.id);
  if (!promised || !target.ok || !event || !now) return;
  const override = await store.override(delivery.id);
  replay.start(now, event, { target: target.target, override, cause: 'recovered' });
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
