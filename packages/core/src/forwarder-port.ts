import type { FailureKind, RawHeaders, ReasonPart, TargetHealth, Timing } from '@hooktap/protocol';
import type { BodyBytes, BodyWriter, StoredBody } from './store-port.ts';
import type { Target } from './target.ts';

/** One exchange to be made. Headers are final but for framing, which the forwarder writes. */
export interface OutgoingRequest {
  readonly target: Target;
  readonly method: string;
  /** Joined and ready for the request line, latin-1. */
  readonly requestTarget: string;
  readonly rawHeaders: RawHeaders;
  readonly body: BodyBytes;
}

/** Sees the response while it comes in, to stream it on to the sender. */
export interface ResponseTap {
  /**
   * Headers as they came. Nothing more is read until the promise settles. Rejects where they cannot be passed
   * on to the sender: then the attempt has failed as `unparseable`, with the error's message.
   */
  head(statusCode: number, statusMessage: string, rawHeaders: RawHeaders): Promise<void>;
  /** A promise where the sender has to catch up. Nothing is thrown for a sender that left. */
  data(chunk: Buffer): Promise<void> | undefined;
  /** The response is whole. What is thrown here is a bug; it changes nothing of the outcome. */
  end(rawTrailers: RawHeaders): void;
}

export interface ForwardOptions {
  /** Until the whole response is there, from the moment of sending. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly openBody: () => BodyWriter;
  /** Bytes of the response that are recorded; the rest is passed on only. */
  readonly recordLimit: number;
  readonly tap?: ResponseTap;
}

export interface ForwardedResponse {
  readonly statusCode: number;
  readonly rawHeaders: RawHeaders;
  readonly body: StoredBody;
  readonly bodyState: 'complete' | 'truncated' | 'aborted';
}

export type ForwardOutcome =
  | { readonly kind: 'responded'; readonly response: ForwardedResponse }
  | {
      readonly kind: 'failed';
      readonly failure: FailureKind;
      readonly message: string;
      /** The message in codes. */
      readonly parts?: readonly ReasonPart[];
      readonly partial?: ForwardedResponse;
    };

/** What was sent, framing included, and what became of it. */
export interface ForwardResult {
  readonly sentHeaders: RawHeaders;
  readonly timing: Timing;
  readonly outcome: ForwardOutcome;
}

/** The port to the handler: one attempt, byte-exact, never throwing for what a handler can do. */
export interface Forwarder {
  /** Rejects only for what is not the handler's doing: a StoreError of a body that cannot be read or kept. */
  forward(request: OutgoingRequest, options: ForwardOptions): Promise<ForwardResult>;
  /** A cheap connection attempt. */
  probe(target: Target, timeoutMs: number): Promise<TargetLook>;
  close(): Promise<void>;
}

/** What a look at a target found, in English and in codes. */
export interface TargetLook {
  readonly health: TargetHealth;
  readonly reason: string;
  readonly parts?: readonly ReasonPart[];
}
