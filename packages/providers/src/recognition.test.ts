import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCatalog } from './catalog.ts';
import { indexHead } from './indexed-head.ts';
import { headOf, requestFixture } from './request-fixture.ts';
import { sampleName } from './samples/make-sample.ts';

const catalog = createCatalog();
const shapes = JSON.parse(
  readFileSync(new URL('./packs/zapi/documented-shapes.json', import.meta.url), 'utf8'),
) as Record<string, unknown>[];
const secrets: Record<string, string> = {
  'standard-webhooks': 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  svix: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
};

const samples = catalog.packs.flatMap((pack) =>
  pack.samples.map((sample) => ({
    provider: pack.name,
    name: sampleName(sample),
    eventType: sample.eventType,
  })),
);

function signedSample(provider: string, name: string) {
  const sampled = catalog.sample(provider, name, {
    url: 'https://abc.example/hook',
    now: 1_780_000_000_000,
    seed: 7,
  });
  if (sampled.kind !== 'sampled') throw new Error(JSON.stringify(sampled));
  const signed = catalog.sign(provider, sampled.request, secrets[provider] ?? 'whsec_secret', {
    now: 1_780_000_000_000,
  });
  return signed.kind === 'signed' ? signed.request : sampled.request;
}

it('knows every documented shape of Z-API, and what each is', () => {
  expect(shapes).toHaveLength(64);
  for (const shape of shapes) {
    const request = requestFixture({
      body: JSON.stringify(shape),
      headers: [['Content-Type', 'application/json']],
    });
    const recognised = catalog.recognise(headOf(request));
    expect(recognised).toMatchObject({ provider: 'zapi', reason: expect.stringContaining('Z-API') });
    const reading = catalog.describe('zapi', request);
    expect(reading.eventType).toBe(shape['type']);
    expect(reading.subject, JSON.stringify(shape)).not.toBeNull();
  }
});

describe('every sample is recognised as its own provider, and by no other', () => {
  it.each(samples)('$provider $name', ({ provider, name, eventType }) => {
    const request = signedSample(provider, name);
    const head = headOf(request);
    expect(catalog.recognise(head)?.provider).toBe(provider);
    const others = catalog.packs.filter((pack) => pack.name !== provider && pack.recognise(indexHead(head)));
    expect(others.map((pack) => pack.name)).toEqual([]);
    const reading = catalog.describe(provider, request);
    expect(reading.eventType).toBe(eventType);
  });
});

/** Nothing but the signature's headers tells of these: their bodies are the sender's own. */
const withoutShape = new Set(['svix', 'standard-webhooks']);

describe('an unsigned sample', () => {
  const unsigned = (provider: string, name: string) => {
    const made = catalog.sample(provider, name, { url: 'https://abc.example/hook', now: 1_780_000_000_000 });
    if (made.kind !== 'sampled') throw new Error(JSON.stringify(made));
    return made.request;
  };

  it.each(samples)('$provider $name is recognised by its shape, by no other pack', ({ provider, name }) => {
    const head = headOf(unsigned(provider, name));
    const found = catalog.packs.filter((pack) => pack.recognise(indexHead(head))).map((pack) => pack.name);
    expect(found).toEqual(withoutShape.has(provider) ? [] : [provider]);
  });

  it.each(samples)(
    '$provider $name is read where its endpoint names the provider, whatever else is there',
    ({ provider, name, eventType }) => {
      const { rawHeaders, ...request } = unsigned(provider, name);
      const type = rawHeaders.filter(([header]) => header.toLowerCase() === 'content-type');
      const recognised = catalog.recognise(headOf({ ...request, rawHeaders: type }), provider);
      expect(recognised).toMatchObject({ provider, confidence: 'configured' });
      expect(catalog.describe(provider, { ...request, rawHeaders }).eventType).toBe(eventType);
    },
  );
});

describe('the edges', () => {
  it('an endpoint that names its provider settles it', () => {
    const request = requestFixture({ headers: [['Stripe-Signature', 't=1']] });
    expect(catalog.recognise(headOf(request), 'github')).toMatchObject({
      provider: 'github',
      confidence: 'configured',
      reason: expect.stringContaining('looks like stripe'),
    });
    expect(catalog.recognise(headOf(request), 'no-such')).toMatchObject({ provider: 'stripe' });
  });

  it('GitHub and Meta share a signature header and are told apart', () => {
    const signature = ['X-Hub-Signature-256', 'sha256=00'] as const;
    const github = requestFixture({
      body: '{"object":"page","entry":[]}',
      headers: [signature, ['X-GitHub-Event', 'push']],
    });
    expect(catalog.recognise(headOf(github))?.provider).toBe('github');
    const meta = requestFixture({ body: '{"object":"page","entry":[]}', headers: [signature] });
    expect(catalog.recognise(headOf(meta))?.provider).toBe('meta');
    const neither = requestFixture({ body: '{"hello":1}', headers: [signature] });
    expect(catalog.recognise(headOf(neither))).toBeNull();
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"type":',
    '{"type":"Message"}',
    '{"data":{"type":"ReceivedCallback","momment":1,"instanceId":"x"}}',
    '{"type":"message","event":{}}',
    '\u0000\u0001',
    `{"a":"${'\\'.repeat(4000)}`,
    '{"update_id":"x"}',
    'type=ReceivedCallback&momment=1',
  ])('%j is nobody’s', (body) => {
    expect(catalog.recognise(headOf(requestFixture({ body })))).toBeNull();
  });

  it('spellings of Z-API and VZaps vary', () => {
    const zapi = requestFixture({
      body: '{"type":"ReceivedCallBack","momment":1580163342,"instanceId":"A"}',
    });
    expect(catalog.recognise(headOf(zapi))?.provider).toBe('zapi');
    expect(catalog.describe('zapi', zapi)).toMatchObject({
      eventType: 'ReceivedCallback',
      providerTime: '2020-01-27T22:15:42.000Z',
    });
    const vzaps = requestFixture({
      body: '{"event_type":"ReadReceipt","json_data":"{\\"state\\":\\"Read\\",\\"MessageIDs\\":[\\"A1\\",\\"A2\\"],\\"Chat\\":\\"55@s\\"}"}',
    });
    expect(catalog.recognise(headOf(vzaps))?.provider).toBe('vzaps');
    expect(catalog.describe('vzaps', vzaps)).toMatchObject({
      eventType: 'ReadReceipt',
      status: 'read',
      threadKeys: ['vzaps:message:A1', 'vzaps:message:A2', 'vzaps:chat:55@s'],
    });
  });

  it('a callback of VZaps about no message is about the instance, where it is named', () => {
    const body = '{"type":"Disconnected","event":{},"instance_id":"VZ1"}';
    expect(catalog.describe('vzaps', requestFixture({ body })).subject).toBe('VZ1');
    const headers = [['X-Instance-ID', 'VZ2']] as const;
    expect(catalog.describe('vzaps', requestFixture({ body, headers })).subject).toBe('VZ2');
  });

  it('a type behind more than 4 KB leaves Z-API likely', () => {
    const body = JSON.stringify({
      instanceId: 'A',
      momment: 1,
      photo: 'p'.repeat(5000),
      type: 'ReceivedCallback',
    });
    expect(catalog.recognise(headOf(requestFixture({ body })))).toMatchObject({
      provider: 'zapi',
      confidence: 'likely',
    });
  });

  it('hostile text is cut to one plain line', () => {
    const body = JSON.stringify({
      id: 'evt_1',
      type: 'message.inbound',
      data: { text: `a\u001b[2J\n\u202eb${'x'.repeat(9999)}`, from: '+1' },
    });
    const { subject } = catalog.describe('zavu', requestFixture({ body }));
    expect(subject).toMatch(/^a \[2J bx+…$/u);
    expect(subject?.length).toBe(256);
  });

  it('reads the plain fields of a body that is too large to parse', () => {
    const body = `{"id":"evt_9","type":"message.inbound","timestamp":1780000000000,"data":{"text":"${'x'.repeat(1_100_000)}"}}`;
    expect(catalog.describe('zavu', requestFixture({ body }))).toMatchObject({
      eventType: 'message.inbound',
      providerEventId: 'evt_9',
    });
  });
});
