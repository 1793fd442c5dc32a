import type { Buffer } from 'node:buffer';
import type { ProviderRequest } from '@hooktap/core';
import type { ReasonPart, Saying } from '@hooktap/protocol';
import type { ProviderPack } from '../pack.ts';
import { clockProblem, isAbsurd, signedTimeMs, spanText } from '../signature/clock.ts';
import type { Claim, SignatureScheme } from '../signature/scheme.ts';
import { claimMatches } from '../signature/signed-message.ts';
import {
  carriedSchemes,
  signatureHeaders,
  type VerificationDetail,
  verifyInSlices,
} from '../signature/verify-request.ts';
import type { Sliced } from '../slices.ts';
import { doctor, inWords, sayFit, sayFitTwo } from './doctor.ts';
import { Effort } from './effort.ts';
import type { ExplainContext, Finding } from './finding.ts';
import { keyVariants } from './key-variants.ts';
import { keyOrderOf } from './known-key-order.ts';
import { parsedAgainBytes, type RequestVariant, requestVariants } from './request-variants.ts';
import { schemeFit } from './scheme-variants.ts';
import { urlVariants } from './url-variants.ts';
import { finding } from './wording.ts';

export interface Explanation {
  readonly verification: VerificationDetail;
  /** Empty where nothing that people get wrong explains it: the body or the signature was changed. */
  readonly findings: readonly Finding[];
  /** What was tried, in words, so that an empty answer means something. */
  readonly tried: readonly string[];
  /** Each of them in codes. */
  readonly triedParts?: readonly (readonly ReasonPart[])[];
}

/** Why a signature is not valid: what would have verified, found by trying, one try for each step. */
export function* explainSignature(
  pack: ProviderPack,
  request: ProviderRequest,
  secrets: readonly string[],
  context: ExplainContext,
): Sliced<Explanation> {
  const verification = yield* verifyInSlices(pack, request, secrets, context.receivedAt);
  const done = (findings: readonly Finding[], tried: readonly Saying[] = []): Explanation => ({
    verification,
    findings,
    tried: tried.map(({ message }) => message),
    triedParts: tried.map(({ parts }) => parts),
  });
  const reason = (code: 'malformed' | 'also-check' | 'unusable'): Saying =>
    inWords(verification.reason ?? '', ...(verification.parts ?? [doctor.part(code)]));
  if (verification.verdict !== 'invalid') return done([]);
  const carried = carriedSchemes(pack, request);
  const first = carried.find(({ scheme }) => scheme.name === verification.scheme) ?? carried[0];
  if (!first) return done([isPlainGet(request) ? plainGet() : missingSignature(pack)]);
  const { scheme, claim } = first;
  switch (verification.code) {
    case 'malformed':
      return done([finding('malformed-signature', true, reason('malformed'))]);
    case 'also-check':
      return done([finding('body-digest', true, reason('also-check'))]);
    case 'too-old':
    case 'too-new':
      return done([clockFinding(scheme, claim, context, reason('malformed'))]);
    default: {
      const effort = new Effort(hashedBytes);
      const about = { pack, request, secrets, scheme, claim, context, effort };
      if (request.body.length > rewrittenBytes) {
        return done(yield* searchKeys(about), [doctor.sentence('tried-secrets'), ...unfinished(effort)]);
      }
      const found = yield* search(about);
      const isUnusable = found.length === 0 && verification.code === 'secret-unusable';
      const findings = isUnusable ? [finding('secret-kind', false, reason('unusable'))] : found;
      return done(findings, [...tried(scheme, request, context), ...unfinished(effort)]);
    }
  }
}

const unfinished = (effort: Effort): Saying[] => (effort.spent ? [doctor.sentence('tried-part')] : []);

const isPlainGet = ({ method, body }: ProviderRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && body.length === 0;

/** What a browser, a scanner or a panel's test sends is no callback whose signature was lost. */
const plainGet = (): Finding => finding('plain-get', true, doctor.sentence('plain-get'));

const missingSignature = (pack: ProviderPack): Finding =>
  finding(
    'missing-signature',
    true,
    doctor.sentence('missing', { provider: pack.title, headers: signatureHeaders(pack) }),
  );

/** The signature is right and its time is not: another unit, or another clock. */
function clockFinding(
  scheme: SignatureScheme,
  claim: Claim,
  context: ExplainContext,
  reason: Saying,
): Finding {
  const written = Number(claim.timestamp);
  const otherUnitMs = scheme.timestampUnit === 'ms' ? written * 1000 : written;
  const otherUnit = {
    ...claim,
    timestamp: String(scheme.timestampUnit === 'ms' ? otherUnitMs : Math.floor(written / 1000)),
  };
  if (clockProblem(scheme, otherUnit, context.receivedAt) === null) {
    const found = scheme.timestampUnit === 'ms' ? 'time-in-seconds' : 'time-in-ms';
    return finding('timestamp-unit', true, doctor.sentence(found));
  }
  const offSeconds = Math.round((context.receivedAt - (signedTimeMs(scheme, claim) ?? 0)) / 1000);
  const { pastSeconds = 0, futureSeconds = 0 } = scheme.tolerance ?? {};
  const allowed = offSeconds > 0 ? pastSeconds : futureSeconds;
  const values = { span: spanText(Math.abs(offSeconds)), allowed: String(allowed) };
  const off = isAbsurd(offSeconds)
    ? reason.parts
    : [doctor.part(offSeconds > 0 ? 'behind' : 'ahead', values)];
  return finding('clock', true, doctor.say(doctor.part('only-time'), ...off));
}

/** Larger bodies are not written again in a hundred ways. */
const rewrittenBytes = 1024 * 1024;

/** So much takes a few hundred milliseconds. */
const hashedBytes = 256 * 1024 * 1024;

interface Search {
  readonly pack: ProviderPack;
  readonly request: ProviderRequest;
  readonly secrets: readonly string[];
  readonly scheme: SignatureScheme;
  readonly claim: Claim;
  readonly context: ExplainContext;
  readonly effort: Effort;
}

/** Another secret, or this one taken otherwise. */
function* searchKeys({ request, secrets, scheme, claim, context, effort }: Search): Sliced<Finding[]> {
  for (const { code, says, key } of keyVariants(scheme, secrets, context)) {
    yield;
    if (!effort.allows(request.body.length)) return [];
    if (claimMatches(scheme, request, claim, key)) return [finding(code, true, sayFit(says))];
  }
  return [];
}

/** The first single mistake that explains it; else the first pair of a wrong secret and one other mistake. */
function* search(about: Search): Sliced<Finding[]> {
  const { pack, request, secrets, scheme, claim, context, effort } = about;
  const keys = secrets.slice(0, 16).flatMap((secret) => scheme.key(secret) ?? []);
  const variants: RequestVariant[] = [];
  for (const one of scheme.signsBody ? requestVariants(request, keyOrderOf(pack, request)) : []) {
    variants.push(one);
    yield;
  }
  const urls = scheme.signsUrl ? urlVariants(request, context.otherUrls ?? []) : [];
  const fits = (one: ProviderRequest, key: Buffer, as: Claim = claim): boolean =>
    effort.allows(one.body.length) && claimMatches(scheme, one, as, key);
  function* firstFit(among: readonly RequestVariant[], key: Buffer): Sliced<RequestVariant | undefined> {
    for (const one of among) {
      yield;
      if (fits(one.request, key)) return one;
    }
    return undefined;
  }
  for (const key of keys) {
    const variant = yield* firstFit([...variants, ...urls], key);
    if (variant) return [finding(variant.code, true, sayFit(variant.says))];
    const byScheme = yield* schemeFit(pack, scheme, request, claim, key, effort);
    if (byScheme) return [finding(byScheme.code, true, sayFit(byScheme.says))];
    const unit = otherUnits(claim).find((one) => fits(request, key, one));
    if (unit)
      return [
        finding(
          'timestamp-unit',
          true,
          doctor.sentence('time-other', { timestamp: unit.timestamp ?? '', written: claim.timestamp ?? '' }),
        ),
      ];
  }
  const otherKey = yield* searchKeys(about);
  if (otherKey.length > 0) return otherKey;
  const paired = [...variants, ...urls.slice(0, 200)];
  for (const { code, says, key } of keyVariants(scheme, secrets, context)) {
    if (effort.spent) return [];
    const variant = yield* firstFit(paired, key);
    if (variant) {
      const detail = sayFitTwo(says, variant.says);
      return [finding(code, true, detail), finding(variant.code, true, detail)];
    }
    const byScheme = yield* schemeFit(pack, scheme, request, claim, key, effort);
    if (byScheme) {
      const detail = sayFitTwo(says, byScheme.says);
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

function tried(scheme: SignatureScheme, { body }: ProviderRequest, context: ExplainContext): Saying[] {
  const small = body.length <= parsedAgainBytes;
  const others = context.otherSecrets?.length ?? 0;
  const lists = [
    scheme.signsBody && small && 'tried-written',
    scheme.signsBody && small && 'tried-bytes',
    scheme.signsBody && !small && 'tried-bytes-large',
    'tried-secret',
    others === 1 && 'tried-other-secret',
    others > 1 && 'tried-other-secrets',
    'tried-strings',
    scheme.timestampUnit && 'tried-units',
    scheme.signsUrl && 'tried-url',
    scheme.signsBody && !small && 'tried-large',
  ] as const;
  return lists
    .filter((code) => typeof code === 'string')
    .map((code) =>
      code === 'tried-other-secrets'
        ? doctor.sentence(code, { count: String(others) })
        : doctor.sentence(code),
    );
}
