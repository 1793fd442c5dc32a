import { type DeliveryId, type EventId, headerValue, headerValues, type RawHeaders } from '@hooktap/protocol';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { type Target, targetHost } from './target.ts';

/** Meant for one connection only (RFC 9110 §7.6.1), and `Expect`, which the receiver has answered already. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);

interface HeaderContext {
  readonly target: Target;
  readonly policy: EndpointPolicy;
  readonly url: string;
  readonly remoteAddress: string;
  readonly eventId: EventId;
  readonly deliveryId: DeliveryId;
  readonly attempt: number;
}

/** The headers to send to the handler, in the sender's order; framing is left to the forwarder. */
export function outgoingHeaders(captured: RawHeaders, context: HeaderContext): RawHeaders {
  const { target, policy } = context;
  const endToEnd = withoutHopByHop(captured).filter(
    ([name]) => !policy.removeHeaders.has(name.toLowerCase()),
  );
  const host = policy.hostHeader === 'public' ? headerValue(captured, 'host') : undefined;
  const forwarded = forwardedHeaders(endToEnd, context);
  return [
    ['Host', host ?? targetHost(target)] as const,
    ...forwarded,
    ...(policy.hooktapHeaders ? ownHeaders(context) : []),
    ...policy.setHeaders,
  ].reduce((headers: RawHeaders, [name, value]) => setHeader(headers, name, value), endToEnd);
}

const ownHeaders = ({ eventId, deliveryId, attempt }: HeaderContext): RawHeaders => [
  ['Hooktap-Event-Id', eventId],
  ['Hooktap-Delivery-Id', deliveryId],
  ['Hooktap-Attempt', String(attempt)],
];

function withoutHopByHop(headers: RawHeaders): RawHeaders {
  const named = headerValues(headers, 'connection').flatMap((value) =>
    value.split(',').map((name) => name.trim().toLowerCase()),
  );
  const dropped = new Set([...hopByHop, ...named]);
  return headers.filter(([name]) => !dropped.has(name.toLowerCase()));
}

function forwardedHeaders(headers: RawHeaders, { url, remoteAddress }: HeaderContext): RawHeaders {
  const chain = [...headerValues(headers, 'x-forwarded-for'), remoteAddress].join(', ');
  const [, scheme = 'http', authority = ''] = /^([a-z]+):\/\/([^/?#]*)/i.exec(url) ?? [];
  const added: [string, string][] = [['X-Forwarded-For', chain]];
  if (headerValue(headers, 'x-forwarded-proto') === undefined) added.push(['X-Forwarded-Proto', scheme]);
  if (headerValue(headers, 'x-forwarded-host') === undefined) added.push(['X-Forwarded-Host', authority]);
  return added;
}

/** Puts one header in the place of the first of its name and drops the others, or adds it. */
export function setHeader(headers: RawHeaders, name: string, value: string): RawHeaders {
  const wanted = name.toLowerCase();
  const at = headers.findIndex(([candidate]) => candidate.toLowerCase() === wanted);
  if (at === -1) return [...headers, [name, value]];
  const spelled = headers[at]?.[0] ?? name;
  return headers.flatMap((header, index) => {
    if (index === at) return [[spelled, value] as const];
    return header[0].toLowerCase() === wanted ? [] : [header];
  });
}
