import type { ProviderRequest, Wrong } from '@hooktap/core';
import { nearNames } from '../near-names.ts';
import type { ProviderPack } from '../pack.ts';
import { refusals } from '../refusals.ts';
import { createFresh } from './fresh.ts';
import { makeSample, type SampleOptions } from './make-sample.ts';
import type { FieldError } from './set-fields.ts';

export interface ScenarioStep {
  readonly eventType: string;
  /** The wait after the step before. */
  readonly afterMs: number;
  /** Unsigned: it is signed when it is sent. */
  readonly request: ProviderRequest;
}

export type Scenarised =
  | { readonly kind: 'scenario'; readonly steps: readonly ScenarioStep[] }
  | ({ readonly kind: 'unknown-scenario'; readonly near: readonly string[] } & Wrong)
  | { readonly kind: 'refused'; readonly errors: readonly FieldError[] };

/**
 * All steps with the ids that they share and the times at which they will be sent. A field that is set
 * must be in at least one step, and is set in each that has it.
 */
export function makeScenario(pack: ProviderPack, name: string, options: SampleOptions): Scenarised {
  const scenario = pack.scenarios?.find((one) => one.name === name);
  if (!scenario) {
    const names = (pack.scenarios ?? []).map((one) => one.name);
    const why = refusals.part('no-scenario', { provider: pack.title, name });
    const hint = names.length > 0 ? [refusals.part('scenarios-are', { names: names.join(', ') })] : [];
    return {
      kind: 'unknown-scenario',
      near: nearNames(name, names),
      ...refusals.say(why, ...hint),
    };
  }
  const fresh = createFresh(options);
  const fitted = new Set<string>();
  const errors = new Map<string, FieldError>();
  let now = options.now;
  const steps = scenario.steps.map(({ eventType, variant, afterMs }): ScenarioStep => {
    now += afterMs;
    const at = fresh.at(now);
    const full = variant === undefined ? eventType : `${eventType}:${variant}`;
    const build = (set: SampleOptions['set'] = []) => makeSample(pack, full, at, { url: options.url, set });
    const fitting = (options.set ?? []).filter((change) => {
      const tried = build([change]);
      if (tried.kind === 'sampled') fitted.add(change[0]);
      else if (tried.kind === 'refused') for (const error of tried.errors) errors.set(change[0], error);
      return tried.kind === 'sampled';
    });
    const made = build(fitting);
    if (made.kind !== 'sampled')
      throw new Error(`The scenario '${name}' of ${pack.name} names a sample that is not there: ${full}.`);
    return { eventType, afterMs, request: made.request };
  });
  const unfit = [...errors].filter(([path]) => !fitted.has(path)).map(([, error]) => error);
  return unfit.length > 0 ? { kind: 'refused', errors: unfit } : { kind: 'scenario', steps };
}
