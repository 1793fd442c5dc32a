import type { RawHeaders } from '@hooktap/protocol';
import { safeQuery } from './safe-target.ts';
import type { StandIns } from './stand-ins.ts';
import { kindOf } from './value-kind.ts';

/** Headers that say how a message is made, and nothing of anybody. */
const plain = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'allow',
  'cache-control',
  'connection',
  'content-encoding',
  'content-language',
  'content-length',
  'content-type',
  'date',
  'expect',
  'keep-alive',
  'pragma',
  'retry-after',
  'sec-fetch-mode',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'vary',
  'x-forwarded-proto',
  'x-powered-by',
]);
const addresses = /^(forwarded|x-forwarded-for|x-real-ip|x-client-ip|cf-connecting-ip|true-client-ip)$/;
const hosts = /^(host|x-forwarded-host)$/;
const signature = /signature|hmac|digest/;
const secret = /authorization|cookie|token|secret|api-?key|auth|session|password/;

/** `size` is that of the body which goes with them. */
export function safeHeaders(headers: RawHeaders, size: number, standIns: StandIns): RawHeaders {
  return headers.map(
    ([name, value]) => [name, safeHeader(name.toLowerCase(), value, size, standIns)] as const,
  );
}

function safeHeader(name: string, value: string, size: number, standIns: StandIns): string {
  if (name === 'content-length') return String(size);
  if (plain.has(name) || value.trim() === '') return value;
  if (hosts.test(name)) return safeHost(value, standIns);
  if (addresses.test(name)) return value.replaceAll(/[^\s,;="]{3,}/g, (one) => standIns.of('address', one));
  if (signature.test(name)) return standIns.of('signature', value);
  if (secret.test(name)) return standIns.of('token', value);
  if (name === 'referer' || name === 'origin' || name === 'location') return safeUrl(value, standIns);
  const kind = kindOf(name, value);
  // A header's stand-in must be a header's value too: those of texts and names are.
  return kind === null ? value : standIns.of(kind, value);
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/** This machine's own names stay; a public one is an open door as long as the tunnel is. */
export const safeHost = (host: string, standIns: StandIns): string =>
  loopback.test(host) ? host : `${standIns.of('address', host)}.example`;

export function safeUrl(url: string, standIns: StandIns): string {
  const [, scheme, host, rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)(.*)$/i.exec(url) ?? [];
  if (scheme === undefined || host === undefined) return standIns.of('url', url);
  return `${scheme}${safeHost(host, standIns)}${safeQuery(rest, standIns)}`;
}
