import type { TriggerRequest } from '@hooktap/protocol';
import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { saying, type Wrong } from './field-fault.ts';
import type { Outcome, TriggerRefusal } from './inspection-port.ts';
import { refusals } from './say.ts';
import { parseTarget, type Target, targetHost } from './target.ts';

/** Where callbacks go. `own`: through the receiver, where they become events. */
export interface Destination {
  readonly target: Target;
  readonly url: string;
  readonly host: string;
  readonly own: boolean;
  readonly policy: EndpointPolicy | null;
}

export interface DestinationContext {
  readonly book: EndpointBook;
  /** The receiver's origin as senders see it; empty: nothing listens. */
  readonly receiver: () => string;
  /** The origin of the trigger's own socket on the receiver, opened when it is first asked for. */
  readonly entrance: () => Promise<string | null>;
}

type Wanted = Pick<TriggerRequest, 'provider' | 'to'>;

/** A URL as it is; the receiver's own, or a path of it, through the receiver. */
export async function destinationOf(
  { provider, to }: Wanted,
  { book, receiver, entrance }: DestinationContext,
): Promise<Outcome<Destination, TriggerRefusal>> {
  const origin = receiver();
  const path = to === undefined || to.startsWith('/') ? to : below(origin, to);
  if (to !== undefined && path === undefined) return elsewhere(to, endpointOf(book, provider) ?? null);
  const inner = origin === '' ? null : await entrance();
  if (inner === null) {
    return { ok: false, error: { code: 'no-receiver', ...refusals.sentence('nobody-listens') } };
  }
  const policy =
    path === undefined ? (endpointOf(book, provider) ?? book.match('/')) : book.match(pathOf(path));
  const requestTarget = path ?? (policy.prefix === '' ? '/' : policy.prefix);
  const url = `${origin}${requestTarget}`;
  const parsed = parseTarget(inner);
  const shown = parseTarget(origin);
  if (!parsed.ok || !shown.ok || !parseTarget(url).ok) return badTarget(refusals.sentence('no-url', { url }));
  return {
    ok: true,
    value: { target: parsed.target, url, host: targetHost(shown.target), own: true, policy },
  };
}

function elsewhere(to: string, policy: EndpointPolicy | null): Outcome<Destination, TriggerRefusal> {
  const parsed = parseTarget(to);
  if (!parsed.ok) return badTarget(parsed);
  const { target } = parsed;
  const url = target.path === null ? `${target.url}/` : target.url;
  return { ok: true, value: { target, url, host: targetHost(target), own: false, policy } };
}

const badTarget = (why: Wrong): { ok: false; error: TriggerRefusal } => ({
  ok: false,
  error: { code: 'target-invalid', ...saying(why), errors: [{ path: 'to', ...saying(why) }] },
});

/** That of the provider, else one without a provider that is called like it, as `/stripe=4000` makes. */
const endpointOf = ({ all }: EndpointBook, wanted: string): EndpointPolicy | undefined =>
  all.find(({ provider }) => provider === wanted) ??
  all.find(({ name, provider }) => provider === null && name === wanted);

/** What follows the receiver's own origin, by whichever loopback name; undefined for another's. */
function below(origin: string, url: string): string | undefined {
  const spelled = url.replace(/^http:\/\/(localhost|\[::1\])(?=:)/i, 'http://127.0.0.1');
  if (origin === '' || !spelled.startsWith(origin)) return undefined;
  const rest = spelled.slice(origin.length);
  if (rest === '') return '/';
  return rest.startsWith('/') ? rest : undefined;
}

const pathOf = (requestTarget: string): string => requestTarget.split('?', 1)[0] ?? '/';
