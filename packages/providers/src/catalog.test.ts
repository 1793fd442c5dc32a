import { expect, it } from 'vitest';
import { createCatalog } from './catalog.ts';
import type { ProviderPack } from './pack.ts';
import { headOf, requestFixture } from './request-fixture.ts';

const own: ProviderPack = {
  name: 'correio',
  title: 'Correio',
  docs: [],
  facts: [],
  recognise: (head) =>
    head.header('x-correio') ? { confidence: 'certain', reason: 'It has X-Correio.' } : null,
  read: () => {
    throw new Error('no such field');
  },
  eventTypes: [],
  schemes: [],
  unsigned: 'Correio does not sign.',
  handshakes: [],
  samples: [],
};

it('a user’s pack is asked first, and cannot take capturing down', () => {
  const said: string[] = [];
  const catalog = createCatalog({ userPacks: [own], report: (message) => said.push(message) });
  const request = requestFixture({
    headers: [
      ['X-Correio', '1'],
      ['Stripe-Signature', 't=1'],
    ],
  });
  expect(catalog.recognise(headOf(request))).toMatchObject({ provider: 'correio' });
  expect(catalog.describe('correio', request)).toMatchObject({ eventType: null, threadKeys: [] });
  expect(said).toEqual(["The pack 'correio' failed to read a body: no such field"]);
  expect(catalog.verify('correio', request, ['s'], 0)).toEqual({
    verdict: 'unchecked',
    reason: 'Correio does not sign.',
  });
});

it('a user’s pack needs a name of its own', () => {
  expect(() => createCatalog({ userPacks: [{ ...own, name: 'zavu' }] })).toThrow(
    "There is a pack named 'zavu' already.",
  );
  expect(() => createCatalog({ userPacks: [{ ...own, name: 'Bad Name' }] })).toThrow('lower-case');
});

it('the steps name no secret, and a shared secret is not shown', () => {
  const catalog = createCatalog();
  const request = requestFixture({ headers: [['X-Telegram-Bot-Api-Secret-Token', 'my_token']] });
  const steps = catalog.steps('telegram', request, ['my_token'], 0);
  expect(steps[0]?.computed).toEqual([{ secretIndex: 0, signature: null, matches: true }]);
  expect(JSON.stringify(steps)).not.toContain('my_token');
});

it('the list survives JSON', () => {
  const list = createCatalog().list();
  expect(JSON.parse(JSON.stringify(list))).toEqual(list);
  expect(list.find(({ name }) => name === 'stripe')?.schemes[0]?.tolerance).toEqual({
    pastSeconds: 300,
    futureSeconds: null,
  });
});
