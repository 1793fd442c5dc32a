import type { Buffer } from 'node:buffer';
import type { ProviderRequest } from '@hooktap/core';
import type { ReasonPart, Saying } from '@hooktap/protocol';

export type Algorithm = 'hmac-sha256' | 'hmac-sha1' | 'ed25519' | 'shared-secret';
export type SignatureEncoding = 'hex' | 'base64' | 'plain';

/** What a request says of its signature under one scheme. */
export interface Claim {
  /** Several where the provider is changing its secret. */
  readonly signatures: readonly string[];
  /** As written. */
  readonly timestamp?: string;
  readonly id?: string;
  /** The header is there and cannot be read. One sentence. */
  readonly malformed?: string;
  /** The sentence in codes. */
  readonly malformedParts?: readonly ReasonPart[];
}

/** One piece of what is signed; joined in order they are the signed bytes. */
export interface SignedPart {
  /** For the screen: "timestamp", "a full stop", "the raw body". */
  readonly label: string;
  /** The label in codes; none where it is a name. */
  readonly parts?: readonly ReasonPart[];
  readonly bytes: Buffer;
}

export interface Tolerance {
  readonly pastSeconds: number;
  readonly futureSeconds: number;
}

/** The values that a fresh signature is made with. */
export interface Stamp {
  /** In the scheme's own unit. */
  readonly timestamp: string;
  readonly id: string;
}

/**
 * A signature scheme as data and small functions, so that one engine verifies, signs and explains all of
 * them. Cryptography happens in the engine; a scheme only says what is signed and where it is written.
 */
export interface SignatureScheme {
  /** As in `verification.scheme`. */
  readonly name: string;
  readonly title: string;
  readonly docs: string;
  readonly algorithm: Algorithm;
  readonly encoding: SignatureEncoding;
  /** Lower case. Left out by `--break missing`. */
  readonly headers: readonly string[];
  readonly signsTime: boolean;
  readonly signsBody: boolean;
  readonly signsUrl: boolean;
  readonly timestampUnit?: 's' | 'ms';
  readonly tolerance?: Tolerance;
  /** Never chosen for a request that does not carry it (Zavu's agent tools). */
  readonly onlyWhenCarried?: boolean;
  /** Null where the secret is not one of this scheme. */
  key(secret: string): Buffer | null;
  /** Null where the request does not carry this scheme. */
  claim(request: ProviderRequest): Claim | null;
  parts(request: ProviderRequest, claim: Pick<Claim, 'timestamp' | 'id'>): readonly SignedPart[];
  /** A check beside the signature (Twilio's `bodySHA256`); the reason why it fails, or null. */
  alsoCheck?(request: ProviderRequest): Saying | null;
  /** Other signed strings that the provider's own verifier accepts too (Twilio: URL with and without port). */
  alternatives?(request: ProviderRequest): readonly ProviderRequest[];
  /** What must be in the request before it is signed (Twilio's `bodySHA256`). */
  prepare?(request: ProviderRequest): ProviderRequest;
  /** The headers that carry the signature. `written`: what an earlier scheme of this pack wrote. */
  write(stamp: Stamp, signature: string, written: ReadonlyMap<string, string>): readonly [string, string][];
}
