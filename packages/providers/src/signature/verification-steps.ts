import type { Buffer } from 'node:buffer';
import type { ProviderRequest } from '@hooktap/core';
import type { ProviderPack } from '../pack.ts';
import { clockProblem, clockText, signedTimeMs } from './clock.ts';
import { computeSignature } from './cryptography.ts';
import { claimMatches, signedMessage } from './signed-message.ts';
import { carriedSchemes } from './verify-request.ts';

/** How one scheme is checked, for the screen. Texts hold what the sender wrote and must be shown as text. */
export interface SchemeSteps {
  readonly scheme: string;
  readonly title: string;
  readonly docs: string;
  readonly algorithm: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** What is signed, joined in order; the beginning of each part only. */
  readonly signed: readonly {
    readonly label: string;
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
  } | null;
}

const shown = 200;

export function verificationSteps(
  pack: ProviderPack,
  request: ProviderRequest,
  secrets: readonly string[],
  receivedAt: number,
): SchemeSteps[] {
  return carriedSchemes(pack, request).map(({ scheme, claim }) => {
    const keys = secrets.map((secret) => scheme.key(secret));
    const signedAt = signedTimeMs(scheme, claim);
    const hidden = scheme.algorithm === 'shared-secret';
    return {
      scheme: scheme.name,
      title: scheme.title,
      docs: scheme.docs,
      algorithm: scheme.algorithm,
      headers: request.rawHeaders
        .filter(([name]) => scheme.headers.includes(name.toLowerCase()))
        .map(([name, value]) => ({ name, value: hidden ? masked(value) : value })),
      signed: scheme.parts(request, claim).map(({ label, bytes }) => ({
        label,
        text: bytes.toString('utf8', 0, shown),
        size: bytes.length,
        cut: bytes.length > shown,
      })),
      received: hidden ? claim.signatures.map(masked) : claim.signatures,
      computed: keys.map((key, secretIndex) => ({
        secretIndex,
        // A shared secret is its own signature: it is never shown.
        signature: key && !hidden ? computed(scheme, key, request, claim) : null,
        matches: key !== null && claimMatches(scheme, request, claim, key),
      })),
      clock:
        signedAt === null
          ? null
          : {
              signedAt: clockText(signedAt),
              receivedAt: clockText(receivedAt),
              problem: clockProblem(scheme, claim, receivedAt)?.reason ?? null,
            },
    };
  });
}

const computed = (
  scheme: Parameters<typeof computeSignature>[0],
  key: Buffer,
  request: ProviderRequest,
  claim: Parameters<typeof signedMessage>[2],
): string | null => computeSignature(scheme, key, signedMessage(scheme, request, claim));

const masked = (text: string): string => `${text.length} characters, not shown`;
