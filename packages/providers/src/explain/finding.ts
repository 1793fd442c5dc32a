import type { ReasonPart } from '@hooktap/protocol';

/** The mistakes that the doctor can name. */
export type MistakeCode =
  | 'key-order'
  | 'spacing'
  | 'unicode-escapes'
  | 'numbers-rewritten'
  | 'trailing-newline'
  | 'charset'
  | 'form-or-json'
  | 'proxy-changed-body'
  | 'empty-body'
  | 'secret-blank'
  | 'secret-prefix'
  | 'secret-encoding'
  | 'secret-kind'
  | 'other-endpoint-secret'
  | 'other-scheme'
  | 'signature-encoding'
  | 'timestamp-unit'
  | 'clock'
  | 'url-scheme'
  | 'url-host'
  | 'url-port'
  | 'url-query'
  | 'url-path'
  | 'plain-get'
  | 'missing-signature'
  | 'malformed-signature'
  | 'other-provider'
  | 'body-digest'
  | 'handler-parsed-body'
  | 'handler-stale'
  | 'handler-url'
  | 'handler-edited'
  | 'handler-other-secret'
  | 'handler-refusal';

/** One cause. `certain`: with this put right the signature verifies, which was tried. */
export interface Finding {
  readonly code: MistakeCode;
  readonly certain: boolean;
  readonly title: string;
  readonly detail: string;
  /** The detail in codes. */
  readonly parts?: readonly ReasonPart[];
  /** What to do about it, in one sentence. */
  readonly todo: string;
  /** The todo in codes, where it says more than that of `code`. */
  readonly todoParts?: readonly ReasonPart[];
}

export interface SecretOfEndpoint {
  readonly endpoint: string;
  readonly secret: string;
}

/** What the doctor may know beside the event. Secrets are used, never shown. */
export interface ExplainContext {
  /** When the event arrived, milliseconds since 1970. */
  readonly receivedAt: number;
  readonly otherSecrets?: readonly SecretOfEndpoint[];
  /** URLs that the provider may have called instead: former public ones, the handler's own. */
  readonly otherUrls?: readonly string[];
}
