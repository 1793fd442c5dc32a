import type { Delivery, Event, ReplayRequest } from '@hooktap/protocol';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { saying } from './field-fault.ts';
import type { Outcome, ReplayRefusal } from './inspection-port.ts';
import { refusals } from './say.ts';
import { parseTarget, type Target } from './target.ts';

/**
 * Those of an endpoint's targets of today that a replay of the event goes to: those that have not taken it, and where
 * each has, all of them. So whoever mends one of several handlers does not disturb the others.
 */
export function targetsToReplay(
  { deliveries }: Pick<Event, 'deliveries'>,
  targets: readonly Target[],
): readonly Target[] {
  const newest = new Map<string, Delivery>(deliveries.map((delivery) => [delivery.target, delivery]));
  const lacking = targets.filter(({ url }) => newest.get(url)?.status !== 'succeeded');
  return lacking.length > 0 ? lacking : targets;
}

/** The one that the request names, or else as above. */
export function chooseTargets(
  event: Event,
  { target }: ReplayRequest,
  { targets }: EndpointPolicy,
): Outcome<readonly [Target, ...Target[]], ReplayRefusal> {
  if (target !== undefined) {
    const parsed = parseTarget(target);
    if (parsed.ok) return { ok: true, value: [parsed.target] };
    const wrong = saying(parsed);
    return {
      ok: false,
      error: { code: 'target-invalid', ...wrong, errors: [{ path: 'target', ...wrong }] },
    };
  }
  const [first, ...others] = targetsToReplay(event, targets);
  if (first) return { ok: true, value: [first, ...others] };
  return { ok: false, error: { code: 'no-target', ...refusals.sentence('targetless') } };
}
