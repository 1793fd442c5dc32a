import type { EventVerification, Finding, FrameworkFix, ProviderFacts, SchemeSteps } from '@hooktap/protocol';
import type { FieldFault, Wrong } from './field-fault.ts';
import type { ProviderCatalog, ProviderRequest } from './provider-port.ts';

/** What the doctor may know beside the event. Secrets are used, never shown. */
export interface DoctorContext {
  /** When the event arrived, milliseconds since 1970. */
  readonly receivedAt: number;
  readonly otherSecrets?: readonly { readonly endpoint: string; readonly secret: string }[];
  /** URLs that the provider may have called instead. */
  readonly otherUrls?: readonly string[];
}

export interface SampleOptions {
  /** Where it will be sent, as the provider would see it. */
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly seed?: number;
  readonly set?: readonly (readonly [path: string, value: unknown])[];
}

interface UnknownName extends Wrong {
  readonly kind: 'unknown-provider' | 'unknown-event-type' | 'unknown-scenario';
}
interface RefusedFields {
  readonly kind: 'refused';
  readonly errors: readonly FieldFault[];
}

/** Unsigned samples: they are signed when they are sent. */
export type SampleMade =
  | {
      readonly kind: 'sampled';
      readonly request: ProviderRequest;
    }
  | UnknownName
  | RefusedFields;

export type ScenarioMade =
  | {
      readonly kind: 'scenario';
      readonly steps: readonly {
        readonly eventType: string;
        /** The wait after the step before. */
        readonly afterMs: number;
        readonly request: ProviderRequest;
      }[];
    }
  | UnknownName
  | RefusedFields;

/** The port to all that provider packs know: beside reading events, facts, explanations and samples. */
export interface ProviderLibrary extends ProviderCatalog {
  /** Every pack as plain data. */
  list(): readonly ProviderFacts[];
  /** The sentence for a name that is none, with those near to it. */
  unknown(name: string): Wrong;
  /** How the signature is checked, one entry for each scheme that the request carries. */
  steps(
    provider: string,
    request: ProviderRequest,
    secrets: readonly string[],
    receivedAt: number,
  ): Promise<readonly SchemeSteps[]>;
  /** Why it is not valid, and what to do in which framework. Gives way to all else every few milliseconds. */
  explain(
    provider: string,
    request: ProviderRequest,
    secrets: readonly string[],
    context: DoctorContext,
  ): Promise<
    | {
        readonly findings: readonly Finding[];
        readonly tried: readonly string[];
        readonly triedParts?: EventVerification['triedParts'];
        readonly fixes: readonly FrameworkFix[];
      }
    | { readonly kind: 'unknown-provider' }
  >;
  /** Why the handler answered 401 or 403; empty for other answers. */
  explainRefusal(
    provider: string,
    captured: ProviderRequest,
    secrets: readonly string[],
    attempt: {
      readonly statusCode: number;
      readonly sentAt: number;
      readonly sent: ProviderRequest;
      /** The beginning of the answer's text. */
      readonly said?: string | undefined;
    },
    context: DoctorContext,
  ): readonly Finding[];
  /** `name` is an event type, or `type:variant`. */
  sample(provider: string, name: string, options: SampleOptions): SampleMade;
  scenario(provider: string, name: string, options: SampleOptions): ScenarioMade;
}
