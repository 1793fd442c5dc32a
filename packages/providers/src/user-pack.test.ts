import { describe, expect, it } from 'vitest';
import { createCatalog } from './catalog.ts';
import type { ProviderPack } from './pack.ts';
import { headOf, requestFixture } from './request-fixture.ts';
import { bodyHmacScheme } from './signature/hmac-scheme.ts';

const own: ProviderPack = {
  name: 'cartas',
  title: 'Cartas',
  docs: [],
  facts: [],
  recognise: (head) =>
    head.header('x-cartas') ? { confidence: 'certain', reason: 'It has X-Cartas.' } : null,
  read: () => {
    throw new Error('no such field');
  },
  eventTypes: [],
  schemes: [],
  unsigned: 'Cartas does not sign.',
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
      ['X-Cartas', '1'],
      ['Stripe-Signature', 't=1'],
    ],
  });
  expect(catalog.recognise(headOf(request))).toMatchObject({ provider: 'cartas' });
  expect(catalog.describe('cartas', request)).toMatchObject({ eventType: null, threadKeys: [] });
  expect(said).toEqual(["The pack 'cartas' failed to read a body: no such field"]);
  expect(catalog.verify('cartas', request, ['s'], 0)).toEqual({
    verdict: 'unchecked',
    code: 'no-scheme',
    reason: 'Cartas does not sign.',
  });
});

it('user packs can be put in the place of others while the catalog is in use', () => {
  const catalog = createCatalog({ userPacks: [own] });
  const request = requestFixture({ headers: [['X-Cartas', '1']] });
  catalog.usePacks([{ ...own, name: 'posta', read: () => ({ eventType: 'carta' }) }]);
  expect(catalog.recognise(headOf(request))).toMatchObject({ provider: 'posta' });
  expect(catalog.describe('posta', request)).toMatchObject({ eventType: 'carta' });
  expect(catalog.pack('cartas')).toBeUndefined();
  expect(catalog.unknown('post').message).toContain('posta');
  expect(() => catalog.usePacks([{ ...own, name: 'zavu' }])).toThrow('already');
  expect(catalog.packs.map(({ name }) => name)).toContain('posta');
});

it('a user’s pack begins with three things, and what is wrong with one is named', () => {
  const { name, recognise, read } = own;
  expect(createCatalog().problems([{ name, recognise, read }])).toEqual([]);
  const wrong = { name, recognise, schemes: [{ name: 'a' }] } as unknown as ProviderPack;
  expect(createCatalog().problems([wrong])).toEqual(['The pack "cartas": read: expected a function.']);
  const half = { ...own, schemes: {} } as unknown as ProviderPack;
  expect(createCatalog().problems([half])).toEqual([expect.stringMatching(/schemes: .*expected array/)]);
  expect(createCatalog().problems([own, own])).toEqual(["There is a pack named 'cartas' already."]);
});

it('what a user’s pack gives of another shape is reported once and counts as nothing', () => {
  const said: string[] = [];
  const odd = { ...own, recognise: () => true, read: () => ({ subject: 7 }) } as unknown as ProviderPack;
  const catalog = createCatalog({ userPacks: [odd], report: (message) => said.push(message) });
  const request = requestFixture({});
  for (let times = 0; times < 3; times += 1) {
    expect(catalog.recognise(headOf(request))).toBeNull();
    expect(catalog.describe('cartas', request)).toMatchObject({ subject: null });
  }
  expect(said).toHaveLength(2);
});

it('a signature that a user’s pack fails to check is not valid', async () => {
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
  const signed = catalog.sign('cartas', request, 's', { now: 0 });
  if (signed.kind !== 'signed') throw new Error(signed.reason);
  // Plain bytes will do.
  expect(catalog.verify('cartas', signed.request, ['s'], 0).verdict).toBe('valid');
  const [steps] = await catalog.steps('cartas', signed.request, ['s'], 0);
  expect(steps?.signed[0]?.text).toBe('x');
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

const bodyHmac = bodyHmacScheme({
  name: 'a',
  title: 'A',
  docs: '',
  header: 'X-A',
  prefix: '',
  encoding: 'hex',
});
const signedWithA = requestFixture({ body: 'x', headers: [['X-A', 'abcd']] });

/** A catalog with one pack of one's own, and what it said. */
function having(pack: object) {
  const said: string[] = [];
  const catalog = createCatalog({
    userPacks: [{ ...own, read: () => ({}), ...pack } as ProviderPack],
    report: (message) => said.push(message),
  });
  return { catalog, said };
}

describe('a pack whose functions throw', () => {
  it.each(['key', 'claim', 'parts', 'write'])('%s: every question has an answer, said once', async (name) => {
    const { catalog, said } = having({ schemes: [{ ...bodyHmac, [name]: notThere }] });
    for (let times = 0; times < 3; times += 1) {
      expect(catalog.verify('cartas', signedWithA, ['s'], 0).verdict).toBe('invalid');
      await catalog.steps('cartas', signedWithA, ['s'], 0);
      const explained = await catalog.explain('cartas', signedWithA, ['s'], { receivedAt: 0 });
      expect(explained).toMatchObject({ verification: { verdict: 'invalid' } });
      const attempt = { statusCode: 401, sentAt: 0, sent: signedWithA };
      catalog.explainRefusal('cartas', signedWithA, ['s'], attempt, { receivedAt: 0 });
      const broken = name === 'claim' ? 'signed' : 'refused';
      expect(catalog.sign('cartas', signedWithA, 's', { now: 0 }).kind).toBe(broken);
    }
    const messages = said.filter((text) => text.startsWith("The pack 'cartas' failed to "));
    expect(messages).toEqual(said);
    expect(new Set(said).size).toBe(said.length);
    expect(said.length).toBeGreaterThan(0);
    // Other providers' events are none of its business.
    const stripe = requestFixture({ headers: [['Stripe-Signature', 't=1,v1=00']] });
    expect(catalog.recognise(headOf(stripe))).toMatchObject({ provider: 'stripe' });
  });

  it('what it throws of a secret is not shown', () => {
    const key = (secret: string) => {
      throw new Error(`no key: ${secret}`);
    };
    const { catalog, said } = having({ schemes: [{ ...bodyHmac, key }] });
    const { reason } = catalog.verify('cartas', signedWithA, ['s3cr3t'], 0);
    expect(`${reason} ${said}`).not.toContain('s3cr3t');
    expect(said).toEqual([expect.stringContaining('failed to read a secret')]);
  });

  it('a message that quotes each payload is said once', () => {
    let count = 0;
    const read = () => {
      count += 1;
      throw new Error(`unexpected payload ${count}`);
    };
    const { catalog, said } = having({ read });
    for (let times = 0; times < 5; times += 1) catalog.describe('cartas', signedWithA);
    expect(said).toEqual(["The pack 'cartas' failed to read a body: unexpected payload 1"]);
  });

  it('what is no error at all is said too', () => {
    const thrown: unknown = { toString: notThere };
    const { catalog, said } = having({
      recognise: () => {
        throw thrown;
      },
    });
    expect(catalog.recognise(headOf(signedWithA))).toBeNull();
    expect(said).toEqual([expect.stringContaining('cannot be shown')]);
  });

  it('samples, scenarios and handshakes that fail are answers', () => {
    const { catalog, said } = having({
      samples: [{ eventType: 'carta', build: notThere }],
      scenarios: [{ name: 'life', says: 'all', steps: [{ eventType: 'carta', afterMs: 1 }] }],
      handshakes: [{ name: 'h', title: 'H', docs: '', answer: notThere }],
    });
    const options = { url: 'http://127.0.0.1/', now: 0 };
    const message = expect.stringContaining('not there');
    expect(catalog.sample('cartas', 'carta', options)).toMatchObject({ message });
    expect(catalog.scenario('cartas', 'life', options)).toMatchObject({ message });
    expect(catalog.handshake('cartas', signedWithA, { secrets: [] })).toBeNull();
    expect(said.length).toBeGreaterThan(1);
  });
});

describe('a pack whose functions give something odd', () => {
  it('a promise is not waited for, and its failure harms nobody', async () => {
    const rejected = () => Promise.reject(new Error('later'));
    const { catalog, said } = having({ recognise: rejected, read: rejected });
    expect(catalog.recognise(headOf(signedWithA))).toBeNull();
    expect(catalog.describe('cartas', signedWithA)).toMatchObject({ eventType: null });
    // An unhandled rejection would end the test run.
    await new Promise((resolve) => setImmediate(resolve));
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('it is async');
  });

  it('a handshake cannot answer with a header of two lines or a status that is none', () => {
    const answer = () => ({ kind: 'answered', contentType: 'a\r\nX: y', body: 'x', explanation: '' });
    const refuse = () => ({ kind: 'refused', statusCode: 7, reason: '' });
    for (const given of [answer, refuse, () => 'yes']) {
      const { catalog, said } = having({
        handshakes: [{ name: 'h', title: 'H', docs: '', answer: given }],
      });
      expect(catalog.handshake('cartas', signedWithA, { secrets: [] })).toBeNull();
      expect(said).toHaveLength(1);
    }
  });

  it('a sample or a signature that could not be sent is refused with its reason', () => {
    const build = () => ({ headers: [['Bad Name', 'x']], body: { kind: 'json', value: {} } });
    const { catalog } = having({
      samples: [{ eventType: 'carta', build }],
      schemes: [{ ...bodyHmac, write: () => [['X-A', 'line\nbreak']] }],
    });
    const made = catalog.sample('cartas', 'carta', { url: '/', now: 0 });
    expect(made).toMatchObject({ message: expect.stringContaining('expected a header name') });
    expect(catalog.sign('cartas', signedWithA, 's', { now: 0 })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('expected a header value'),
    });
  });

  it('one that takes long is named, once', () => {
    const read = () => {
      const until = performance.now() + 110;
      while (performance.now() < until);
      return {};
    };
    const { catalog, said } = having({ read });
    catalog.describe('cartas', signedWithA);
    catalog.describe('cartas', signedWithA);
    expect(said).toEqual([expect.stringMatching(/^The pack 'cartas' is slow to read a body: \d+ ms/)]);
  });
});

it('types that only a sample names are listed, and what is undefined is left out', () => {
  const build = () => ({ headers: [], body: { kind: 'json', value: {} } });
  const { catalog } = having({ title: undefined, docs: undefined, samples: [{ eventType: 'carta', build }] });
  expect(catalog.list()[0]).toMatchObject({
    title: 'cartas',
    docs: [],
    eventTypes: [{ name: 'carta', says: '', samples: ['carta'] }],
  });
});
