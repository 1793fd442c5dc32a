import type { Event, RequestEdit, Saying, SignatureBreak, SignatureMode } from '@hooktap/protocol';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { bytesOf } from './event-verification.ts';
import type { ReplayRefusal } from './inspection-port.ts';
import type { ProviderCatalog, ProviderRequest, Signed } from './provider-port.ts';
import { editRequest } from './request-edit.ts';
import { callbacks } from './say.ts';
import type { RequestOverride, Store } from './store-port.ts';

interface SigningContext {
  readonly store: Store;
  /** Null: there are no provider packs. */
  readonly catalog: Promise<ProviderCatalog> | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface SigningWish {
  readonly policy: EndpointPolicy;
  readonly edit?: RequestEdit | undefined;
  readonly break?: SignatureBreak | undefined;
}

type SignedCopy =
  | { readonly ok: true; readonly override: RequestOverride }
  | { readonly ok: false; readonly error: ReplayRefusal };

const refuse = (error: ReplayRefusal): SignedCopy => ({ ok: false, error });

/** A copy of an event, edited where asked for, and signed anew as its provider would, or spoilt. */
export async function signedCopy(
  { store, catalog, now }: SigningContext,
  event: Event,
  { policy, edit, break: broken }: SigningWish,
): Promise<SignedCopy> {
  const provider = policy.provider ?? event.provider;
  if (!catalog || provider === null) {
    const message =
      'No provider was recognised in this event, so there is no signature to make anew. Replay it as captured.';
    return refuse({ code: 'cannot-sign', message });
  }
  const { secrets, name } = policy;
  const packs = await catalog;
  if (secrets.length === 0) {
    // A secret would change nothing where the provider signs nothing.
    const { code, reason } = packs.verify(provider, { ...event, body: Buffer.alloc(0) }, [], 0);
    if (code === 'no-scheme' && reason !== undefined)
      return refuse({ code: 'cannot-sign', message: `${reason} Replay it as captured.` });
    return refuse({ code: 'no-secret', ...noSecret(name) });
  }
  const captured = { ...event, body: await bytesOf(store, { of: 'event', eventId: event.id }) };
  const edited = edit ? editRequest(captured, edit) : { ok: true as const, request: captured };
  if (!edited.ok) {
    const { errors } = edited;
    return refuse({ code: 'edit-invalid', message: errors.map(({ message }) => message).join(' '), errors });
  }
  const secret = theRightOne(packs, provider, captured, secrets, Date.parse(event.receivedAt));
  const options = { now: now(), ...(broken && { break: broken }) };
  const signed = firstSigned(
    [secret, ...secrets].map((one) => packs.sign(provider, asSent(captured, edited.request), one, options)),
  );
  if (signed.kind === 'refused') return refuse({ code: 'cannot-sign', message: signed.reason });
  const { method, requestTarget, rawHeaders, body } = signed.request;
  const writer = store.openBody();
  await writer.write(body);
  return { ok: true, override: { method, requestTarget, rawHeaders, body: await writer.finish() } };
}

/** What to say where an endpoint has no secret. */
export const noSecret = (endpoint: string): Saying =>
  callbacks.sentence('no-secret', {
    endpoint,
    variable: `HOOKTAP_SECRET_${endpoint.toUpperCase().replaceAll('-', '_')}`,
  });

/** How a delivery's signature is recorded. */
export function signatureMode(wish: {
  readonly resign?: true | undefined;
  readonly break?: SignatureBreak | undefined;
}): SignatureMode {
  if (wish.break === undefined) return wish.resign ? 'resigned' : 'as-captured';
  return wish.break === 'stale' ? 'stale' : 'broken';
}

/** While a secret is being changed there are several: the one that the provider signed with. */
function theRightOne(
  packs: ProviderCatalog,
  provider: string,
  captured: ProviderRequest,
  secrets: readonly string[],
  receivedAt: number,
): string {
  const fits = (secret: string) => packs.verify(provider, captured, [secret], receivedAt).verdict === 'valid';
  return secrets.find(fits) ?? (secrets[0] as string);
}

/** The URL goes along with an edited request target: some providers sign it. */
function asSent(
  captured: ProviderRequest,
  request: Pick<ProviderRequest, 'method' | 'requestTarget' | 'rawHeaders' | 'body'>,
): ProviderRequest {
  const { requestTarget } = request;
  const path = requestTarget.split('?', 1)[0] ?? requestTarget;
  if (requestTarget === captured.requestTarget) return { ...request, path, url: captured.url };
  const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(captured.url)?.[0] ?? '';
  return { ...request, path, url: `${origin}${requestTarget}` };
}

const firstSigned = (tried: readonly Signed[]): Signed =>
  tried.find(({ kind }) => kind === 'signed') ?? (tried[0] as Signed);
