import type { Buffer } from 'node:buffer';
import type { ProviderRequest } from '@hooktap/core';
import type { ProviderPack } from '../pack.ts';
import { clockProblem, signedTimeMs, spanText } from '../signature/clock.ts';
import type { Claim, SignatureScheme } from '../signature/scheme.ts';
import { claimMatches } from '../signature/signed-message.ts';
import { carriedSchemes, type VerificationDetail, verifyRequest } from '../signature/verify-request.ts';
import type { ExplainContext, Finding, MistakeCode } from './finding.ts';
import { keyVariants } from './key-variants.ts';
import { keyOrderOf } from './known-key-order.ts';
import { requestVariants } from './request-variants.ts';
import { schemeFit } from './scheme-variants.ts';
import { urlVariants } from './url-variants.ts';
import { titleFor, todoFor } from './wording.ts';

export interface Explanation {
  readonly verification: VerificationDetail;
  /** Empty where nothing that people get wrong explains it: the body or the signature was changed. */
  readonly findings: readonly Finding[];
  /** What was tried, in words, so that an empty answer means something. */
  readonly tried: readonly string[];
}

/** Why a signature is not valid: what would have verified, found by trying. */
export function explainSignature(
  pack: ProviderPack,
  request: ProviderRequest,
  secrets: readonly string[],
  context: ExplainContext,
): Explanation {
  const verification = verifyRequest(pack, request, secrets, context.receivedAt);
  const done = (findings: readonly Finding[], tried: readonly string[] = []): Explanation => ({
    verification,
    findings,
    tried,
  });
  if (verification.verdict !== 'invalid') return done([]);
  const carried = carriedSchemes(pack, request);
  const first = carried.find(({ scheme }) => scheme.name === verification.scheme) ?? carried[0];
  if (!first) return done([finding('missing-signature', true, verification.reason ?? '')]);
  const { scheme, claim } = first;
  switch (verification.code) {
    case 'malformed':
      return done([finding('malformed-signature', true, verification.reason ?? '')]);
    case 'also-check':
      return done([finding('body-digest', true, verification.reason ?? '')]);
    case 'too-old':
    case 'too-new':
      return done([clockFinding(scheme, claim, context, verification.reason ?? '')]);
    default:
      if (request.body.length > triedBytes) return done([], ['nothing: the body is larger than 1 MiB']);
      return done(search(pack, request, secrets, scheme, claim, context), tried(scheme, context));
  }
}

const finding = (code: MistakeCode, certain: boolean, detail: string): Finding => ({
  code,
  certain,
  title: titleFor(code),
  detail,
  todo: todoFor(code),
});

/** The signature is right and its time is not: another unit, or another clock. */
function clockFinding(
  scheme: SignatureScheme,
  claim: Claim,
  context: ExplainContext,
  reason: string,
): Finding {
  const written = Number(claim.timestamp);
  const otherUnitMs = scheme.timestampUnit === 'ms' ? written * 1000 : written;
  const otherUnit = {
    ...claim,
    timestamp: String(scheme.timestampUnit === 'ms' ? otherUnitMs : Math.floor(written / 1000)),
  };
  if (clockProblem(scheme, otherUnit, context.receivedAt) === null) {
    const units = scheme.timestampUnit === 'ms' ? ['seconds', 'milliseconds'] : ['milliseconds', 'seconds'];
    return finding(
      'timestamp-unit',
      true,
      `The signed time is right in ${units[0]}; this scheme wants ${units[1]}.`,
    );
  }
  const offSeconds = Math.round((context.receivedAt - (signedTimeMs(scheme, claim) ?? 0)) / 1000);
  const side = offSeconds > 0 ? 'behind' : 'ahead of';
  return finding(
    'clock',
    true,
    `The signature is right. Its time is ${spanText(Math.abs(offSeconds))} ${side} this machine's. ${reason}`,
  );
}

/** Trying a hundred ways of writing a larger body again would hold up the process for a minute. */
const triedBytes = 1024 * 1024;

/** At most so many bytes are hashed for pairs of mistakes, so that a large body does not hold up the process. */
const pairedBytes = 64 * 1024 * 1024;

/** The first single mistake that explains it; else the first pair of a wrong secret and one other mistake. */
function search(
  pack: ProviderPack,
  request: ProviderRequest,
  secrets: readonly string[],
  scheme: SignatureScheme,
  claim: Claim,
  context: ExplainContext,
): Finding[] {
  const keys = secrets.slice(0, 16).flatMap((secret) => scheme.key(secret) ?? []);
  const variants = scheme.signsBody ? requestVariants(request, keyOrderOf(pack, request)) : [];
  const urls = scheme.signsUrl ? urlVariants(request, context.otherUrls ?? []) : [];
  const fits = (one: ProviderRequest, key: Buffer, as: Claim = claim): boolean =>
    claimMatches(scheme, one, as, key);
  for (const key of keys) {
    const byScheme = schemeFit(pack, scheme, request, claim, key);
    const variant = [...variants, ...urls].find((one) => fits(one.request, key));
    if (variant) return [finding(variant.code, true, `The signature fits ${variant.says}.`)];
    if (byScheme) return [finding(byScheme.code, true, `The signature fits ${byScheme.says}.`)];
    const unit = otherUnits(claim).find((one) => fits(request, key, one));
    if (unit)
      return [
        finding(
          'timestamp-unit',
          true,
          `The signature fits the timestamp ${unit.timestamp}, not ${claim.timestamp}.`,
        ),
      ];
  }
  const otherKeys = keyVariants(scheme, secrets, context);
  for (const { code, says, key } of otherKeys) {
    if (fits(request, key)) return [finding(code, true, `The signature fits ${says}.`)];
  }
  const affordable = Math.floor(pairedBytes / ((request.body.length + 1000) * (otherKeys.length + 1)));
  const paired = [...variants, ...urls.slice(0, 200)].slice(0, affordable);
  for (const { code, says, key } of otherKeys) {
    const variant = paired.find((one) => fits(one.request, key));
    if (variant) {
      const detail = `Two things at once: the signature fits ${says}, over ${variant.says}.`;
      return [finding(code, true, detail), finding(variant.code, true, detail)];
    }
    const byScheme = schemeFit(pack, scheme, request, claim, key);
    if (byScheme) {
      const detail = `Two things at once: the signature fits ${says}, over ${byScheme.says}.`;
      return [finding(code, true, detail), finding(byScheme.code, true, detail)];
    }
  }
  return [];
}

/** The time as somebody may have signed it who mixed up seconds and milliseconds. */
function otherUnits(claim: Claim): Claim[] {
  const { timestamp } = claim;
  if (timestamp === undefined || !/^\d{1,15}$/.test(timestamp)) return [];
  const other = timestamp.length > 11 ? String(Math.floor(Number(timestamp) / 1000)) : `${timestamp}000`;
  return [{ ...claim, timestamp: other }];
}

function tried(scheme: SignatureScheme, context: ExplainContext): string[] {
  const others = context.otherSecrets?.length ?? 0;
  const lists = [
    scheme.signsBody && 'the body written again (key order, spacing, escapes, numbers)',
    scheme.signsBody && 'line breaks, other charsets, unpacking, form against JSON, an empty body',
    'the secret with and without its prefix, blanks, base64 and hex',
    others > 0 && (others === 1 ? 'the secret of another endpoint' : `${others} secrets of other endpoints`),
    'other signed strings, digests and spellings of the signature',
    scheme.timestampUnit && 'seconds against milliseconds',
    scheme.signsUrl && 'http and https, hosts, ports, paths and queries of the URL',
  ];
  return lists.filter((text) => typeof text === 'string');
}
