import type { RawHeaders } from '@hooktap/protocol';
import type { Target } from './target.ts';

/** What the sender gets: the handler's own answer, 200 at once, or a status of the user's choice at once. */
export type ReplyPolicy =
  | { readonly kind: 'handler' }
  | { readonly kind: 'ack' }
  | { readonly kind: 'fixed'; readonly statusCode: number };

/** How events of one endpoint are answered and delivered. */
export interface EndpointPolicy {
  readonly name: string;
  readonly target: Target | null;
  readonly reply: ReplyPolicy;
  /** How long the handler has for its whole response. */
  readonly timeoutMs: number;
  /** `public`: the Host that the sender used goes on to the handler. */
  readonly hostHeader: 'target' | 'public';
  /** Each takes the place of the sender's headers of its name. */
  readonly addHeaders: RawHeaders;
  /** A path glob; what does not fit is captured, answered 404 and not delivered. */
  readonly only: string | null;
}
