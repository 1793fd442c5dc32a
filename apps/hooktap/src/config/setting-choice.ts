import type { RawHeaders } from '@hooktap/protocol';
import type { ListenFlags, SharedSettings } from '../listen-flags.ts';
import type { LoadedConfig } from './read-config.ts';
import { configOrigin, flagName, type Setting, type SettingOrigin } from './setting-origin.ts';

type Shared = SharedSettings;

/** Chooses each setting's value, and remembers where it came from. */
export class SettingChoice {
  readonly #flags: ListenFlags;
  readonly #config: LoadedConfig | null;
  readonly #settings: Setting[] = [];

  constructor(flags: ListenFlags, config: LoadedConfig | null) {
    this.#flags = flags;
    this.#config = config;
  }

  get settings(): readonly Setting[] {
    return this.#settings;
  }

  /** The flag's value, else the file's, else the usual one. */
  pick<Name extends keyof Shared, Usual extends Shared[Name]>(
    name: Name,
    usual: Usual,
  ): Exclude<Shared[Name], undefined> | Usual {
    type Value = Exclude<Shared[Name], undefined>;
    const flag = this.#flags[name] as Value | undefined;
    if (flag !== undefined) return this.#note(name, flag, { kind: 'flag', flag: flagName(name, flag) });
    const config = this.#config;
    const written = config?.values[name] as Value | undefined;
    if (config && written !== undefined) return this.#note(name, written, configOrigin(config, [name]));
    return this.#note(name, usual, { kind: 'default' });
  }

  /** Those of the file and those of the flags, whose names come first. Their values may be secret. */
  headers(): RawHeaders {
    const config = this.#config;
    const written = Object.entries(config?.values.headers ?? {}).map(([name, value]): [string, string] => [
      name,
      Buffer.from(value, 'utf8').toString('latin1'),
    ]);
    const given = this.#flags.header ?? [];
    const givenNames = new Set(given.map(([name]) => name.toLowerCase()));
    const others = written.filter(([name]) => !givenNames.has(name.toLowerCase()));
    for (const [name] of given) this.#note(`headers.${name}`, undefined, { kind: 'flag', flag: '--header' });
    for (const [name] of others) {
      if (config) this.#note(`headers.${name}`, undefined, configOrigin(config, ['headers', name]));
    }
    return [...others, ...given];
  }

  #note<Value>(name: string, value: Value, origin: SettingOrigin): Value {
    if (value !== undefined || origin.kind !== 'default')
      this.#settings.push({ name, value: shown(value), origin });
    return value;
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'set';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
