import type { Buffer } from 'node:buffer';
import type { RawHeaders, ReasonPart, SignatureBreak, Verification } from '@hooktap/protocol';

export type { SignatureBreak };

/** What is known of a request before its body is complete. */
export interface RequestHead {
  readonly method: string;
  /** Exactly as sent. */
  readonly requestTarget: string;
  /** The request target up to `?`, undecoded. */
  readonly path: string;
  readonly rawHeaders: RawHeaders;
  /** The first bytes of the body, 4 KB at most; more is not looked at. */
  readonly beginning: Buffer;
}

/** A whole request as a provider sent it. */
export interface ProviderRequest {
  readonly method: string;
  /** As the sender saw it: some providers sign it. */
  readonly url: string;
  readonly requestTarget: string;
  readonly path: string;
  readonly rawHeaders: RawHeaders;
  /** The raw bytes for signatures; `describe` wants them with the content encoding undone. */
  readonly body: Buffer;
}

/** `configured`: the endpoint names the provider. `certain`: a mark that only this provider has. */
export interface Recognition {
  readonly provider: string;
  readonly confidence: 'configured' | 'certain' | 'likely';
  /** One sentence for the screen. */
  readonly reason: string;
}

/** What an event says of itself, in the provider's words. Strings are cut and free of control characters. */
export interface ProviderReading {
  readonly eventType: string | null;
  readonly providerEventId: string | null;
  readonly subject: string | null;
  /** Events that share a key concern one message or conversation, as in `zavu:message:msg_1`. */
  readonly threadKeys: readonly string[];
  /** The step in a message's life (`queued`, `sent`, `delivered`, `read`, `failed`, …). */
  readonly status: string | null;
  /** When it happened by the provider's clock, ISO 8601. */
  readonly providerTime: string | null;
}

export interface HandshakeSettings {
  readonly secrets: readonly string[];
  /** The token typed into the provider's panel (Meta). Without one, any token is accepted and it is said. */
  readonly verifyToken?: string;
  /** Handshakes that no pack brings, by name: `twitter-crc`, `zoom`, `get-200`. */
  readonly also?: readonly string[];
}

/** `refused`: it is a handshake, and the reason why it cannot be answered. */
export type HandshakeAnswer =
  | {
      readonly kind: 'answered';
      readonly handshake: string;
      readonly statusCode: number;
      readonly rawHeaders: RawHeaders;
      readonly body: string;
      readonly explanation: string;
      /** The explanation in codes. */
      readonly parts?: readonly ReasonPart[];
    }
  | {
      readonly kind: 'refused';
      readonly handshake: string;
      readonly statusCode: number;
      readonly reason: string;
      readonly parts?: readonly ReasonPart[];
    };

export interface SignOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly break?: SignatureBreak;
  /** Keeps the id header of the captured request (Svix, Standard Webhooks). */
  readonly keepId?: boolean;
  /** Schemes by name, in place of those that the request carries (Zavu's v1 and v2 together). */
  readonly schemes?: readonly string[];
}

/** `refused`: this cannot be signed or broken so, with the reason. */
export type Signed =
  | { readonly kind: 'signed'; readonly request: ProviderRequest; readonly scheme: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** The port to provider packs. Nothing here throws on hostile input, and but for large bodies nothing waits. */
export interface ProviderCatalog {
  /** Cheap: headers and the beginning only. `configured` is the provider named by the endpoint. */
  recognise(head: RequestHead, configured?: string): Recognition | null;
  /** How long it waits for an answer, in milliseconds; null where that is not known. */
  deadlineMs(provider: string): number | null;
  describe(provider: string, request: ProviderRequest): ProviderReading;
  /** `receivedAt` in milliseconds since 1970: signed times are judged by the moment of arrival. */
  verify(
    provider: string | null,
    request: ProviderRequest,
    secrets: readonly string[],
    receivedAt: number,
  ): Verification;
  /** The same for a body of megabytes: gives way to all else every few milliseconds. */
  verifyLarge(
    provider: string | null,
    request: ProviderRequest,
    secrets: readonly string[],
    receivedAt: number,
  ): Promise<Verification>;
  /** Null where the request is no handshake. */
  handshake(
    provider: string | null,
    request: ProviderRequest,
    settings: HandshakeSettings,
  ): HandshakeAnswer | null;
  sign(provider: string, request: ProviderRequest, secret: string, options: SignOptions): Signed;
}
