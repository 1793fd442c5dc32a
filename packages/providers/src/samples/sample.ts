import type { Fresh } from './fresh.ts';

/** A callback before it is signed. */
export interface SampleRequest {
  /** POST unless said. */
  readonly method?: string;
  /** The provider's own headers, without signature and framing. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body:
    | {
        readonly kind: 'json';
        readonly value: Record<string, unknown>;
        /** Meta writes every character beyond ASCII as an escape of lower-case hex digits, and signs that. */
        readonly escapeUnicode?: boolean;
      }
    | { readonly kind: 'form'; readonly fields: Record<string, string> };
}

/** A realistic callback of one event type. Ids and times come from `fresh`, nothing else changes. */
export interface Sample {
  readonly eventType: string;
  /** Names one of several samples of a type: `image`, `failed`. Without it the default of its type. */
  readonly variant?: string;
  readonly says?: string;
  build(fresh: Fresh): SampleRequest;
  /** Fields that the provider documents and this sample leaves out, each with an example value: they may be set. */
  readonly optional?: Record<string, unknown>;
}

/** Several samples about one message or conversation, with realistic gaps. */
export interface Scenario {
  readonly name: string;
  readonly says: string;
  readonly steps: readonly {
    readonly eventType: string;
    readonly variant?: string;
    /** The wait after the step before. */
    readonly afterMs: number;
  }[];
}
