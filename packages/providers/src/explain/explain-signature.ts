import type { Buffer } from 'node:buffer';
import type { ProviderRequest } from '@hooktap/core';
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
import { Effort } from './effort.ts';
import type { ExplainContext, Finding, MistakeCode } from './finding.ts';
import { keyVariants } from './key-variants.ts';
import { keyOrderOf } from './known-key-order.ts';
import { parsedAgainBytes, type RequestVariant, requestVariants } from './request-variants.ts';
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

/** Why a signature is not valid: what would have verified, found by trying, one try for each step. */
export function* explainSignature(
  pack: ProviderPack,
  request: ProviderRequest,
  secrets: readonly string[],
  context: ExplainContext,
): Sliced<Explanation> {
  const verification = yield* verifyInSlices(pack, request, secrets, context.receivedAt);
  const done = (findings: readonly Finding[], tried: readonly string[] = []): Explanation => ({
    verification,
    findings,
    tried,
  });
  if (verification.verdict !== 'invalid') return done([]);
  const carried = carriedSchemes(pack, request);
  const first = carried.find(({ scheme }) => scheme.name === verification.scheme) ?? carried[0];
  if (!first) return done([isPlainGet(request) ? plainGet() : missingSignature(pack)]);
  const { scheme, claim } = first;
  switch (verification.code) {
    case 'malformed':
      return done([finding('malformed-signature', true, verification.reason ?? '')]);
    case 'also-check':
      return done([finding('body-digest', true, verification.reason ?? '')]);
    case 'too-old':
    case 'too-new':
      return done([clockFinding(scheme, claim, context, verification.reason ?? '')]);
    default: {
      const effort = new Effort(hashedBytes);
      const about = { pack, request, secrets, scheme, claim, context, effort };
      if (request.body.length > rewrittenBytes) {
        return done(yield* searchKeys(about), [
          'the secrets alone, since the body is larger than 1 MiB',
          ...unfinished(effort),
        ]);
      }
      const found = yield* search(about);
      const isUnusable = found.length === 0 && verification.code === 'secret-unusable';
      const findings = isUnusable ? [finding('secret-kind', false, verification.reason ?? '')] : found;
      return done(findings, [...tried(scheme, request, context), ...unfinished(effort)]);
    }
  }
}

const unfinished = (effort: Effort): string[] =>
  effort.spent ? ['not every combination: for a body of this size it would take too long'] : [];

const isPlainGet = ({ method, body }: ProviderRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && body.length === 0;

/** What a browser, a scanner or a panel's test sends is no callback whose signature was lost. */
const plainGet = (): Finding =>
  finding(
    'plain-get',
    true,
    'It has no body and no signature: a browser, a scanner or a test of the URL sends such.',
  );

const missingSignature = (pack: ProviderPack): Finding =>
  finding(
    'missing-signature',
    true,
    `${pack.title} would send ${signatureHeaders(pack)}; this request has none, and a secret is set.`,
  );

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
  const { pastSeconds = 0, futureSeconds = 0 } = scheme.tolerance ?? {};
  const allowed = offSeconds > 0 ? pastSeconds : futureSeconds;
  return finding(
    'clock',
    true,
    `The signature is right; its time is not. ${
      isAbsurd(offSeconds)
        ? reason
        : `It is ${spanText(Math.abs(offSeconds))} ${side} this machine's clock, and ${allowed} s are allowed.`
    }`,
  );
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
    if (claimMatches(scheme, request, claim, key))
      return [finding(code, true, `The signature fits ${says}.`)];
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
    if (variant) return [finding(variant.code, true, `The signature fits ${variant.says}.`)];
    const byScheme = yield* schemeFit(pack, scheme, request, claim, key, effort);
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
  const otherKey = yield* searchKeys(about);
  if (otherKey.length > 0) return otherKey;
  const paired = [...variants, ...urls.slice(0, 200)];
  for (const { code, says, key } of keyVariants(scheme, secrets, context)) {
    if (effort.spent) return [];
    const variant = yield* firstFit(paired, key);
    if (variant) {
      const detail = `Two things at once: the signature fits ${says}, over ${variant.says}.`;
      return [finding(code, true, detail), finding(variant.code, true, detail)];
    }
    const byScheme = yield* schemeFit(pack, scheme, request, claim, key, effort);
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

function tried(scheme: SignatureScheme, { body }: ProviderRequest, context: ExplainContext): string[] {
  const small = body.length <= parsedAgainBytes;
  const others = context.otherSecrets?.length ?? 0;
  const lists = [
    scheme.signsBody && small && 'the body written again (key order, spacing, escapes, numbers)',
    scheme.signsBody && small && 'line breaks, other charsets, unpacking, form against JSON, an empty body',
    scheme.signsBody && !small && 'line breaks, other charsets, unpacking, an empty body',
    'the secret with and without its prefix, blanks, base64 and hex',
    others > 0 && (others === 1 ? 'the secret of another endpoint' : `${others} secrets of other endpoints`),
    'other signed strings, digests and spellings of the signature',
    scheme.timestampUnit && 'seconds against milliseconds',
    scheme.signsUrl && 'http and https, hosts, ports, paths and queries of the URL',
    scheme.signsBody && !small && 'not the body written again, since it is larger than 128 KiB',
  ];
  return lists.filter((text) => typeof text === 'string');
}
