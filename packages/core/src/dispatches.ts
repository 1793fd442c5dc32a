import { type ArrivalContext, type BegunDelivery, beginDelivery, orderKey } from './arrival.ts';
import type { Kept } from './capture.ts';
import { type Duty, newDuty } from './duty.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { Admission } from './lane-context.ts';
import type { Lanes } from './lanes.ts';
import { reportBug } from './report-bug.ts';
import type { ReceivedRequest } from './sender-port.ts';
import type { Target } from './target.ts';

/** A delivery of an arrival to one target, on its way to the disk. */
export interface Dispatch {
  readonly target: Target;
  readonly admission: Admission;
  readonly begun: BegunDelivery;
  readonly duty: Duty;
  /** Others are before it. */
  readonly queued: boolean;
}

/** One request with the endpoint that it came to. */
export interface Arrived {
  readonly request: ReceivedRequest;
  readonly policy: EndpointPolicy;
  readonly kept: Kept;
}

/** One delivery for each target, in the same write as the event. None where the endpoint does not want it delivered. */
export function dispatchesOf(
  context: ArrivalContext & { readonly lanes: Lanes },
  arrived: Arrived,
): Dispatch[] {
  const { policy, kept } = arrived;
  if (kept.duplicate && policy.dedupe.deliver === 'first') return [];
  if (!passesFilter(arrived)) return [];
  const key = orderKey(policy, kept.event, arrived.request);
  return policy.targets.map((target, index) => dispatch(context, arrived, { target, index, key }));
}

function dispatch(
  context: ArrivalContext & { readonly lanes: Lanes },
  { policy, kept }: Arrived,
  { target, index, key }: { target: Target; index: number; key: string | null },
): Dispatch {
  const { lanes, clock } = context;
  const lane = lanes.lane(policy.name, target);
  const admission = lane.admission();
  const waits = index === 0 && policy.reply.kind === 'handler' && admission !== 'hold';
  const queued = !lane.hasRoom();
  const held = admission !== 'deliver';
  const beginning = held ? 'held' : waits && !queued ? 'under-way' : 'due';
  const begun = beginDelivery(context, kept, { policy, target, beginning, promised: !waits });
  const { id } = begun.delivery;
  lanes.expect(id);
  const duty = newDuty({
    id,
    eventId: kept.event.id,
    seq: kept.event.seq,
    key,
    promised: !waits,
    held,
    since: clock.monotonic(),
  });
  return { target, admission, begun, duty, queued };
}

/** What a filter cannot judge is delivered rather than lost. */
function passesFilter({ policy, kept, request }: Arrived): boolean {
  try {
    return policy.filter?.(kept.event, request.body) ?? true;
  } catch (bug) {
    reportBug('at the filter of an endpoint', bug);
    return true;
  }
}
