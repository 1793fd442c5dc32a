import type { DeliveryStatus, DeliverySummary, Endpoint } from '@hooktap/protocol';
import { dueWords } from '../endpoints/endpoint-words.ts';
import { hostOf } from '../format/addresses.ts';
import { deliveries } from '../messages/deliveries/en.ts';
import type { Translate } from '../messages/translate.ts';

/** What can be done with a delivery as it stands. */
export type DeliveryVerb = 'retry' | 'release' | 'edit' | 'answer' | 'cancel';

const openStatuses: ReadonlySet<DeliveryStatus> = new Set(['pending', 'retrying', 'held']);

export const isOpen = ({ status }: Pick<DeliverySummary, 'status'>): boolean => openStatuses.has(status);

/** Whether its sender still waits, for a person to answer in place of the handler. */
const canAnswer = ({ status, promised }: DeliverySummary, endpoint: Endpoint | undefined): boolean =>
  status === 'held' && endpoint?.mode === 'breakpoint' && promised !== true;

export function verbsFor(delivery: DeliverySummary, endpoint: Endpoint | undefined): readonly DeliveryVerb[] {
  if (canAnswer(delivery, endpoint)) return ['release', 'edit', 'answer', 'cancel'];
  if (delivery.status === 'held') return ['release', 'edit', 'cancel'];
  if (delivery.status === 'retrying') return ['retry', 'cancel'];
  return delivery.status === 'pending' ? ['cancel'] : ['retry'];
}

/** Why it stands where it stands, and what happens next; null where it has come to its end. */
export function stateSentence(
  delivery: DeliverySummary,
  endpoint: Endpoint | undefined,
  now: number,
  t: Translate,
): string | null {
  const host = hostOf(delivery.target);
  const { nextAttemptAt, attemptUnderWay } = delivery;
  if (attemptUnderWay !== undefined) return t(deliveries.state.underWay, { number: attemptUnderWay });
  switch (delivery.status) {
    case 'retrying':
      return nextAttemptAt === undefined
        ? t(deliveries.state.soon)
        : t(deliveries.state.due, { due: dueWords(nextAttemptAt, now, t) });
    case 'pending':
      return t(deliveries.state.pending);
    case 'held':
      if (endpoint?.mode === 'breakpoint')
        return t(
          canAnswer(delivery, endpoint) ? deliveries.state.breakpointWaiting : deliveries.state.breakpoint,
        );
      if (endpoint?.mode === 'paused') return t(deliveries.state.paused, { endpoint: endpoint.name });
      if (endpoint?.queue.heldUntil !== undefined)
        return t(deliveries.state.heldDue, { host, due: dueWords(endpoint.queue.heldUntil, now, t) });
      if (endpoint?.hold) return t(deliveries.state.held, { host });
      return t(deliveries.state.heldUntil);
    default:
      return null;
  }
}
