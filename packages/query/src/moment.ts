import type { Moment } from './query.ts';
import { printDuration, readDuration } from './written-numbers.ts';

const timestamp =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d\d:?\d\d)?)?$/i;
const clock = /^(\d\d?):(\d\d)(?::(\d\d))?$/;
const last = Date.UTC(10_000, 0, 1) - 1;

/**
 * `15m`, `1h30m` (that long ago), `2026-11-21`, `2026-11-21T10:00`, with or without seconds and zone,
 * `10:30`, `today`, `yesterday`. Without a zone it is the process's own. Null for anything else.
 */
export function readMoment(text: string, now: number): Moment | null {
  const word = text.toLowerCase();
  if (word === 'today') return absolute(startOfDay(now, 0));
  if (word === 'yesterday') return absolute(startOfDay(now, -1));
  if (/[a-z]$/i.test(text) && /^[\d.]+[a-z]/i.test(text)) {
    const ms = readDuration(text);
    return ms === null ? null : { kind: 'ago', ms };
  }
  return readClock(text, now) ?? readTimestamp(text);
}

export const printMoment = (at: Moment): string =>
  at.kind === 'ago' ? printDuration(at.ms) : new Date(at.ms).toISOString().replace('.000Z', 'Z');

/** Milliseconds since 1970. */
export const momentMs = (at: Moment, now: number): number =>
  at.kind === 'absolute' ? at.ms : Math.max(0, now - at.ms);

const absolute = (ms: number): Moment | null =>
  Number.isFinite(ms) && ms >= 0 && ms <= last ? { kind: 'absolute', ms } : null;

function startOfDay(now: number, days: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}

function readClock(text: string, now: number): Moment | null {
  const [, hours, minutes, seconds = '0'] = clock.exec(text) ?? [];
  if (hours === undefined || !isClock(Number(hours), Number(minutes), Number(seconds))) return null;
  const day = new Date(now);
  day.setHours(Number(hours), Number(minutes), Number(seconds), 0);
  return absolute(day.getTime());
}

const isClock = (hours: number, minutes: number, seconds: number): boolean =>
  hours < 24 && minutes < 60 && seconds < 60;

function readTimestamp(text: string): Moment | null {
  const found = timestamp.exec(text);
  if (!found) return null;
  const [, ...parts] = found;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(0, 6)
    .map((part) => Number(part ?? 0));
  const ms = Number((parts[6] ?? '').padEnd(3, '0'));
  const asUtc = Date.UTC(year, month - 1, day, hours, minutes, seconds, ms);
  // February 30 rolls over into March, so it does not read back as it was written.
  const date = new Date(asUtc);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (!isClock(hours, minutes, seconds)) return null;
  const zone = parts[7];
  if (zone !== undefined) return absolute(asUtc - offsetMs(zone));
  return absolute(new Date(year, month - 1, day, hours, minutes, seconds, ms).getTime());
}

function offsetMs(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  const minutesAll = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return (sign === '-' ? -minutesAll : minutesAll) * 60_000;
}
