import type { TriggeredCallback } from '@hooktap/protocol';
import { Flights } from './batch-flights.ts';
import { handlerPace, timedPace } from './batch-pace.ts';
import type { Sleep } from './batch-wait.ts';
import type { Clock } from './clock.ts';
import type { TriggerSchedule } from './trigger-schedule.ts';

/** More than this many are never under way at once. */
const mostUnderWay = 64;

/** A callback that has begun to be sent. */
export interface CallbackUnderWay {
  readonly answered: Promise<TriggeredCallback>;
  /** Settles when it has arrived; null where only the answer tells. */
  readonly arrived: Promise<void> | null;
}

/**
 * Sends step after step at the pace of the schedule. Settles once all were answered; when `signal` is raised, no
 * further one is sent.
 */
export async function sendAll(
  { steps, gaps, inOrder }: TriggerSchedule,
  send: (index: number) => CallbackUnderWay,
  { clock, sleep, signal }: { readonly clock: Clock; readonly sleep: Sleep; readonly signal: AbortSignal },
): Promise<TriggeredCallback[]> {
  const flights = new Flights(clock);
  const context = { clock, sleep, flights };
  const pacer = gaps ? timedPace(context, gaps()) : handlerPace(context);
  const sent: Promise<TriggeredCallback>[] = [];
  let isBroken = false;
  for (let place = 0; place < steps.count; place += 1) {
    await pacer(steps.at(place), signal);
    await flights.fewerThan(mostUnderWay);
    if (signal.aborted || isBroken) break;
    const { answered, arrived } = send(steps.at(place).index);
    const landed = answered.then(
      () => undefined,
      () => {
        isBroken = true;
      },
    );
    sent.push(answered);
    flights.launch(landed);
    const isWithNext = place + 1 < steps.count && steps.at(place + 1).atOnce;
    // With chaos the order is the plan's, as far as it can be known.
    if (arrived && (inOrder || steps.chaos)) await arrived;
    else if (inOrder && !isWithNext) await landed;
  }
  return Promise.all(sent);
}
