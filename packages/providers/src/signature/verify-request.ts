import type { Buffer } from 'node:buffer';
import type { ProviderRequest } from '@hooktap/core';
import type { ReasonPart, Verification } from '@hooktap/protocol';
import { doctor } from '../explain/doctor.ts';
import type { ProviderPack } from '../pack.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { clockProblem } from './clock.ts';
import type { Claim, SignatureScheme } from './scheme.ts';
import { matchingKey } from './signed-message.ts';

/** Which reason of the verdict it is. */
export type VerificationCode =
  | 'matches'
  | 'no-scheme'
  | 'no-secret'
  | 'missing'
  | 'malformed'
  | 'secret-unusable'
  | 'mismatch'
  | 'also-check'
  | 'too-old'
  | 'too-new'
  | 'pack-failed';

/** The verdict with the cause as a code, and which of the secrets fitted. */
export interface VerificationDetail extends Verification {
  readonly code: VerificationCode;
  /** The reason in codes, where there is more to say than that of `code`. */
  readonly parts?: readonly ReasonPart[];
  readonly secretIndex?: number;
}

export interface CarriedScheme {
  readonly scheme: SignatureScheme;
  readonly claim: Claim;
}

/** The schemes of the pack that the request carries, strongest first. */
export function carriedSchemes(pack: ProviderPack, request: ProviderRequest): CarriedScheme[] {
  return pack.schemes.flatMap((scheme) => {
    const claim = scheme.claim(request);
    return claim ? [{ scheme, claim }] : [];
  });
}

/**
 * Checks the strongest scheme that the request carries and a secret fits. A weaker one beside it is not
 * asked, so that a right v1 does not cover for a wrong v2.
 */
export const verifyRequest = (
  pack: ProviderPack,
  request: ProviderRequest,
  secrets: readonly string[],
  receivedAt: number,
): VerificationDetail => atOnce(verifyInSlices(pack, request, secrets, receivedAt));

/** The same in slices: ten megabytes under many secrets are hashed for a tenth of a second. */
export function* verifyInSlices(
  pack: ProviderPack,
  request: ProviderRequest,
  secrets: readonly string[],
  receivedAt: number,
): Sliced<VerificationDetail> {
  if (pack.schemes.length === 0) {
    return {
      verdict: 'unchecked',
      code: 'no-scheme',
      reason: pack.unsigned ?? `${pack.title} has no known signature.`,
    };
  }
  const carried = carriedSchemes(pack, request);
  if (secrets.length === 0) {
    const signed = carried.length > 0 ? 'It carries a signature, but no' : 'No';
    return { verdict: 'unchecked', code: 'no-secret', reason: `${signed} secret is set for this endpoint.` };
  }
  if (carried.length === 0) return missing(pack);
  for (const { scheme, claim } of carried) {
    const keys = secrets.map((secret) => scheme.key(secret));
    if (keys.some((key) => key !== null)) return yield* checkOne(request, scheme, claim, keys, receivedAt);
  }
  const names = carried.map(({ scheme }) => scheme.title).join(', ');
  const { message, parts } = doctor.sentence('secret-of-other-kind', { names });
  return { verdict: 'invalid', code: 'secret-unusable', reason: message, parts };
}

function missing(pack: ProviderPack): VerificationDetail {
  return {
    verdict: 'invalid',
    code: 'missing',
    reason: `A secret is set, and the request carries no signature (${signatureHeaders(pack)}).`,
  };
}

/** The names of those that a callback of the usual kind would bear. */
export function signatureHeaders({ schemes }: ProviderPack): string {
  const usual = schemes.filter(({ onlyWhenCarried }) => !onlyWhenCarried);
  return [...new Set(usual.flatMap(({ headers }) => headers))].join(', ');
}

function* checkOne(
  request: ProviderRequest,
  scheme: SignatureScheme,
  claim: Claim,
  keys: readonly (Buffer | null)[],
  receivedAt: number,
): Sliced<VerificationDetail> {
  const invalid = (code: VerificationCode, reason: string): VerificationDetail => ({
    verdict: 'invalid',
    code,
    reason,
    scheme: scheme.name,
  });
  if (claim.malformed !== undefined) {
    const { malformedParts: parts } = claim;
    return { ...invalid('malformed', claim.malformed), ...(parts && { parts }) };
  }
  const secretIndex = yield* matchingKey(scheme, request, claim, keys);
  if (secretIndex < 0) {
    const which = keys.length === 1 ? 'the secret' : `any of the ${keys.length} secrets`;
    return invalid('mismatch', `The signature does not fit ${which} over what arrived.`);
  }
  const beside = scheme.alsoCheck?.(request) ?? null;
  if (beside !== null) return { ...invalid('also-check', beside.message), parts: beside.parts };
  const clock = clockProblem(scheme, claim, receivedAt);
  if (clock) return { ...invalid(clock.code, clock.reason), parts: clock.parts };
  return { verdict: 'valid', code: 'matches', scheme: scheme.name, secretIndex };
}
