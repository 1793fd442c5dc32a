// What a hooktap.config.ts (.js, .mjs, .json) may say. Kept by hand, so that it reads well in an editor; a test holds it
// against the schema.

import type { ProviderPack } from './providers.js';

/** `"500ms"`, `"30s"`, `"1.5h"`, `"1d"`, or milliseconds. */
export type Duration = string | number;

/** `"512kb"`, `"10mb"`, `"1gb"`, or bytes. */
export type Size = string | number;

/** One answer of Hooktap's own. */
export interface FixedReply {
  /** From 200 to 599. */
  status: number;
  headers?: Record<string, string> | undefined;
  body?: string | undefined;
  /** Waited before it goes out. */
  delay?: Duration | undefined;
}

/**
 * What the sender gets: the handler's own answer, 200 at once, an answer of Hooktap's own, or one after the other
 * (the last for all that follow).
 */
export type Reply = 'handler' | 'ack' | FixedReply | { sequence: (number | FixedReply)[] };

/** Which outcomes are tried again. By default unreachable, timeout, 5xx, 408, 425 and 429. */
export interface RetryOn {
  failures?: boolean | undefined;
  /** Status codes, or classes such as `"5xx"`. */
  statuses?: (number | string)[] | undefined;
}

interface RetryExtras {
  on?: RetryOn | undefined;
  /** Whether a `Retry-After` of the handler is heeded. Default: true. */
  retryAfter?: boolean | undefined;
}

/** `"none"`, `"provider"` (as the endpoint's provider does), a provider's name, a list of waits, or ever longer ones. */
export type Retry =
  | string
  | ({ schedule: Duration[] } & RetryExtras)
  | ({
      exponential: {
        initial: Duration;
        /** Default: 2. */
        factor?: number | undefined;
        /** Default: `"1h"`. */
        max?: Duration | undefined;
        /** Retries, besides the first attempt. */
        attempts: number;
        /** The share of each wait that is left to chance: 0 none, 1 all of it. Default: 0.2. */
        jitter?: number | undefined;
      };
    } & RetryExtras);

export interface EndpointConfig {
  /** Lower-case letters, digits and dashes. */
  name: string;
  /** Prefix of the path, in whole segments; the longest wins, `/` takes the rest. Default: `/`. */
  path?: string | undefined;
  /** Such as `"stripe"`. */
  provider?: string | undefined;
  /** To check signatures. Better in the environment: `HOOKTAP_SECRET_<NAME>`. */
  secrets?: string[] | undefined;
  /** A port, a host and port, or a URL. */
  target?: string | number | undefined;
  /** Every event goes to each; the first one answers the sender. */
  targets?: (string | number)[] | undefined;
  /** What becomes of the path when the target has none of its own. Default: `"keep"`. */
  rewrite?: 'keep' | 'strip-prefix' | { fixed: string } | undefined;
  headers?:
    | {
        set?: Record<string, string> | undefined;
        remove?: string[] | undefined;
        /** Whether the handler gets `Hooktap-Event-Id`, `-Delivery-Id` and `-Attempt`. Default: true. */
        hooktap?: boolean | undefined;
      }
    | undefined;
  /** Default: `"handler"` with a target, `"ack"` without. */
  reply?: Reply | undefined;
  /** Default: `"none"` with reply `"handler"`. */
  retry?: Retry | undefined;
  /** What the handler has for its whole response. Default: `"30s"`. */
  timeout?: Duration | undefined;
  /**
   * How long the provider waits: a slower handler's sender gets a 504 at this moment. Default: `"provider"`, what is
   * known of it; `"none"`: only at the timeout.
   */
  deadline?: 'provider' | 'none' | Duration | undefined;
  /** Deliveries under way at a time. Default: 64. */
  concurrency?: number | undefined;
  /** `"fifo"`: one after the other. `key`: one after the other within a field's value. Default: `"none"`. */
  order?: 'none' | 'fifo' | { key: string } | undefined;
  /** Only what this query finds is delivered, such as `"type:message.*"`. */
  filter?: string | undefined;
  /**
   * What becomes of an event that arrives again, known by the provider's event id or by `key`, a field such as
   * `body.id`. `true`: only the first is delivered. `{ key: 'body.id' }`: what comes again is marked and delivered all
   * the same. `{ key: 'body.id', deliver: 'first' }`: it is marked and not delivered.
   */
  dedupe?: boolean | { key?: string | undefined; deliver?: 'first' | 'all' | undefined } | undefined;
  /** Answers 401 to what bears an invalid signature, and delivers none of it. */
  enforce?: boolean | undefined;
  /** Answers the provider's handshake (a challenge, a test of the URL) without asking the handler. */
  handshake?:
    | boolean
    | {
        /** The token typed into the provider's panel (Meta). */
        verifyToken?: string | undefined;
        /** Handshakes that no provider pack brings: `twitter-crc`, `zoom`, `get-200`. */
        also?: string[] | undefined;
      }
    | undefined;
  /** Acknowledges and keeps back what comes while the handler is down. */
  hold?: boolean | undefined;
}

/** Flags go before the file, the file before the defaults. */
export interface HooktapConfig {
  endpoints?: EndpointConfig[] | undefined;
  /** Of the receiver. Default: 4401; 0: any free one. */
  port?: number | undefined;
  host?: string | undefined;
  /** Of the inspector. Default: 4400; 0: any free one. */
  uiPort?: number | undefined;
  uiHost?: string | undefined;
  uiAllowHost?: string[] | undefined;
  /** Default: `"localtunnel"`. */
  tunnel?: 'localtunnel' | 'none' | false | undefined;
  tunnelHost?: string | undefined;
  subdomain?: string | undefined;
  /** Default: `"10mb"`. */
  maxBody?: Size | undefined;
  insecureTarget?: boolean | undefined;
  /** The Host that handlers see. Default: `"target"`. */
  hostHeader?: 'target' | 'public' | undefined;
  keepEvents?: number | undefined;
  keepDays?: number | undefined;
  keepBytes?: Size | undefined;
  /** Whether the inspector opens in a browser. */
  open?: boolean | undefined;
  quiet?: boolean | undefined;
  /** Provider packs of your own: see adding-a-provider.md. */
  providers?: ProviderPack[] | undefined;
  /** How much faster retries wait. */
  timeScale?: number | undefined;
  /** A path glob: the rest is captured and answered 404. */
  only?: string | undefined;
  /** For endpoints that say nothing of it. */
  reply?: Reply | undefined;
  /** For endpoints that say nothing of it. */
  timeout?: Duration | undefined;
  /** For endpoints that say nothing of it. */
  hold?: boolean | undefined;
  /** For endpoints that say nothing of it. */
  dedupe?: boolean | undefined;
  /** For endpoints that say nothing of it. */
  enforce?: boolean | undefined;
  /** Sent to every handler. */
  headers?: Record<string, string> | undefined;
}

/** Gives back what it is given: its types are what it is for. */
export function defineConfig(config: HooktapConfig): HooktapConfig;
