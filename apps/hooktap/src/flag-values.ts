import type { RawHeaders, ReplyConfig } from '@hooktap/protocol';
import { InvalidArgumentError } from 'commander';

const durationUnits = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;
const sizeUnits = { b: 1, kb: 1000, mb: 1_000_000, gb: 1_000_000_000 } as const;

function scaled(text: string, units: Readonly<Record<string, number>>, plain: number): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim());
  if (!match) return null;
  const [, amount = '', unit = ''] = match;
  const factor = unit === '' ? plain : units[unit.toLowerCase()];
  return factor === undefined ? null : Math.round(Number(amount) * factor);
}

/** `30s`, `500ms`, `2m` or plain milliseconds, as milliseconds. */
export function durationFlag(text: string): number {
  const value = scaled(text, durationUnits, 1);
  if (value === null || value === 0 || value > 2_147_483_647) {
    throw new InvalidArgumentError('Give a duration such as 30s, 500ms or 2m, at most 24 days.');
  }
  return value;
}

/** `10mb`, `512kb` or plain bytes, as bytes. */
export function sizeFlag(text: string): number {
  const value = scaled(text, sizeUnits, 1);
  if (value === null || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError('Give a size such as 10mb, 512kb or 1gb.');
  }
  return value;
}

export function portFlag(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535) {
    throw new InvalidArgumentError('Give a port from 1 to 65535, or 0 for any free one.');
  }
  return value;
}

export function countFlag(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError('Give a whole number from 1.');
  }
  return value;
}

/** How many times as fast. */
export function scaleFlag(text: string): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value > 0 && value <= 1_000_000) return value;
  throw new InvalidArgumentError('Give how many times as fast, such as 1000.');
}

/** `K: V`, gathered over repeated flags. Strings become latin-1, one character per byte of UTF-8. */
export function headerFlag(text: string, before: RawHeaders = []): RawHeaders {
  const match = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*(.*?)[ \t]*$/s.exec(text);
  const [, name, value] = match ?? [];
  if (name === undefined || value === undefined || /[\0\r\n]/.test(value)) {
    throw new InvalidArgumentError("Give a header as 'Name: value'.");
  }
  return [...before, [name, Buffer.from(value, 'utf8').toString('latin1')]];
}

export function replyFlag(text: string): ReplyConfig {
  if (text === 'handler' || text === 'ack') return text;
  const status = Number(text);
  if (!/^\d{3}$/.test(text) || status < 200 || status > 599) {
    throw new InvalidArgumentError('Give handler, ack or a status code from 200 to 599.');
  }
  return { status };
}

export type TunnelChoice = 'localtunnel' | 'none';

export function tunnelFlag(text: string): TunnelChoice {
  if (text === 'localtunnel' || text === 'none') return text;
  throw new InvalidArgumentError('Give localtunnel or none.');
}

/** A name that a tunnel server takes as part of a host name. */
export function subdomainFlag(text: string): string {
  if (/^[a-z0-9](?:[a-z0-9-]{2,61}[a-z0-9])$/.test(text)) return text;
  throw new InvalidArgumentError('Give 4 to 63 lower-case letters, digits and inner hyphens.');
}

/** `path=value`: the value is JSON where it reads as JSON, text otherwise. */
export function assignmentFlag(
  text: string,
  before: readonly (readonly [string, unknown])[] = [],
): readonly (readonly [string, unknown])[] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError("Give path=value, such as data.text='Hello'.");
  return [...before, [text.slice(0, at), jsonOrText(text.slice(at + 1))]];
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function originFlag(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new InvalidArgumentError('Give the URL of a tunnel server, such as https://localtunnel.me.');
  }
  return url.href.replace(/\/$/, '');
}
