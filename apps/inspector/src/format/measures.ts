import type { Translate } from '../messages/translate.ts';

/** A number and its unit, apart, so that the unit can be set in grey. */
export interface Measure {
  readonly figure: string;
  readonly unit: string;
}

const fixed = (n: number, digits: number, t: Translate) =>
  t.number(n, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Three figures: `0.6 ms`, `84.2 ms`, `1.24 s`, `30.0 s`. */
export function duration(ms: number, t: Translate): Measure {
  if (ms > 0 && ms < 0.05) return { figure: `<${fixed(0.1, 1, t)}`, unit: 'ms' };
  if (ms < 99.95) return { figure: fixed(ms, 1, t), unit: 'ms' };
  if (ms < 999.5) return { figure: fixed(ms, 0, t), unit: 'ms' };
  const s = ms / 1000;
  if (s < 9.995) return { figure: fixed(s, 2, t), unit: 's' };
  if (s < 99.95) return { figure: fixed(s, 1, t), unit: 's' };
  return { figure: fixed(s / 60, 1, t), unit: 'min' };
}

/** `388 B`, `2.1 kB`, `10.4 MB`. */
export function size(bytes: number, t: Translate): Measure {
  if (bytes < 1000) return { figure: fixed(bytes, 0, t), unit: 'B' };
  if (bytes < 999_950) return { figure: fixed(bytes / 1000, 1, t), unit: 'kB' };
  if (bytes < 999_950_000) return { figure: fixed(bytes / 1e6, 1, t), unit: 'MB' };
  return { figure: fixed(bytes / 1e9, 1, t), unit: 'GB' };
}

export function inWords({ figure, unit }: Measure): string {
  return `${figure} ${unit}`;
}
