import { readdirSync, readFileSync } from 'node:fs';
import {
  eventTypeWords,
  recognitionWords,
  registrationWords,
  scenarioWords,
  unsignedWords,
} from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { createCatalog } from './catalog.ts';
import { headOf, requestFixture } from './request-fixture.ts';
import { sampleName } from './samples/make-sample.ts';

const catalog = createCatalog();
const { packs } = catalog;
const every = { sender: 'snd_1', project: 'yes', v2: 'yes', urls: 'sms,voice' };
const inOrder = (sentences: Iterable<string>): readonly string[] => [...new Set(sentences)].sort();

test('what the packs say of registering is what a screen knows in other languages, and nothing else is', () => {
  const said = packs.flatMap(({ registration }) => {
    if (!registration) return [];
    const slots = registration.slots(every);
    return [
      ...registration.asks.map(({ says }) => says),
      ...slots.map(({ says }) => says),
      ...slots.flatMap(({ cannotRestore }) => cannotRestore ?? []),
      ...registration.warnings,
    ];
  });
  expect(inOrder(said)).toEqual([...registrationWords].sort());
});

test('what the packs say of event types and scenarios is what a screen knows, and nothing else is', () => {
  const types = packs.flatMap(({ eventTypes }) => eventTypes.map(({ says }) => says));
  expect(inOrder(types)).toEqual([...eventTypeWords].sort());
  const scenarios = packs.flatMap((pack) => (pack.scenarios ?? []).map(({ says }) => says));
  expect(inOrder(scenarios)).toEqual([...scenarioWords].sort());
});

test('why nothing is signed is what a screen knows, with a pack of somebody’s own that does not say why', () => {
  const bare = { name: 'cartas', recognise: () => null, read: () => ({}) };
  const unsigned = createCatalog({ userPacks: [bare] }).packs.flatMap((pack) => pack.unsigned ?? []);
  expect(inOrder(unsigned)).toEqual([...unsignedWords].sort());
  expect(packs.filter((pack) => pack.schemes.length === 0 && pack.unsigned === undefined)).toEqual([]);
});

/** With a name in them: a screen knows these by their shape. */
const withName =
  /^(?:The body's type is .+, with Z-API's own fields|It is signed with X-Hub-Signature-256 and its object is that of .+|Its object and entry are those of .+)\.$/;

/** Whole sentences behind `reason:` in the packs' files. */
function writtenReasons(): readonly string[] {
  const folder = new URL('./packs/', import.meta.url);
  return readdirSync(folder).flatMap((name) => {
    const text = readFileSync(new URL(`${name}/pack.ts`, folder), 'utf8');
    return [...text.matchAll(/\breason:([^}]*)\}/g)].flatMap(([, after = '']) =>
      [...after.matchAll(/'([^'\n]+\.)'|"([^"\n]+\.)"/g)].map(([, single, double]) => single ?? double ?? ''),
    );
  });
}

/** Of every sample, signed and unsigned. */
function givenReasons(): readonly string[] {
  const options = { url: 'https://abc.example/hook', now: 1_780_000_000_000, seed: 7 };
  const secret = `whsec_${Buffer.from('a secret of 24 bytes or so').toString('base64')}`;
  return packs.flatMap(({ name, samples }) =>
    samples.flatMap((sample) => {
      const sampled = catalog.sample(name, sampleName(sample), options);
      if (sampled.kind !== 'sampled') throw new Error(JSON.stringify(sampled));
      const signed = catalog.sign(name, sampled.request, secret, options);
      const requests = [sampled.request, ...(signed.kind === 'signed' ? [signed.request] : [])];
      return requests.flatMap((request) => catalog.recognise(headOf(request))?.reason ?? []);
    }),
  );
}

test('why an event is known as a provider’s is what a screen knows, and nothing else is', () => {
  // No sample of VZaps leaves its instance out.
  const unnamed = catalog.recognise(headOf(requestFixture({ body: '{"type":"Message","event":{}}' })));
  const reasons = [...writtenReasons(), ...givenReasons(), unnamed?.reason ?? ''].filter(
    (reason) => !withName.test(reason),
  );
  // Said by core where no pack knows it.
  expect(inOrder(['It bears the mark of no known provider.', ...reasons])).toEqual(
    [...recognitionWords].sort(),
  );
});
