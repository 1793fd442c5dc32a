import type { Buffer } from 'node:buffer';
import type { ProviderRequest } from '@hooktap/core';
import type { ReasonPart } from '@hooktap/protocol';
import type { ProviderPack } from '../pack.ts';
import type { Sliced } from '../slices.ts';
import { type ClockProblem, clockProblem, clockText, signedTimeMs } from './clock.ts';
import { signatureInSlices } from './cryptography.ts';
import type { Claim, SignatureScheme } from './scheme.ts';
import { matchingKey, signedMessage } from './signed-message.ts';
import { carriedSchemes } from './verify-request.ts';

/** How one scheme is checked, for the screen. Texts hold what the sender wrote and must be shown as text. */
export interface SchemeSteps {
  readonly scheme: string;
  readonly title: string;
  readonly docs: string;
  readonly algorithm: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** What is signed, joined in order; of a part above 64 KiB the beginning only. */
  readonly signed: readonly {
    readonly label: string;
    readonly parts?: readonly ReasonPart[];
    readonly text: string;
    readonly size: number;
    readonly cut: boolean;
  }[];
  readonly received: readonly string[];
  /** One for each secret, by its place; never the secret. Null: not a secret of this scheme, or a key that only verifies. */
  readonly computed: readonly {
    readonly secretIndex: number;
    readonly signature: string | null;
    readonly matches: boolean;
  }[];
  readonly clock: {
    readonly signedAt: string;
    readonly receivedAt: string;
    readonly problem: string | null;
    readonly parts?: readonly ReasonPart[];
  } | null;
}

/** Bytes of each part: the whole of an ordinary callback. */
const shown = 64 * 1024;

export function* verificationSteps(
  pack: ProviderPack,
  request: ProviderRequest,
  secrets: readonly string[],
  receivedAt: number,
): Sliced<SchemeSteps[]> {
  const all: SchemeSteps[] = [];
  for (const { scheme, claim } of carriedSchemes(pack, request)) {
    const signedAt = signedTimeMs(scheme, claim);
    const hidden = scheme.algorithm === 'shared-secret';
    all.push({
      scheme: scheme.name,
      title: scheme.title,
      docs: scheme.docs,
      algorithm: scheme.algorithm,
      headers: request.rawHeaders
        .filter(([name]) => scheme.headers.includes(name.toLowerCase()))
        .map(([name, value]) => ({ name, value: hidden ? masked(value) : value })),
      signed: scheme.parts(request, claim).map(({ label, parts, bytes }) => ({
        label,
        ...(parts && { parts }),
        text: beginningOf(bytes),
        size: bytes.length,
        cut: bytes.length > shown,
      })),
      received: hidden ? claim.signatures.map(masked) : claim.signatures,
      computed: yield* computedWith(secrets, scheme, request, claim),
      clock:
        signedAt === null ? null : clockStep(signedAt, receivedAt, clockProblem(scheme, claim, receivedAt)),
    });
  }
  return all;
}

function clockStep(signedAt: number, receivedAt: number, problem: ClockProblem | null): SchemeSteps['clock'] {
  return {
    signedAt: clockText(signedAt),
    receivedAt: clockText(receivedAt),
    problem: problem?.reason ?? null,
    ...(problem && { parts: problem.parts }),
  };
}

function* computedWith(
  secrets: readonly string[],
  scheme: SignatureScheme,
  request: ProviderRequest,
  claim: Claim,
): Sliced<SchemeSteps['computed']> {
  const computed: SchemeSteps['computed'][number][] = [];
  for (const [secretIndex, secret] of secrets.entries()) {
    const key = scheme.key(secret);
    // A shared secret is its own signature: it is never shown.
    const isShown = key && scheme.algorithm !== 'shared-secret';
    const message = isShown ? signedMessage(scheme, request, claim) : [];
    const signature = isShown ? yield* signatureInSlices(scheme, key, message) : null;
    const matches = (yield* matchingKey(scheme, request, claim, [key])) === 0;
    computed.push({ secretIndex, signature, matches });
    yield;
  }
  return computed;
}

/** Cut between characters, not within one. */
function beginningOf(bytes: Buffer): string {
  let end = Math.min(bytes.length, shown);
  for (let back = 0; end < bytes.length && back < 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80; back += 1)
    end -= 1;
  return bytes.toString('utf8', 0, end);
}

const masked = (text: string): string => `${text.length} characters, not shown`;
