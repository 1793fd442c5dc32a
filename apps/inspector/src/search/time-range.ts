import { type Moment, parseQuery, type Query } from '@hooktap/query';

/** Milliseconds since 1970; null where that side is open. */
export interface TimeRange {
  readonly from: number | null;
  readonly to: number | null;
}

export const allTime: TimeRange = { from: null, to: null };

/** The conditions of a query that stand side by side: spaces within quotes and parentheses part nothing. */
function conditionsOf(q: string): readonly string[] {
  const found: string[] = [];
  let [depth, one] = [0, ''];
  for (const piece of q.match(/"(?:[^"\\]|\\.)*"?|\s+|[()]|[^\s"()]+/g) ?? []) {
    if (piece === '(') depth++;
    else if (piece === ')') depth--;
    if (depth > 0 || piece.trim() !== '') one += piece;
    else {
      found.push(one);
      one = '';
    }
  }
  return [...found, one].filter((condition) => condition !== '');
}

const isTime = (condition: string) => /^(?:since|before):/i.test(condition);

function isChoice(q: string, now: number): boolean {
  const parsed = parseQuery(q, { now });
  return parsed.ok && parsed.query.kind === 'or';
}

/** The query without the times that hold for all of it. */
export function withoutTimes(q: string, now: number): string {
  if (isChoice(q, now)) return q.trim();
  const conditions = conditionsOf(q);
  return conditions.some(isTime) ? conditions.filter((one) => !isTime(one)).join(' ') : q.trim();
}

/** Another search with the times of this one, as they are written; one that has times of its own keeps to them. */
export function withTimesOf(search: string, q: string, now: number): string {
  if (withoutTimes(search, now) !== search.trim() || isChoice(q, now)) return search.trim();
  const times = conditionsOf(q).filter(isTime);
  if (times.length === 0) return search.trim();
  const held = isChoice(search, now) ? `(${search.trim()})` : search.trim();
  return [held, ...times].filter((part) => part !== '').join(' ');
}

const momentOf = (at: Moment, now: number): number => (at.kind === 'ago' ? now - at.ms : at.ms);

/** The time that a query as a whole is limited to. */
export function timesOf(q: string, now: number): TimeRange {
  const parsed = parseQuery(q, { now });
  if (!parsed.ok) return allTime;
  const { query } = parsed;
  const parts: readonly Query[] = query.kind === 'and' ? query.of : [query];
  let [from, to]: [number | null, number | null] = [null, null];
  for (const part of parts) {
    if (part.kind !== 'time') continue;
    const at = momentOf(part.at, now);
    if (part.field === 'since') from = from === null ? at : Math.max(from, at);
    else to = to === null ? at : Math.min(to, at);
  }
  return { from, to };
}

const two = (n: number) => String(n).padStart(2, '0');

/** As it is typed: local, with its zone, since the server may stand in another. */
export function writtenMoment(ms: number): string {
  const at = new Date(ms);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const rest = at.getMilliseconds();
  const seconds = at.getSeconds() === 0 && rest === 0 ? '' : `:${two(at.getSeconds())}`;
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
  const minutes = -at.getTimezoneOffset();
  const sign = minutes < 0 ? '-' : '+';
  const offset = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  const zone = minutes === 0 ? 'Z' : offset;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}${seconds}${fraction}${zone}`;
}

/** The query limited to a time, in place of the one that it had. */
export function withTimes(q: string, { from, to }: TimeRange, now: number): string {
  const times = [
    from === null ? '' : `since:${writtenMoment(from)}`,
    to === null ? '' : `before:${writtenMoment(to)}`,
  ].filter((time) => time !== '');
  const rest = withoutTimes(q, now);
  if (times.length === 0) return rest;
  const held = isChoice(rest, now) ? `(${rest})` : rest;
  return [held, ...times].filter((part) => part !== '').join(' ');
}
