/** Durations and sizes as people write them. */
const durationUnits: readonly (readonly [unit: string, ms: number])[] = [
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];
/** Decimal, as the command line's flags have them; `kib` and the like for the binary ones. */
const sizeUnits: readonly (readonly [unit: string, bytes: number])[] = [
  ['gb', 1_000_000_000],
  ['mb', 1_000_000],
  ['kb', 1000],
  ['gib', 1_073_741_824],
  ['mib', 1_048_576],
  ['kib', 1024],
  ['b', 1],
];
const unitOf = {
  duration: new Map([...durationUnits, ['min', 60_000] as const]),
  size: new Map(sizeUnits),
};

/** Milliseconds of `500ms`, `1.5s`, `1h30m`; plain digits are milliseconds. Null for anything else. */
export const readDuration = (text: string): number | null => {
  if (/^\d+$/.test(text)) return readScaled(`${text}ms`, unitOf.duration);
  const parts = /^(?:\d+(?:\.\d+)?[a-z]+){1,6}$/i.test(text) ? text.match(/\d+(?:\.\d+)?[a-z]+/gi) : null;
  if (!parts) return null;
  const scaled = parts.map((part) => readScaled(part, unitOf.duration));
  return scaled.includes(null) ? null : bounded(scaled.reduce<number>((sum, ms) => sum + (ms ?? 0), 0));
};

/** Bytes of `10kb`, `1.5mb`, `512`. Null for anything else. */
export const readSize = (text: string): number | null =>
  /^\d+$/.test(text) ? readScaled(`${text}b`, unitOf.size) : readScaled(text, unitOf.size);

/** A plain decimal number. Null for anything else. */
export const readNumber = (text: string): number | null =>
  /^-?\d+(?:\.\d{1,6})?$/.test(text) ? bounded(Number(text)) : null;

function readScaled(text: string, units: ReadonlyMap<string, number>): number | null {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([a-z]+)$/i.exec(text) ?? [];
  const factor = units.get((unit ?? '').toLowerCase());
  if (number === undefined || factor === undefined) return null;
  return bounded(Math.round(Number(number) * factor * 1000) / 1000);
}

/** Beyond that neither digits nor dates are exact. A negative zero would not print as it reads. */
const bounded = (value: number): number | null =>
  Math.abs(value) <= Number.MAX_SAFE_INTEGER / 1000 ? value + 0 : null;

/** In the largest unit that goes in whole. */
export const printDuration = (ms: number): string => printScaled(ms, durationUnits, 'ms');
export const printSize = (bytes: number): string =>
  printScaled(
    bytes,
    sizeUnits.filter(([unit]) => !unit.endsWith('ib')),
    'b',
  );

function printScaled(value: number, units: readonly (readonly [string, number])[], smallest: string): string {
  const [unit, factor] = units.find(([, size]) => value > 0 && value % size === 0) ?? [smallest, 1];
  return `${value / factor}${unit}`;
}
