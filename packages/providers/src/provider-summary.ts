import type { DocLink, EventType, Fact, ProviderPack, RetryFacts } from './pack.ts';
import { sampleName } from './samples/make-sample.ts';

/** A pack as plain data, for `hooktap providers`, `trigger --list` and `GET /api/providers`. */
export interface ProviderSummary {
  readonly name: string;
  readonly title: string;
  readonly docs: readonly DocLink[];
  readonly facts: readonly Fact[];
  readonly retry: RetryFacts | null;
  /** With the names of its samples, which `trigger` takes; none where its fields are not documented. */
  readonly eventTypes: readonly (EventType & { readonly samples: readonly string[] })[];
  readonly schemes: readonly {
    readonly name: string;
    readonly title: string;
    readonly docs: string;
    readonly algorithm: string;
    readonly headers: readonly string[];
    readonly signsTime: boolean;
    readonly signsBody: boolean;
    readonly signsUrl: boolean;
    /** Null: no limit, or no time. */
    readonly tolerance: { readonly pastSeconds: number; readonly futureSeconds: number | null } | null;
  }[];
  /** Why nothing is checked, where there is no scheme. */
  readonly unsigned: string | null;
  readonly handshakes: readonly { readonly name: string; readonly title: string; readonly docs: string }[];
  readonly scenarios: readonly {
    readonly name: string;
    readonly says: string;
    readonly steps: readonly string[];
  }[];
  /** Null: this provider cannot be registered with. `asks` names what is wanted, never a value. */
  readonly registration: {
    readonly baseUrl: string;
    readonly baseUrlEnvironment: string;
    readonly asks: readonly {
      readonly name: string;
      readonly says: string;
      readonly secret: boolean;
      readonly environment: string | null;
      readonly optional: boolean;
    }[];
    readonly warnings: readonly string[];
  } | null;
}

export function summaryOf(pack: ProviderPack): ProviderSummary {
  return {
    name: pack.name,
    title: pack.title,
    docs: pack.docs,
    facts: pack.facts,
    retry: pack.retry ?? null,
    eventTypes: pack.eventTypes.map((type) => ({
      ...type,
      samples: pack.samples.filter(({ eventType }) => eventType === type.name).map(sampleName),
    })),
    schemes: pack.schemes.map((scheme) => ({
      name: scheme.name,
      title: scheme.title,
      docs: scheme.docs,
      algorithm: scheme.algorithm,
      headers: scheme.headers,
      signsTime: scheme.signsTime,
      signsBody: scheme.signsBody,
      signsUrl: scheme.signsUrl,
      tolerance: scheme.tolerance
        ? {
            pastSeconds: scheme.tolerance.pastSeconds,
            futureSeconds: Number.isFinite(scheme.tolerance.futureSeconds)
              ? scheme.tolerance.futureSeconds
              : null,
          }
        : null,
    })),
    unsigned: pack.schemes.length > 0 ? null : (pack.unsigned ?? 'No signature is known.'),
    handshakes: pack.handshakes.map(({ name, title, docs }) => ({ name, title, docs })),
    scenarios: (pack.scenarios ?? []).map(({ name, says, steps }) => ({
      name,
      says,
      steps: steps.map(sampleName),
    })),
    registration: registrationOf(pack),
  };
}

function registrationOf({ registration }: ProviderPack): ProviderSummary['registration'] {
  if (!registration) return null;
  const { baseUrl, baseUrlEnvironment, asks, warnings } = registration;
  return {
    baseUrl,
    baseUrlEnvironment,
    asks: asks.map(({ name, says, secret, environment, optional }) => ({
      name,
      says,
      secret,
      environment: environment ?? null,
      optional: optional ?? false,
    })),
    warnings,
  };
}
