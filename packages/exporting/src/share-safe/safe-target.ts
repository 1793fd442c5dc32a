import { atOnce, type Sliced } from '@hooktap/core';
import type { StandIns } from './stand-ins.ts';
import { kindOf } from './value-kind.ts';

/** A path stays but for its segments that look like somebody's number, address or token; a query like a form. */
export function safeQuery(target: string, standIns: StandIns): string {
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const safePath = path
    .split('/')
    .map((segment) => safeSegment(segment, standIns))
    .join('/');
  return mark === -1 ? safePath : `${safePath}?${atOnce(safeForm(target.slice(mark + 1), standIns))}`;
}

function safeSegment(segment: string, standIns: StandIns): string {
  const value = decoded(segment);
  const kind = kindOf('', value);
  const stays =
    kind === null || (kind === 'text' && /^[\w.~-]{1,40}$/.test(segment) && !/\d{6}/.test(segment));
  if (stays) return segment === '' ? segment : standIns.stays(segment);
  return encodeURIComponent(standIns.of(kind === 'text' ? 'token' : kind, value));
}

/** `name=value&…` as it was, with its telling values replaced. */
export function* safeForm(text: string, standIns: StandIns): Sliced<string> {
  const out: string[] = [];
  for (const pair of text.split('&')) {
    out.push(safePair(pair, standIns));
    if (out.length % pairsAtATime === 0) yield;
  }
  return out.join('&');
}

const pairsAtATime = 32;

function safePair(pair: string, standIns: StandIns): string {
  const at = pair.indexOf('=');
  if (at === -1) return safeSegment(pair, standIns);
  const value = decoded(pair.slice(at + 1).replaceAll('+', ' '));
  const name = decoded(pair.slice(0, at));
  const kind = kindOf(name, value);
  if (kind !== null) return `${pair.slice(0, at + 1)}${encodeURIComponent(standIns.of(kind, value, name))}`;
  standIns.stays(value, name);
  return pair;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
