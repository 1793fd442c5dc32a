import { Buffer } from 'node:buffer';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { ProviderRequest, Signed, SignOptions } from '@hooktap/core';
import type { ProviderPack } from '../pack.ts';
import { withHeader, withoutHeaders } from '../raw-headers.ts';
import { alterBody } from './alter-body.ts';
import { computeSignature } from './cryptography.ts';
import type { SignatureScheme, Stamp } from './scheme.ts';
import { signedMessage } from './signed-message.ts';
import { carriedSchemes } from './verify-request.ts';

const refused = (reason: string): Signed => ({ kind: 'refused', reason });

/**
 * Signs with the schemes that the request carries already, or else those named, or else the pack's first
 * that fits the secret; with a fresh time and a fresh id, or broken as asked.
 */
export function signRequest(
  pack: ProviderPack,
  request: ProviderRequest,
  secret: string,
  options: SignOptions,
): Signed {
  if (pack.schemes.length === 0) return refused(pack.unsigned ?? `${pack.title} has no known signature.`);
  const strange = options.schemes?.find((wish) => !pack.schemes.some(({ name }) => name === wish));
  if (strange !== undefined) {
    const names = pack.schemes.map(({ name }) => name).join(', ');
    return refused(`${pack.title} has no signature scheme '${strange}'. There are: ${names}.`);
  }
  const wanted = wantedSchemes(pack, request, options.schemes);
  const usable = wanted.filter((scheme) => scheme.key(secret) !== null);
  const [first] = usable;
  if (!first)
    return refused(`The secret is not one that ${wanted.map(({ title }) => title).join(' or ')} can use.`);
  const reason = whyNot(pack, usable, options);
  if (reason) return refused(reason);
  const everyHeader = pack.schemes.flatMap(({ headers }) => headers);
  if (options.break === 'missing') {
    const rawHeaders = withoutHeaders(request.rawHeaders, everyHeader);
    return { kind: 'signed', request: { ...request, rawHeaders }, scheme: first.name };
  }
  return write(usable, request, secret, options);
}

function wantedSchemes(
  pack: ProviderPack,
  request: ProviderRequest,
  named: readonly string[] | undefined,
): readonly SignatureScheme[] {
  if (named) return pack.schemes.filter(({ name }) => named.includes(name));
  const carried = carriedSchemes(pack, request).map(({ scheme }) => scheme);
  return carried.length > 0 ? carried : pack.schemes.filter((scheme) => !scheme.onlyWhenCarried);
}

function whyNot(
  pack: ProviderPack,
  schemes: readonly SignatureScheme[],
  options: SignOptions,
): string | null {
  if (options.break === 'stale' && !schemes.some(({ tolerance }) => tolerance)) {
    return `${pack.title} signs no time, so its verifiers cannot tell a stale request.`;
  }
  if (options.break === 'body' && !schemes.some(({ signsBody }) => signsBody)) {
    return `${pack.title} does not sign the body, so its verifiers cannot tell an altered one.`;
  }
  return null;
}

function write(
  usable: readonly SignatureScheme[],
  request: ProviderRequest,
  secret: string,
  options: SignOptions,
): Signed {
  const [first] = usable as readonly [SignatureScheme, ...SignatureScheme[]];
  // Without a wish or a model, one scheme is enough; a captured request gets back all that it carried.
  const carriesSome = usable.some((scheme) => scheme.claim(request) !== null);
  const schemes = options.schemes || carriesSome ? usable : [first];
  const written = new Map<string, string>();
  let signed = schemes.reduce((one, scheme) => scheme.prepare?.(one) ?? one, request);
  for (const scheme of schemes) {
    const key = scheme.key(secret) as Buffer;
    const stamp = stampFor(scheme, request, options);
    const message = signedMessage(scheme, signed, stamp);
    const signature = computeSignature(
      scheme,
      options.break === 'secret' ? wrongKey(scheme, key) : key,
      message,
    );
    if (signature === null)
      return refused('A public key can verify, not sign. Give the private one (whsk_…).');
    for (const [name, value] of scheme.write(stamp, signature, written)) written.set(name, value);
  }
  let { rawHeaders } = signed;
  for (const [name, value] of written) rawHeaders = withHeader(rawHeaders, name, value);
  signed = { ...signed, rawHeaders };
  if (options.break === 'body') signed = { ...signed, body: alterBody(signed.body) };
  return { kind: 'signed', request: signed, scheme: first.name };
}

function stampFor(scheme: SignatureScheme, request: ProviderRequest, options: SignOptions): Stamp {
  const staleMs = options.break === 'stale' ? ((scheme.tolerance?.pastSeconds ?? 0) + 600) * 1000 : 0;
  const at = options.now - staleMs;
  const timestamp = String(scheme.timestampUnit === 'ms' ? at : Math.floor(at / 1000));
  const kept = options.keepId ? scheme.claim(request)?.id : undefined;
  return { timestamp, id: kept ?? `msg_${randomBytes(15).toString('base64url').replace(/[-_]/g, 'x')}` };
}

/** A key of the same kind that cannot be the right one. */
function wrongKey(scheme: SignatureScheme, key: Buffer): Buffer {
  if (scheme.algorithm === 'ed25519') {
    return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
  }
  if (scheme.algorithm === 'shared-secret') return Buffer.from(`wrong_${randomBytes(12).toString('hex')}`);
  return Buffer.concat([key, Buffer.from('wrong')]);
}
