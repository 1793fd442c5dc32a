import { randomInt } from 'node:crypto';

/** Fresh values for one sample or one scenario; with a seed the same ones every time. */
export interface Fresh {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Letters and digits. */
  token(length: number): string;
  digits(length: number): string;
  hex(length: number): string;
  uuid(): string;
  pick<T>(values: readonly [T, ...T[]]): T;
  /** The same value at each step of a scenario that asks for this name. */
  same(name: string, make: () => string): string;
}

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A small generator with a seed (mulberry32); for made-up ids, never for secrets. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** `at` gives later steps of one scenario their own time and the same remembered values. */
export function createFresh(options: { now: number; seed?: number }): Fresh & { at(now: number): Fresh } {
  const below = options.seed === undefined ? (limit: number) => randomInt(limit) : seeded(options.seed);
  const remembered = new Map<string, string>();
  const from = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[below(alphabet.length)]).join('');
  const make = (now: number): Fresh => ({
    now,
    token: (length) => from(alphanumeric, length),
    digits: (length) => from('123456789', 1) + from('0123456789', length - 1),
    hex: (length) => from('0123456789abcdef', length),
    uuid: () => {
      const hex = from('0123456789abcdef', 30);
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18)}`;
    },
    pick: (values) => values[below(values.length)] ?? values[0],
    same: (name, create) => {
      const known = remembered.get(name);
      if (known !== undefined) return known;
      const created = create();
      remembered.set(name, created);
      return created;
    },
  });
  return { ...make(options.now), at: make };
}
