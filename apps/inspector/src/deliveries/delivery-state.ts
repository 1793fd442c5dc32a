import type { DeliveryStatus, DeliverySummary, Endpoint } from '@hooktap/protocol';
import { dueWords } from '../endpoints/endpoint-words.ts';
import { hostOf } from '../format/addresses.ts';

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
): string | null {
  const host = hostOf(delivery.target);
  const { nextAttemptAt, attemptUnderWay } = delivery;
  if (attemptUnderWay !== undefined) return `Attempt ${attemptUnderWay} is under way.`;
  switch (delivery.status) {
    case 'retrying':
      return nextAttemptAt === undefined
        ? 'It is tried again soon.'
        : `It is tried again ${dueWords(nextAttemptAt, now)}.`;
    case 'pending':
      return 'It waits for its turn.';
    case 'held':
      if (endpoint?.mode === 'breakpoint')
        return canAnswer(delivery, endpoint)
          ? 'It waits at a breakpoint, and its sender with it. Let it go, edit it first, or answer by hand.'
          : 'It waits at a breakpoint; its sender has its answer. Let it go, or edit it first.';
      if (endpoint?.mode === 'paused')
        return `Endpoint ${endpoint.name} is paused. Resume it, and what is held goes out in order.`;
      if (endpoint?.hold)
        return `It is held while ${host} is down, and goes out in order when it listens again.`;
      return 'It is held until it is released.';
    default:
      return null;
  }
}
