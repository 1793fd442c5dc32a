import type { Registrar, RegistrationAnswers, RegistrationFacts, RegistrationPlace } from '@hooktap/core';
import { registrationSentences, type Speaker, speakerOf } from '@hooktap/protocol';
import {
  type CallPort,
  type Catalog,
  openRegistration,
  pointSlot,
  type Registration,
  readSlot,
  restoreSlot,
} from '@hooktap/providers';
import { providerCalls } from './provider-calls.ts';

const says: Speaker<typeof registrationSentences>['sentence'] = speakerOf(registrationSentences).sentence;

/** Core's port to the providers' APIs: what the packs know of them, and calls over HTTP. */
export function providerRegistrar(
  // Its packs change with the config file.
  catalog: Pick<Catalog, 'packs'>,
  env: NodeJS.ProcessEnv,
  callsTo: (baseUrl: string) => CallPort = providerCalls,
): Registrar {
  return {
    facts: () =>
      catalog.packs.flatMap(({ name, title, registration }) =>
        registration ? [factsOf({ name, title }, registration, env)] : [],
      ),
    async open(provider, answers, baseUrl) {
      const registration = catalog.packs.find(({ name }) => name === provider)?.registration;
      if (!registration) return { kind: 'failed', ...says('not-registrable', { provider }) };
      const calls = callsTo(baseUrl);
      const opened = await openRegistration(registration, answers, calls);
      if (opened.kind === 'failed') return opened;
      const about = { provider, baseUrl, answers: opened.answers };
      return { kind: 'opened', places: placesOf(registration, about, calls) };
    },
  };
}

function factsOf(
  { name, title }: { readonly name: string; readonly title: string },
  { asks, warnings, baseUrl, baseUrlEnvironment }: Registration,
  env: NodeJS.ProcessEnv,
): RegistrationFacts {
  const known = asks.flatMap(({ name, environment }) => {
    const value = environment === undefined ? undefined : env[environment];
    return value ? [[name, value]] : [];
  });
  return {
    provider: name,
    title,
    asks,
    warnings,
    baseUrl: env[baseUrlEnvironment] || baseUrl,
    known: Object.fromEntries(known),
  };
}

function placesOf(
  registration: Registration,
  { provider, baseUrl, answers }: { provider: string; baseUrl: string; answers: RegistrationAnswers },
  calls: CallPort,
): RegistrationPlace[] {
  const secrets = new Set([
    ...registration.asks.filter(({ secret }) => secret).map(({ name }) => name),
    registration.login?.name,
  ]);
  const open = Object.fromEntries(Object.entries(answers).filter(([name]) => !secrets.has(name)));
  return registration.slots(answers).map((slot) => ({
    name: slot.name,
    says: slot.says,
    // Without credentials, which may change while the place stays.
    key: [provider, baseUrl, slot.read(open).path, slot.name].join(' '),
    read: () => readSlot(registration, slot, answers, calls),
    async point(url, saved) {
      const result = await pointSlot(registration, slot, answers, calls, url, saved);
      if (result.kind === 'pointed' || result.kind === 'not-ours' || result.kind === 'failed') return result;
      throw new Error(`Pointing a webhook came out as '${result.kind}'.`);
    },
    async restore(saved) {
      const result = await restoreSlot(registration, slot, answers, calls, saved);
      if (result.kind !== 'pointed') return result;
      throw new Error('Restoring a webhook came out as pointed.');
    },
  }));
}
