import type { EndpointConfig, EndpointMode } from '@hooktap/protocol';
import {
  EndpointConfig as EndpointConfigSchema,
  EndpointMode as EndpointModeSchema,
} from '@hooktap/protocol';
import * as z from 'zod';
import type { EndpointDefaults } from './compile-endpoint.ts';
import type { RetrySchedules } from './compile-retry.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import {
  type Applied,
  type ConfiguredEndpoint,
  compileSet,
  type EndpointFault,
  prefixOf,
} from './endpoint-set.ts';
import { faultsAsWritten, type KnownNames } from './faults-as-written.ts';
import { refusals } from './say.ts';
import type { Store, WriteResult } from './store-port.ts';

/** What a person switched, beside the configuration. */
interface Switches {
  readonly mode: EndpointMode;
  /** Undefined: as the configuration says. */
  readonly hold?: boolean | undefined;
}

const SavedSwitches = z.record(
  z.string(),
  z.object({ mode: EndpointModeSchema, hold: z.boolean().optional() }),
);
const SavedEndpoints = z.array(EndpointConfigSchema);
const switchesSetting = 'endpoint-switches';
const endpointsSetting = 'endpoints';
const usual: Switches = { mode: 'deliver' };

/** `kept` tells whether it outlives this run. */
export type Changed =
  | { readonly ok: true; readonly kept: Promise<WriteResult> }
  | Extract<Applied, { ok: false }>;

interface BookContext {
  readonly store: Store;
  readonly defaults: EndpointDefaults;
  readonly schedules: RetrySchedules;
}

/** Every endpoint there is: those of the flags and the config file, and those made in the API, which outlive a run. */
export class EndpointBook {
  readonly #context: BookContext;
  readonly #listeners = new Set<() => void>();
  #given: readonly ConfiguredEndpoint[] = [];
  #made: readonly EndpointConfig[];
  /** Longest prefix first. */
  #policies: readonly EndpointPolicy[] = [];
  readonly #switches: Map<string, Switches>;
  #known: KnownNames | null = null;

  constructor(context: BookContext) {
    this.#context = context;
    this.#made = saved(context.store, endpointsSetting, SavedEndpoints) ?? [];
    this.#switches = new Map(Object.entries(saved(context.store, switchesSetting, SavedSwitches) ?? {}));
    // What was made under an older version and no longer holds is left out, not in the way.
    const applied = this.#swap(this.#given, this.#made);
    if (!applied.ok) this.#swap(this.#given, []);
  }

  get all(): readonly EndpointPolicy[] {
    return this.#policies;
  }

  subscribe(listener: () => void): void {
    this.#listeners.add(listener);
  }

  find(name: string): EndpointPolicy | undefined {
    return this.#policies.find((policy) => policy.name === name);
  }

  /** By whole segments of the undecoded path; the longest prefix wins, and one without any takes the rest. */
  match(path: string): EndpointPolicy {
    const found = this.#policies.find(
      ({ prefix }) => prefix === '' || path === prefix || path.startsWith(`${prefix}/`),
    );
    if (!found) throw new Error('There is no endpoint for the rest.');
    return found;
  }

  mode(name: string): EndpointMode {
    return (this.#switches.get(name) ?? usual).mode;
  }

  holds({ name, hold }: EndpointPolicy): boolean {
    return this.#switches.get(name)?.hold ?? hold;
  }

  /** Takes the endpoints of flags and config file, all or none. `known`: names are held against these from now on. */
  apply(given: readonly ConfiguredEndpoint[], known: KnownNames | null = null): Applied {
    const written = given.map(({ config }) => config);
    const applied = this.#swap(given, this.#made, namedFaults(written, known));
    if (!applied.ok) return applied;
    this.#known = known;
    this.#tell();
    return applied;
  }

  /** Makes or replaces one of the API's own. */
  put(config: EndpointConfig): Changed {
    const rival = this.#given.find((one) => prefixOf(one.config) === prefixOf(config));
    if (rival) {
      const taken = refusals.sentence('endpoint-path', { name: rival.config.name });
      return { ok: false, errors: [{ endpoint: config.name, path: 'path', ...taken }] };
    }
    const faults = namedFaults([config], this.#known);
    return this.#remake([...this.#made.filter(({ name }) => name !== config.name), config], faults);
  }

  remove(name: string): Changed {
    this.#switches.delete(name);
    void this.#keepSwitches();
    return this.#remake(this.#made.filter((one) => one.name !== name));
  }

  switch(name: string, change: Partial<Switches>): Promise<WriteResult> {
    this.#switches.set(name, { ...(this.#switches.get(name) ?? usual), ...change });
    this.#tell();
    return this.#keepSwitches();
  }

  #keepSwitches(): Promise<WriteResult> {
    const { store } = this.#context;
    return store.setSetting(switchesSetting, JSON.stringify(Object.fromEntries(this.#switches)));
  }

  #remake(made: readonly EndpointConfig[], faults: readonly EndpointFault[] = []): Changed {
    const applied = this.#swap(this.#given, made, faults);
    if (!applied.ok) return applied;
    const kept = this.#context.store.setSetting(endpointsSetting, JSON.stringify(made));
    this.#tell();
    return { ok: true, kept };
  }

  /** What the flags or the file say of a name or a path goes before what the API made. */
  #swap(
    given: readonly ConfiguredEndpoint[],
    made: readonly EndpointConfig[],
    faults: readonly EndpointFault[] = [],
  ): Applied {
    const names = new Set(given.map(({ config }) => config.name));
    const prefixes = new Set(given.map(({ config }) => prefixOf(config)));
    const own = made
      .filter((config) => !names.has(config.name) && !prefixes.has(prefixOf(config)))
      .map((config): ConfiguredEndpoint => ({ config, source: { kind: 'api' } }));
    const compiled = compileSet([...given, ...own], this.#context);
    if (!compiled.ok) return { ok: false, errors: [...faults, ...compiled.errors] };
    if (faults.length > 0) return { ok: false, errors: faults };
    this.#given = given;
    this.#made = made;
    this.#policies = compiled.policies;
    return { ok: true };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const namedFaults = (written: readonly EndpointConfig[], known: KnownNames | null): EndpointFault[] =>
  written.flatMap((config) =>
    faultsAsWritten(config, known).map((fault) => ({ ...fault, endpoint: config.name })),
  );

function saved<T>(store: Store, setting: string, schema: z.ZodType<T>): T | null {
  const text = store.setting(setting);
  if (text === undefined) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
