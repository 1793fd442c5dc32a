import { Buffer } from 'node:buffer';
import type { Attempt, Delivery, Event, EventId, EventVerification, HandlerRefusal } from '@hooktap/protocol';
import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { explainHandshake } from './handshake-explanation.ts';
import type { DoctorContext, ProviderLibrary } from './provider-library.ts';
import type { ProviderRequest } from './provider-port.ts';
import type { BodyAddress, Store } from './store-port.ts';

interface VerificationContext {
  readonly store: Store;
  readonly book: EndpointBook;
  /** Null: there are no provider packs, and all that is known is what is kept. */
  readonly library: ProviderLibrary | null;
  /** Public URLs without a path, the present one and the one before. */
  readonly publicOrigins: () => readonly string[];
}

/** The signature of an event step by step, and why it fails here or at the handler; null where there is no event. */
export async function verifyEvent(
  context: VerificationContext,
  id: EventId,
): Promise<EventVerification | null> {
  const { store, book, library } = context;
  const event = await store.event(id);
  if (!event) return null;
  const policy = policyOf(book, event);
  const provider = policy.provider ?? event.provider;
  const told = {
    eventId: id,
    endpoint: event.endpoint,
    provider,
    providerReason: event.providerReason,
    kept: event.verification,
    secrets: policy.secrets.length,
  };
  const request = { ...event, body: await bytesOf(store, { of: 'event', eventId: id }) };
  const handshake =
    library && explainHandshake(library, event, request, policy, await answerTo(store, event));
  if (provider === null || !library?.list().some(({ name }) => name === provider)) {
    return { ...told, verification: event.verification, ...nothingKnown, ...(handshake && { handshake }) };
  }
  const { secrets } = policy;
  const doctor = doctorContext(context, event, policy);
  const explained = await library.explain(provider, request, secrets, doctor);
  const { findings, tried, fixes } = 'findings' in explained ? explained : nothingKnown;
  const triedParts = 'findings' in explained ? explained.triedParts : undefined;
  const refused = lastRefusal(event);
  const handler = refused && {
    deliveryId: refused.delivery.id,
    attempt: refused.attempt.number,
    statusCode: refused.statusCode,
    findings: library.explainRefusal(
      provider,
      request,
      secrets,
      {
        statusCode: refused.statusCode,
        sentAt: Date.parse(refused.attempt.startedAt),
        sent: await sentRequest(store, refused),
        said: refused.said,
      },
      doctor,
    ),
  };
  return {
    ...told,
    verification: await library.verifyLarge(provider, request, secrets, doctor.receivedAt),
    steps: await library.steps(provider, request, secrets, doctor.receivedAt),
    findings,
    tried,
    ...(triedParts && { triedParts }),
    fixes: [...findings, ...(handler?.findings ?? [])].some(({ code }) => inTheHandler.test(code))
      ? fixes
      : [],
    handler: handler && handler.findings.length > 0 ? handler : null,
    ...(handshake && { handshake }),
  };
}

/** Of the newest attempt that the handler answered; its body as far as a handshake's is long. */
async function answerTo(
  store: Store,
  { deliveries }: Event,
): Promise<{ statusCode: number; body: string } | null> {
  for (const { id: deliveryId, attempts } of deliveries.toReversed()) {
    const attempt = attempts.at(-1);
    if (attempt?.outcome.kind !== 'responded') continue;
    const { number, outcome } = attempt;
    const bytes = await store.body({ of: 'attempt', deliveryId, number, side: 'response' });
    const chunks: Buffer[] = [];
    const end = Math.min(bytes?.size ?? 0, longestAnswer);
    for await (const chunk of bytes?.read({ start: 0, end }) ?? []) chunks.push(chunk);
    return { statusCode: outcome.statusCode, body: Buffer.concat(chunks).toString('utf8') };
  }
  return null;
}

const longestAnswer = 4096;

/** Mistakes about the bytes or the URL that are verified: what a framework hands over decides. Not those of secrets. */
const inTheHandler =
  /^(key-order|spacing|unicode-escapes|numbers-rewritten|trailing-newline|charset|form-or-json|empty-body|proxy-changed-body|url-.*|handler-parsed-body|handler-url)$/;

const nothingKnown = {
  steps: [],
  findings: [],
  tried: [],
  fixes: [],
  handler: null as HandlerRefusal | null,
};

/** The endpoint an event came to, as it is now. */
export const policyOf = (book: EndpointBook, event: Pick<Event, 'endpoint' | 'path'>): EndpointPolicy =>
  book.find(event.endpoint) ?? book.match(event.path);

function doctorContext(
  { book, publicOrigins }: VerificationContext,
  event: Event,
  policy: EndpointPolicy,
): DoctorContext {
  const targets = policy.targets.map(({ protocol, hostname, port, path }) => {
    const host = hostname.includes(':') ? `[${hostname}]` : hostname;
    return `${protocol}//${host}:${port}${path ?? event.requestTarget}`;
  });
  return {
    receivedAt: Date.parse(event.receivedAt),
    otherSecrets: book.all
      .filter(({ name }) => name !== policy.name)
      .flatMap(({ name, secrets }) => secrets.map((secret) => ({ endpoint: name, secret }))),
    otherUrls: [...publicOrigins().map((origin) => `${origin}${event.requestTarget}`), ...targets],
  };
}

interface Refused {
  readonly delivery: Delivery;
  readonly attempt: Attempt;
  readonly statusCode: number;
  readonly said: string | undefined;
}

/** The newest attempt, where the handler answered it 401 or 403. What was spoilt on purpose needs no explanation. */
function lastRefusal({ deliveries }: Event): Refused | null {
  const delivery = deliveries.findLast(({ attempts }) => attempts.length > 0);
  const attempt = delivery?.attempts.at(-1);
  if (!delivery || attempt?.outcome.kind !== 'responded') return null;
  if (delivery.signature === 'broken' || delivery.signature === 'stale') return null;
  const { statusCode, body } = attempt.outcome;
  if (statusCode !== 401 && statusCode !== 403) return null;
  return { delivery, attempt, statusCode, said: body.preview };
}

async function sentRequest(store: Store, { delivery, attempt }: Refused): Promise<ProviderRequest> {
  const { number, request } = attempt;
  const requestTarget = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*\s?(.*)$/is.exec(request.url)?.[1] || '/';
  return {
    method: request.method,
    url: request.url,
    requestTarget,
    path: requestTarget.split('?', 1)[0] ?? '/',
    rawHeaders: request.rawHeaders,
    body: await bytesOf(store, { of: 'attempt', deliveryId: delivery.id, number, side: 'request' }),
  };
}

/** A whole stored body; empty where there is none. */
export async function bytesOf(store: Pick<Store, 'body'>, address: BodyAddress): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await store.body(address))?.read() ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}
