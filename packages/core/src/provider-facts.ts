import type { ProviderDetail, ProviderSummary } from '@hooktap/protocol';
import type { ProviderFacts } from './provider-library.ts';

/** A sample's name as `trigger` takes it: `message.inbound` or `message.inbound:image`. */
const sampleName = ({ eventType, variant }: { readonly eventType: string; readonly variant?: string }) =>
  variant === undefined ? eventType : `${eventType}:${variant}`;

/** One line of the list of providers. */
export function providerSummary(pack: ProviderFacts, endpoints: readonly string[]): ProviderSummary {
  return {
    name: pack.name,
    title: pack.title,
    eventTypes: pack.eventTypes.length,
    samples: pack.samples.length,
    schemes: pack.schemes.map(({ name }) => name),
    handshakes: pack.handshakes.map(({ name }) => name),
    scenarios: (pack.scenarios ?? []).map(({ name }) => name),
    registers: pack.registration !== undefined,
    endpoints: [...endpoints],
  };
}

/** All that is known of a provider. */
export function providerDetail(pack: ProviderFacts, endpoints: readonly string[]): ProviderDetail {
  const { retry, unsigned } = pack;
  return {
    ...providerSummary(pack, endpoints),
    docs: pack.docs.map((doc) => ({ ...doc })),
    facts: pack.facts.map((fact) => ({ ...fact })),
    ...(retry && {
      retry: {
        certainty: retry.certainty,
        source: retry.source,
        ...(retry.scheduleMs && { scheduleMs: [...retry.scheduleMs] }),
        ...(retry.deadlineMs !== undefined && { deadlineMs: retry.deadlineMs }),
        ...(retry.note !== undefined && { note: retry.note }),
      },
    }),
    types: typesOf(pack),
    signatures: pack.schemes.map(signatureFacts),
    ...(unsigned !== undefined && { unsigned }),
    plays: (pack.scenarios ?? []).map(({ name, says, steps }) => ({
      name,
      says,
      steps: steps.map((step) => ({ name: sampleName(step), afterMs: step.afterMs })),
    })),
  };
}

function typesOf({ eventTypes, samples }: ProviderFacts): ProviderDetail['types'] {
  return eventTypes.map(({ name, says, docs, certainty = 'verified' }) => ({
    name,
    says,
    certainty,
    ...(docs !== undefined && { docs }),
    samples: samples.filter(({ eventType }) => eventType === name).map(sampleName),
  }));
}

function signatureFacts({
  name,
  title,
  docs,
  algorithm,
  headers,
  signsTime,
  signsBody,
  signsUrl,
  tolerance,
}: ProviderFacts['schemes'][number]): ProviderDetail['signatures'][number] {
  return {
    name,
    title,
    docs,
    algorithm,
    headers: [...headers],
    signs: [
      ...(signsTime ? (['time'] as const) : []),
      ...(signsBody ? (['body'] as const) : []),
      ...(signsUrl ? (['url'] as const) : []),
    ],
    ...(tolerance && { toleranceSeconds: tolerance.pastSeconds }),
  };
}
