import type { EndpointConfig, EndpointSource, RawHeaders } from '@hooktap/protocol';
import type { EventField } from './event-field.ts';
import type { HandshakeSettings } from './provider-port.ts';
import type { RetryPolicy } from './retry-policy.ts';
import type { PlainReply } from './sender-port.ts';
import type { CapturedEvent, StoredBody } from './store-port.ts';
import type { PathRewrite, Target } from './target.ts';

/** An answer of ours and how long it is waited with. */
export interface TimedReply {
  readonly reply: PlainReply;
  readonly delayMs: number;
}

/** What the sender gets: the handler's own answer, 200 at once, one answer of ours, or one after the other. */
export type ReplyPolicy =
  | { readonly kind: 'handler' }
  | { readonly kind: 'ack' }
  | ({ readonly kind: 'fixed' } & TimedReply)
  | { readonly kind: 'sequence'; readonly replies: readonly TimedReply[] };

/** Whether deliveries wait for each other: not at all, all of them, or those with the same key. */
export type OrderPolicy =
  | { readonly kind: 'none' }
  | { readonly kind: 'fifo' }
  | { readonly kind: 'key'; readonly field: EventField };

export interface DedupePolicy {
  /** What is the same in an event that comes again; null: the provider's event id. */
  readonly field: EventField | null;
  readonly deliver: 'first' | 'all';
}

/** Whether an event is to be delivered. The body is null where it is too large to look into. */
export type EventFilter = (event: CapturedEvent, body: StoredBody) => boolean;

/** How events of one endpoint are answered and delivered: its configuration, checked and taken apart. */
export interface EndpointPolicy {
  readonly name: string;
  readonly config: EndpointConfig;
  readonly source: EndpointSource;
  readonly provider: string | null;
  readonly secrets: readonly string[];
  /** Answers 401 to what bears an invalid signature. */
  readonly enforce: boolean;
  /** Null: handshakes go to the handler like anything else. */
  readonly handshake: HandshakeSettings | null;
  /** Path prefix without a slash at its end; empty: every path. */
  readonly prefix: string;
  /** The first one answers the sender. */
  readonly targets: readonly Target[];
  readonly rewrite: PathRewrite;
  readonly reply: ReplyPolicy;
  /** Of arrivals; replays are not retried by themselves. */
  readonly retry: RetryPolicy;
  /** How long the handler has for its whole response. */
  readonly timeoutMs: number;
  /** After so many ms the sender of a slower handler is answered 504; null: only at the timeout. */
  readonly deadline: number | 'provider' | null;
  readonly concurrency: number;
  readonly order: OrderPolicy;
  readonly filter: EventFilter | null;
  readonly dedupe: DedupePolicy;
  /** Keeps back what comes while the handler is down. */
  readonly hold: boolean;
  /** `public`: the Host that the sender used goes on to the handler. */
  readonly hostHeader: 'target' | 'public';
  /** Each takes the place of the sender's headers of its name. */
  readonly setHeaders: RawHeaders;
  /** Names in lower case. */
  readonly removeHeaders: ReadonlySet<string>;
  /** Whether the handler is told the ids of event and delivery and the attempt's number. */
  readonly hooktapHeaders: boolean;
  /** A path glob; what does not fit is captured, answered 404 and not delivered. */
  readonly only: string | null;
}
