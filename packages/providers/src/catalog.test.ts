import { expect, it } from 'vitest';
import { createCatalog } from './catalog.ts';
import type { ProviderPack } from './pack.ts';
import { headOf, requestFixture } from './request-fixture.ts';
import { bodyHmacScheme } from './signature/hmac-scheme.ts';

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

const notThere = (): never => {
  throw new Error('not there');
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

it('user packs can be put in the place of others while the catalog is in use', () => {
  const catalog = createCatalog({ userPacks: [own] });
  const request = requestFixture({ headers: [['X-Correio', '1']] });
  catalog.usePacks([{ ...own, name: 'posta', read: () => ({ eventType: 'carta' }) }]);
  expect(catalog.recognise(headOf(request))).toMatchObject({ provider: 'posta' });
  expect(catalog.describe('posta', request)).toMatchObject({ eventType: 'carta' });
  expect(catalog.pack('correio')).toBeUndefined();
  expect(catalog.unknown('post').message).toContain('posta');
  expect(() => catalog.usePacks([{ ...own, name: 'zavu' }])).toThrow('already');
  expect(catalog.packs.map(({ name }) => name)).toContain('posta');
});

it('a user’s pack begins with three things, and what is wrong with one is named', () => {
  const { name, recognise, read } = own;
  expect(createCatalog().problems([{ name, recognise, read }])).toEqual([]);
  const wrong = { name, recognise, schemes: [{ name: 'a' }] } as unknown as ProviderPack;
  expect(createCatalog().problems([wrong])).toEqual(['The pack "correio": read: expected a function.']);
  const half = { ...own, schemes: {} } as unknown as ProviderPack;
  expect(createCatalog().problems([half])).toEqual([expect.stringMatching(/schemes: .*expected array/)]);
  expect(createCatalog().problems([own, own])).toEqual(["There is a pack named 'correio' already."]);
});

it('what a user’s pack gives of another shape is reported once and counts as nothing', () => {
  const said: string[] = [];
  const odd = { ...own, recognise: () => true, read: () => ({ subject: 7 }) } as unknown as ProviderPack;
  const catalog = createCatalog({ userPacks: [odd], report: (message) => said.push(message) });
  const request = requestFixture({});
  for (let times = 0; times < 3; times += 1) {
    expect(catalog.recognise(headOf(request))).toBeNull();
    expect(catalog.describe('correio', request)).toMatchObject({ subject: null });
  }
  expect(said).toHaveLength(2);
});

it('a signature that a user’s pack fails to check is not valid', () => {
  const said: string[] = [];
  const scheme = {
    ...bodyHmacScheme({ name: 'a', title: 'A', docs: '', header: 'X-A', prefix: '', encoding: 'hex' }),
    key: (secret: string) => new TextEncoder().encode(secret),
  };
  const plain = { ...own, schemes: [scheme] } as unknown as ProviderPack;
  const failing = {
    ...plain,
    name: 'failing',
    schemes: [{ ...scheme, parts: () => notThere() }],
  } as unknown as ProviderPack;
  const catalog = createCatalog({ userPacks: [plain, failing], report: (message) => said.push(message) });
  const request = requestFixture({ body: 'x' });
  const signed = catalog.sign('correio', request, 's', { now: 0 });
  if (signed.kind !== 'signed') throw new Error(signed.reason);
  // Plain bytes will do.
  expect(catalog.verify('correio', signed.request, ['s'], 0).verdict).toBe('valid');
  expect(catalog.steps('correio', signed.request, ['s'], 0)[0]?.signed[0]?.text).toBe('x');
  expect(catalog.verify('failing', signed.request, ['s'], 0)).toMatchObject({
    verdict: 'invalid',
    reason: "The pack 'failing' failed to check the signature.",
  });
  expect(said).toHaveLength(1);
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
