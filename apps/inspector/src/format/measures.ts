/** A number and its unit, apart, so that the unit can be set in grey. */
export interface Measure {
  readonly figure: string;
  readonly unit: string;
}

/** Three figures: `0.6 ms`, `84.2 ms`, `1.24 s`, `30.0 s`. */
export function duration(ms: number): Measure {
  if (ms > 0 && ms < 0.05) return { figure: '<0.1', unit: 'ms' };
  if (ms < 99.95) return { figure: ms.toFixed(1), unit: 'ms' };
  if (ms < 999.5) return { figure: ms.toFixed(0), unit: 'ms' };
  const s = ms / 1000;
  if (s < 9.995) return { figure: s.toFixed(2), unit: 's' };
  if (s < 99.95) return { figure: s.toFixed(1), unit: 's' };
  return { figure: (s / 60).toFixed(1), unit: 'min' };
}

/** `388 B`, `2.1 kB`, `10.4 MB`. */
export function size(bytes: number): Measure {
  if (bytes < 1000) return { figure: String(bytes), unit: 'B' };
  if (bytes < 999_950) return { figure: (bytes / 1000).toFixed(1), unit: 'kB' };
  if (bytes < 999_950_000) return { figure: (bytes / 1e6).toFixed(1), unit: 'MB' };
  return { figure: (bytes / 1e9).toFixed(1), unit: 'GB' };
}

export function inWords({ figure, unit }: Measure): string {
  return `${figure} ${unit}`;
}

/** `1,284`. */
export function count(n: number): string {
  return n.toLocaleString('en');
}

/** `1 event`, `3 events`. */
export function counted(n: number, one: string): string {
  return `${count(n)} ${one}${n === 1 ? '' : 's'}`;
}
