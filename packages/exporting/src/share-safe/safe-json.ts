import type { Sliced } from '@hooktap/core';
import { JsonTrail } from './json-trail.ts';
import type { StandIns } from './stand-ins.ts';
import { isTellingNumber, kindOf } from './value-kind.ts';

const token = /\s+|"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[{}[\]:,]|true|false|null/y;

const tokensAtATime = 64;

/**
 * A JSON text with its telling values replaced; all else, spaces, order, duplicate keys and long numbers included, is
 * as it was. Goes from token to token, since a text may be nested more deeply than a stack is deep. Null: no JSON.
 */
export function* safeJson(text: string, standIns: StandIns): Sliced<string | null> {
  if (!isJson(text)) return null;
  const out: string[] = [];
  /** For each open bracket, the key under which its values stand. */
  const fields: string[] = [''];
  const isObject: boolean[] = [false];
  const path = standIns.isWatched ? new JsonTrail() : null;
  let key = '';
  let isKeyNext = false;
  // Its place is kept here, since a string may hold JSON, which is read in between.
  for (let at = 0, count = 1; at < text.length; count++) {
    if (count % tokensAtATime === 0) yield;
    token.lastIndex = at;
    const piece = token.exec(text)?.[0];
    if (piece === undefined) return null;
    at += piece.length;
    const first = piece[0] ?? '';
    if (first === '{' || first === '[') {
      fields.push(isObject.at(-1) ? key : (fields.at(-1) ?? ''));
      isObject.push(first === '{');
      path?.open(first === '{');
      isKeyNext = first === '{';
      out.push(piece);
    } else if (first === '}' || first === ']') {
      fields.pop();
      isObject.pop();
      path?.close();
      out.push(piece);
    } else if (first === ',' || first === ':') {
      isKeyNext = first === ',' && isObject.at(-1) === true;
      if (first === ',') path?.next();
      out.push(piece);
    } else if (first === '"' && isKeyNext) {
      const whole = JSON.parse(piece) as string;
      key = endsOf(whole);
      path?.key(key);
      out.push(JSON.stringify(safeKey(whole, standIns)));
    } else if (/^\s/.test(first)) {
      out.push(piece);
    } else {
      const field = isObject.at(-1) ? key : (fields.at(-1) ?? '');
      out.push(yield* safeScalar(piece, { field, path: path?.text() ?? '' }, standIns));
    }
  }
  return out.join('');
}

/** Of each end of a key so many characters are looked at: it is looked at anew for every value that stands under it. */
const looked = 60;

const endsOf = (key: string): string =>
  key.length <= 2 * looked ? key : `${key.slice(0, looked)}…${key.slice(-looked)}`;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface Where {
  /** The key under which it stands. */
  readonly field: string;
  readonly path: string;
}

function* safeScalar(piece: string, { field, path }: Where, standIns: StandIns): Sliced<string> {
  if (piece.startsWith('"')) {
    const value = JSON.parse(piece) as string;
    const nested = /^\s*[{[]/.test(value) ? yield* safeJson(value, standIns) : null;
    if (nested !== null) return JSON.stringify(nested);
    const kind = kindOf(field, value);
    if (kind !== null) return JSON.stringify(standIns.of(kind, value, path));
    standIns.stays(value, path);
    return piece;
  }
  if (!isTellingNumber(field, piece)) return standIns.stays(piece, path);
  return `${piece.startsWith('-') ? '-' : ''}${standIns.of('number', piece, path)}`;
}

/** Some keys are values: messages by phone number, people by address. */
function safeKey(key: string, standIns: StandIns): string {
  const kind = kindOf('', key);
  return kind === null || kind === 'text' || kind === 'url' || !/\d|@/.test(key)
    ? key
    : standIns.of(kind, key, 'key');
}
