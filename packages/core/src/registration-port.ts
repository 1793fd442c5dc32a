import type { ReasonPart } from '@hooktap/protocol';
import { registering } from './say.ts';

/** By the question's name. */
export type RegistrationAnswers = Readonly<Record<string, string | undefined>>;

/** What is set at a provider. It never holds a credential. */
export interface ProviderSetting {
  /** Null: none is set. */
  readonly url: string | null;
  /** What must be put back with it: events, whether it is active. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** What was there before, beside the URL that was set in its place. */
export interface ReplacedSetting {
  readonly slot: string;
  readonly before: ProviderSetting;
  readonly ours: string;
}

interface Failed {
  readonly kind: 'failed';
  /** For a person; without credentials. */
  readonly message: string;
  /** The message in codes. */
  readonly parts?: readonly ReasonPart[];
}

/** One place at a provider where a URL is set. */
export interface RegistrationPlace {
  readonly name: string;
  readonly says: string;
  /** The same for the same place, whichever registration it is part of. */
  readonly key: string;
  read(): Promise<{ readonly kind: 'read'; readonly setting: ProviderSetting } | Failed>;
  /** Points it at the URL and reads it back. With `saved` only while what is there is still ours. */
  point(
    url: string,
    saved?: ReplacedSetting,
  ): Promise<
    | { readonly kind: 'pointed'; readonly saved: ReplacedSetting; readonly secret?: string }
    | { readonly kind: 'not-ours'; readonly url: string | null }
    | Failed
  >;
  /** Puts back what was there, while what is there is still ours. */
  restore(
    saved: ReplacedSetting,
  ): Promise<
    | { readonly kind: 'restored' }
    | { readonly kind: 'not-ours'; readonly url: string | null }
    | { readonly kind: 'left'; readonly reason: string; readonly parts?: readonly ReasonPart[] }
    | Failed
  >;
}

/** A provider that can be registered, and what has to be said for it. */
export interface RegistrationFacts {
  readonly provider: string;
  readonly title: string;
  readonly asks: readonly {
    readonly name: string;
    readonly says: string;
    readonly secret: boolean;
    readonly environment?: string;
    readonly optional?: boolean;
  }[];
  readonly warnings: readonly string[];
  /** Where its API is, unless somebody says otherwise. */
  readonly baseUrl: string;
  /** What this process's environment answers. It goes to that address and to no other. */
  readonly known: RegistrationAnswers;
}

/** The port to the APIs in which providers are told what URL to call. */
export interface Registrar {
  facts(): readonly RegistrationFacts[];
  /** Logs in where the provider wants that. */
  open(
    provider: string,
    answers: RegistrationAnswers,
    baseUrl: string,
  ): Promise<{ readonly kind: 'opened'; readonly places: readonly RegistrationPlace[] } | Failed>;
}

/** Where there are no provider packs. */
export const noRegistrar: Registrar = {
  facts: () => [],
  open: async (provider) => ({ kind: 'failed', ...registering.sentence('not-registrable', { provider }) }),
};

/** Two spellings of one address of an API. */
export const sameAddress = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href;
