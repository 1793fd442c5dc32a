import type { EndpointConfig, EndpointMode, EndpointSource } from '@hooktap/protocol';
import {
  EndpointConfig as EndpointConfigSchema,
  EndpointMode as EndpointModeSchema,
} from '@hooktap/protocol';
import { z } from 'zod';
import {
  compileEndpoint,
  type EndpointDefaults,
  type FieldFault,
  type RetrySchedules,
} from './compile-endpoint.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { Store } from './store-port.ts';

/** One endpoint as it was configured, and where. */
export interface ConfiguredEndpoint {
  readonly config: EndpointConfig;
  readonly source: EndpointSource;
}

/** What is wrong with a set of endpoints, each fault with the endpoint's name. */
export interface EndpointFault extends FieldFault {
  readonly endpoint: string;
}

export type Applied =
  | { readonly ok: true }
  | { readonly ok: false; readonly errors: readonly EndpointFault[] };

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
  #switches: Record<string, Switches>;

  constructor(context: BookContext) {
    this.#context = context;
    this.#made = saved(context.store, endpointsSetting, SavedEndpoints) ?? [];
    this.#switches = saved(context.store, switchesSetting, SavedSwitches) ?? {};
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
    return (this.#switches[name] ?? usual).mode;
  }

  holds({ name, hold }: EndpointPolicy): boolean {
    return this.#switches[name]?.hold ?? hold;
  }

  /** Takes the endpoints of flags and config file, all or none. */
  apply(given: readonly ConfiguredEndpoint[]): Applied {
    const applied = this.#swap(given, this.#made);
    if (applied.ok) this.#tell();
    return applied;
  }

  /** Makes or replaces one of the API's own. */
  put(config: EndpointConfig): Applied {
    const made = [...this.#made.filter(({ name }) => name !== config.name), config];
    return this.#remake(made);
  }

  remove(name: string): Applied {
    return this.#remake(this.#made.filter((one) => one.name !== name));
  }

  switch(name: string, change: Partial<Switches>): void {
    this.#switches = { ...this.#switches, [name]: { ...(this.#switches[name] ?? usual), ...change } };
    void this.#context.store.setSetting(switchesSetting, JSON.stringify(this.#switches));
    this.#tell();
  }

  #remake(made: readonly EndpointConfig[]): Applied {
    const applied = this.#swap(this.#given, made);
    if (!applied.ok) return applied;
    void this.#context.store.setSetting(endpointsSetting, JSON.stringify(made));
    this.#tell();
    return applied;
  }

  #swap(given: readonly ConfiguredEndpoint[], made: readonly EndpointConfig[]): Applied {
    const names = new Set(given.map(({ config }) => config.name));
    const own = made
      .filter(({ name }) => !names.has(name))
      .map((config): ConfiguredEndpoint => ({ config, source: { kind: 'api' } }));
    const compiled = compileAll(withDefault([...given, ...own]), this.#context);
    if (!compiled.ok) return compiled;
    this.#given = given;
    this.#made = made;
    this.#policies = [...compiled.policies].sort((a, b) => b.prefix.length - a.prefix.length);
    return { ok: true };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** What no endpoint asks for is kept and acknowledged by one of the name `default`. */
function withDefault(endpoints: readonly ConfiguredEndpoint[]): readonly ConfiguredEndpoint[] {
  if (endpoints.some(({ config }) => config.path.replace(/\/+$/, '') === '')) return endpoints;
  const taken = endpoints.some(({ config }) => config.name === 'default');
  const config: EndpointConfig = { name: taken ? 'the-rest' : 'default', path: '/' };
  return [...endpoints, { config, source: { kind: 'flags' } }];
}

function compileAll(
  endpoints: readonly ConfiguredEndpoint[],
  context: BookContext,
): { readonly ok: true; readonly policies: EndpointPolicy[] } | Extract<Applied, { ok: false }> {
  const policies: EndpointPolicy[] = [];
  const errors: EndpointFault[] = [];
  for (const { config, source } of endpoints) {
    const compiled = compileEndpoint(config, source, context);
    if (compiled.ok) policies.push(compiled.policy);
    else errors.push(...compiled.errors.map((error) => ({ ...error, endpoint: config.name })));
    const { name } = config;
    const prefix = config.path.replace(/\/+$/, '');
    const before = policies.filter((policy) => policy !== policies.at(-1));
    if (before.some((policy) => policy.name === name)) {
      errors.push({ endpoint: name, path: 'name', message: `There is another endpoint named '${name}'.` });
    }
    const rival = before.find((policy) => policy.prefix === prefix);
    if (rival) {
      const message = `'${rival.name}' has the same path: each path leads to one endpoint.`;
      errors.push({ endpoint: name, path: 'path', message });
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, policies };
}

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
