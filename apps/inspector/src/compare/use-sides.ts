import type { DeliveryId, Event } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { useEvent } from '../state/use-event.ts';
import { type AttemptOfEvent, attemptsOf, type Comparison } from './sides.ts';

const deliveryOf = (key: string) => key.split('.', 1)[0] as DeliveryId;

export interface AttemptSide {
  readonly event: Event;
  readonly attempts: readonly AttemptOfEvent[];
  readonly chosen: AttemptOfEvent | undefined;
}

/** The two attempts of a comparison, each with its event: that which is open, or another. */
export function useAttemptSides(comparison: Comparison | null, event: Event | undefined) {
  const hooktap = useHooktap();
  const keys = comparison?.kind === 'attempts' ? [comparison.left, comparison.right] : [];
  const own = event ? attemptsOf(event) : [];
  const foreign = event ? keys.find((key) => !own.some((one) => one.key === key)) : undefined;
  const { data, error } = useQuery({
    queryKey: ['delivery of', foreign],
    queryFn: ({ signal }) => hooktap.delivery(deliveryOf(foreign ?? ''), signal),
    enabled: foreign !== undefined,
    retry: (times, failure) => problemOf(failure)?.status !== 404 && times < 3,
  });
  const { event: other, isGone } = useEvent(data?.eventId ?? null);
  const sideOf = (key: string): AttemptSide | undefined => {
    for (const of of [event, other]) {
      const attempts = of ? attemptsOf(of) : [];
      const chosen = attempts.find((one) => one.key === key);
      if (of && chosen) return { event: of, attempts, chosen };
    }
    return undefined;
  };
  const [left, right] = keys.map(sideOf);
  return {
    left,
    right,
    isGone:
      isGone ||
      problemOf(error)?.status === 404 ||
      (event !== undefined && data !== undefined && other !== undefined && !(left && right)),
  };
}
