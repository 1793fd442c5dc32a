import type { TriggerRequest } from '@hooktap/protocol';
import { saying, sayingAll, type Wrong } from './field-fault.ts';
import type { TriggerRefusal } from './inspection-port.ts';
import type { ProviderLibrary, SampleOptions } from './provider-library.ts';
import type { ProviderRequest } from './provider-port.ts';
import { refusals } from './say.ts';

/** One callback to send. */
export interface PlannedCallback {
  readonly name: string;
  /** Unsigned. */
  readonly request: ProviderRequest;
  /** Milliseconds after the first; null: once the one before was answered. */
  readonly atMs: number | null;
  /** The next one goes only when this one has arrived. */
  readonly inOrder: boolean;
}

export type TriggerPlan =
  | { readonly ok: true; readonly callbacks: readonly PlannedCallback[] }
  | { readonly ok: false; readonly error: TriggerRefusal };

/** The whole of it must end while somebody waits for the answer. */
const longestMs = 240_000;

/** What is sent when, or why it cannot be made. */
export function planTrigger(
  library: ProviderLibrary,
  request: TriggerRequest,
  { url, now }: { readonly url: string; readonly now: number },
): TriggerPlan {
  const { provider, scenario, eventType = '', count = 1 } = request;
  if (!library.list().some(({ name }) => name === provider)) {
    return refuse(library.unknown(provider), 'provider');
  }
  const optionsOf = (index: number): SampleOptions => ({
    url,
    now,
    ...(request.set && { set: request.set }),
    ...(request.seed !== undefined && { seed: request.seed + index }),
  });
  const callbacks: PlannedCallback[] = [];
  for (let index = 0; index < count; index += 1) {
    const startMs = request.rate === undefined ? null : (index * 1000) / request.rate;
    const made =
      scenario === undefined
        ? sampled(library, request, eventType, optionsOf(index), startMs)
        : played(library, request, scenario, optionsOf(index), callbacks.at(-1)?.atMs ?? 0);
    if (!made.ok) return made;
    callbacks.push(...made.callbacks);
  }
  const lastMs = callbacks.at(-1)?.atMs ?? 0;
  if (lastMs <= longestMs) return { ok: true, callbacks };
  const seconds = Math.ceil(lastMs / 1000);
  const long = { seconds: String(seconds), most: String(longestMs / 1000) };
  return refuse(refusals.sentence('trigger-long', long), scenario === undefined ? 'rate' : 'speed');
}

function sampled(
  library: ProviderLibrary,
  { provider }: TriggerRequest,
  name: string,
  options: SampleOptions,
  atMs: number | null,
): TriggerPlan {
  const made = library.sample(provider, name, options);
  if (made.kind !== 'sampled') return unmade(made, 'eventType');
  return { ok: true, callbacks: [{ name, request: made.request, atMs, inOrder: false }] };
}

function played(
  library: ProviderLibrary,
  { provider, speed = 1 }: TriggerRequest,
  name: string,
  options: SampleOptions,
  startMs: number,
): TriggerPlan {
  const made = library.scenario(provider, name, options);
  if (made.kind !== 'scenario') return unmade(made, 'scenario');
  let atMs = startMs;
  const callbacks = made.steps.map(({ eventType, afterMs, request }): PlannedCallback => {
    atMs += afterMs / speed;
    return { name: eventType, request, atMs, inOrder: true };
  });
  return { ok: true, callbacks };
}

function unmade(
  made: Exclude<ReturnType<ProviderLibrary['sample']>, { kind: 'sampled' }>,
  field: string,
): TriggerPlan {
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

function refuse(why: Wrong, path: string): TriggerPlan {
  const wrong = saying(why);
  return { ok: false, error: { code: 'trigger-invalid', ...wrong, errors: [{ path, ...wrong }] } };
}
