import type { ProviderFacts, ProviderSummary } from '@hooktap/protocol';

/** One line of the list of providers. `endpoints`: the names of those that name it. */
export function providerSummary(facts: ProviderFacts, endpoints: readonly string[]): ProviderSummary {
  return {
    name: facts.name,
    title: facts.title,
    eventTypes: facts.eventTypes.length,
    samples: facts.eventTypes.reduce((sum, { samples }) => sum + samples.length, 0),
    schemes: facts.schemes.map(({ name }) => name),
    scenarios: facts.scenarios.map(({ name }) => name),
    registers: facts.registration !== null,
    endpoints,
  };
}
