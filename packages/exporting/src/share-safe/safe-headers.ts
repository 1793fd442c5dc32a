import type { RawHeaders } from '@hooktap/protocol';
import { safeAddress } from './safe-address.ts';
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
/** Hooktap's own, which stand in the export besides. */
const ownId = /^(evt|dlv)_[0-9a-hjkmnp-tv-z]{26}$/;
const addresses = /^(forwarded|x-forwarded-for|x-real-ip|x-client-ip|cf-connecting-ip|true-client-ip)$/;
const hosts = /^(host|x-forwarded-host)$/;
const signature = /signature|hmac|digest/;
const secret = /authorization|cookie|token|secret|api-?key|auth|session|password/;

/** `size` is that of the body which goes with them. */
export function safeHeaders(headers: RawHeaders, size: number, standIns: StandIns): RawHeaders {
  return headers.map(
    ([name, value]) => [safeName(name, standIns), safeHeader(name, value, size, standIns)] as const,
  );
}

/** Some names are values: a header of each customer. */
const safeName = (name: string, standIns: StandIns): string =>
  /\d{6}/.test(name) ? standIns.of('token', name, 'header name') : name;

function safeHeader(name: string, value: string, size: number, standIns: StandIns): string {
  const low = name.toLowerCase();
  if (low === 'content-length') return String(size);
  if (value.trim() === '') return value;
  if (plain.has(low) && !/@|\d{7}/.test(value)) return standIns.stays(value, name);
  if (low.startsWith('hooktap-') && ownId.test(value)) return standIns.stays(value, name);
  if (hosts.test(low)) return safeHost(value, standIns, name);
  if (addresses.test(low))
    return value.replaceAll(/[^\s,;="]{3,}/g, (one) => safeAddress(one, standIns, name));
  if (signature.test(low)) return standIns.of('signature', value, name);
  if (secret.test(low)) return standIns.of('token', value, name);
  if (low === 'referer' || low === 'origin' || low === 'location') return safeUrl(value, standIns, name);
  const kind = kindOf(low, value);
  // A header's stand-in must be a header's value too: those of texts and names are.
  return kind === null ? standIns.stays(value, name) : standIns.of(kind, value, name);
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/** This machine's own names stay; a public one is an open door as long as the tunnel is. */
export const safeHost = (host: string, standIns: StandIns, name = ''): string =>
  loopback.test(host) ? standIns.stays(host, name) : `${standIns.of('address', host, name)}.example`;

export function safeUrl(url: string, standIns: StandIns, name = ''): string {
  const [, scheme, host, rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)(.*)$/i.exec(url) ?? [];
  if (scheme === undefined || host === undefined) return standIns.of('url', url, name);
  return `${scheme}${safeHost(host, standIns, name)}${safeQuery(rest, standIns)}`;
}
