import { parts } from '../messages/parts/en.ts';
import type { Translate } from '../messages/translate.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** `14:32:38`, local. */
export function clock(instant: string): string {
  const at = new Date(instant);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** `14:32:38.114`, local. */
export function preciseClock(instant: string): string {
  return `${clock(instant)}.${String(new Date(instant).getMilliseconds()).padStart(3, '0')}`;
}

/** In the symbols that all languages share: `8 s`, `7 min`, `2 h 14 min`, `3 d`. */
export function span(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  if (s < 60) return `${s} s`;
  const min = Math.floor(s / 60);
  if (min < 60) return `${min} min`;
  const h = Math.floor(min / 60);
  if (h < 24) return min % 60 === 0 ? `${h} h` : `${h} h ${min % 60} min`;
  return `${Math.floor(h / 24)} d`;
}

/** `7 min ago`, `just now`. */
export function ago(instant: string, now: number, t: Translate): string {
  const ms = now - Date.parse(instant);
  return ms < 2000 ? t(parts.time.now) : t(parts.time.ago, { span: span(ms) });
}

/** `20 Nov`, or nothing where the day is today's; Portuguese without its `de`, which has no room in a column. */
export function otherDay(instant: string, now: number, t: Translate): string {
  const at = new Date(instant);
  if (at.toDateString() === new Date(now).toDateString()) return '';
  return t.date(instant, { day: 'numeric', month: 'short' }).replace(' de ', ' ');
}

/** `20 Nov 14:32:38`; of today only the time. */
export function momentOf(instant: string, now: number, t: Translate): string {
  return `${otherDay(instant, now, t)} ${clock(instant)}`.trim();
}

/** `14:32:38 – 14:40:02`, or by days where it began before today: `20 Nov – 14:40:02`. */
export function spanOfTime(from: string, to: string, now: number, t: Translate): string {
  const [first, last] = [from, to].map((instant) => otherDay(instant, now, t));
  if (first && first === last) return first;
  return `${first || clock(from)} – ${last || clock(to)}`;
}
