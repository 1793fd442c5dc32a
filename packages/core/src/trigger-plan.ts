import type { TriggerRequest } from '@hooktap/protocol';
import { type SeededChaos, seeded } from './chaos-steps.ts';
import { saying, sayingAll, type Wrong } from './field-fault.ts';
import type { TriggerRefusal } from './inspection-port.ts';
import type { ProviderLibrary, SampleOptions } from './provider-library.ts';
import type { ProviderRequest } from './provider-port.ts';
import { refusals } from './say.ts';
import { plannedMs, type TriggerSchedule, triggerSchedule } from './trigger-schedule.ts';

/** One callback to send. */
export interface PlannedCallback {
  readonly name: string;
  /** Unsigned. */
  readonly request: ProviderRequest;
  /** Of a scenario: milliseconds after the first. */
  readonly atMs: number;
}

type Refused = { readonly ok: false; readonly error: TriggerRefusal };
type Made = { readonly ok: true; readonly callbacks: readonly PlannedCallback[] } | Refused;

export type TriggerPlan =
  | {
      readonly ok: true;
      readonly callbacks: readonly PlannedCallback[];
      readonly schedule: TriggerSchedule;
      readonly chaos?: SeededChaos | undefined;
    }
  | Refused;

/** The whole of it must end while somebody waits for the answer. */
const longestMs = 240_000;

/** What is sent when, or why it cannot be made. */
export async function planTrigger(
  library: ProviderLibrary,
  request: TriggerRequest,
  context: { readonly url: string; readonly now: number },
): Promise<TriggerPlan> {
  const made = callbacksOf(library, request, context);
  if (!made.ok) return made;
  const { callbacks } = made;
  const chaos = request.chaos && seeded(request.chaos, request.seed);
  const atMs = callbacks.map((callback) => callback.atMs);
  const schedule = triggerSchedule(request, atMs, chaos);
  const { all, delays } = await plannedMs(schedule);
  if (all <= longestMs) return { ok: true, callbacks, schedule, chaos };
  const long = { seconds: String(Math.ceil(all / 1000)), most: String(longestMs / 1000) };
  if (all - delays <= longestMs) return refuse(refusals.sentence('trigger-late', long), 'chaos.delay');
  return refuse(refusals.sentence('trigger-long', long), request.scenario === undefined ? 'rate' : 'speed');
}

function callbacksOf(
  library: ProviderLibrary,
  request: TriggerRequest,
  { url, now }: { readonly url: string; readonly now: number },
): Made {
  const { provider, scenario, eventType = '', count = 1 } = request;
  if (!library.list().some(({ name }) => name === provider)) {
    return refuse(library.unknown(provider), 'provider');
  }
  const callbacks: PlannedCallback[] = [];
  for (let index = 0; index < count; index += 1) {
    const options: SampleOptions = {
      url,
      now,
      ...(request.set && { set: request.set }),
      ...(request.seed !== undefined && { seed: request.seed + index }),
    };
    const made =
      scenario === undefined
        ? sampled(library, request, eventType, options)
        : played(library, request, scenario, options, callbacks.at(-1)?.atMs ?? 0);
    if (!made.ok) return made;
    callbacks.push(...made.callbacks);
  }
  return { ok: true, callbacks };
}

function sampled(
  library: ProviderLibrary,
  { provider }: TriggerRequest,
  name: string,
  options: SampleOptions,
): Made {
  const made = library.sample(provider, name, options);
  if (made.kind !== 'sampled') return unmade(made, 'eventType');
  return { ok: true, callbacks: [{ name, request: made.request, atMs: 0 }] };
}

function played(
  library: ProviderLibrary,
  { provider, speed = 1 }: TriggerRequest,
  name: string,
  options: SampleOptions,
  startMs: number,
): Made {
  const made = library.scenario(provider, name, options);
  if (made.kind !== 'scenario') return unmade(made, 'scenario');
  let atMs = startMs;
  const callbacks = made.steps.map(({ eventType, afterMs, request }): PlannedCallback => {
    atMs += afterMs / speed;
    return { name: eventType, request, atMs };
  });
  return { ok: true, callbacks };
}

function unmade(
  made: Exclude<ReturnType<ProviderLibrary['sample']>, { kind: 'sampled' }>,
  field: string,
): Refused {
  if (made.kind !== 'refused') return refuse(made, field);
  const errors = made.errors.map((error) => ({ path: `set.${error.path}`, ...saying(error) }));
  return {
    ok: false,
    error: {
      code: 'trigger-invalid',
      ...sayingAll(made.errors),
      errors,
    },
  };
}

function refuse(why: Wrong, path: string): Refused {
  const wrong = saying(why);
  return { ok: false, error: { code: 'trigger-invalid', ...wrong, errors: [{ path, ...wrong }] } };
}
