import { describe, expect, it } from 'vitest';
import { createCatalog } from '../catalog.ts';
import { sampleName } from './make-sample.ts';

const catalog = createCatalog();
const options = { url: 'https://abc.example/hook', now: 1_780_000_000_000 };

function bodyOf(
  provider: string,
  name: string,
  set: readonly (readonly [string, unknown])[] = [],
  seed?: number,
) {
  const sampled = catalog.sample(provider, name, {
    ...options,
    set,
    ...(seed === undefined ? {} : { seed }),
  });
  if (sampled.kind !== 'sampled') throw new Error(JSON.stringify(sampled));
  return sampled.request.body.toString('utf8');
}

describe('values', () => {
  it.each(
    catalog.packs.flatMap((pack) => pack.samples.map((sample) => [pack.name, sampleName(sample)] as const)),
  )('%s %s: the same with a seed, another with another', (provider, name) => {
    expect(bodyOf(provider, name, [], 7)).toBe(bodyOf(provider, name, [], 7));
    const request = (seed: number) => JSON.stringify(catalog.sample(provider, name, { ...options, seed }));
    const fixed = ['Connected', 'Disconnected', 'HistorySync', 'Presence', 'ChatPresence'].includes(name);
    if (!fixed) expect(request(7)).not.toBe(request(8));
  });

  it('are fresh without a seed', () => {
    expect(bodyOf('zavu', 'message.inbound')).not.toBe(bodyOf('zavu', 'message.inbound'));
  });
});

describe('every documented event type of the seed providers has a sample, save those whose fields are unknown', () => {
  it.each([
    [
      'zavu',
      [
        'message.status',
        'message.unsupported',
        'message.reaction',
        'broadcast.status_changed',
        'template.status_changed',
        'domain.verified',
        'domain.failed',
        'agent.tool',
      ],
    ],
    ['vzaps', []],
    ['zapi', []],
  ])('%s', (provider, unknown) => {
    const pack = catalog.pack(provider);
    const without = pack?.eventTypes.filter(
      ({ name }) => !pack.samples.some(({ eventType }) => eventType === name),
    );
    expect(without?.map(({ name }) => name).sort()).toEqual([...unknown].sort());
  });

  it('says why there is none', () => {
    expect(catalog.sample('zavu', 'domain.verified', options)).toMatchObject({
      message: expect.stringContaining('not documented'),
    });
  });
});

describe('set', () => {
  it('puts texts, numbers and objects where they belong', () => {
    const body = JSON.parse(
      bodyOf('zavu', 'message.inbound', [
        ['data.text', 'Olá'],
        ['data.providerTimestamp', '5'],
        ['data.content.mediaId', 'm1'],
        ['data.from', '+5511'],
      ]),
    );
    expect(body.data).toMatchObject({
      text: 'Olá',
      providerTimestamp: 5,
      content: { mediaId: 'm1' },
      from: '+5511',
    });
  });

  it('leaves a text that looks like a number a text', () => {
    expect(JSON.parse(bodyOf('zavu', 'message.inbound', [['data.text', '42']])).data.text).toBe('42');
  });

  it('names near fields where there is none', () => {
    expect(
      catalog.sample('zavu', 'message.inbound', { ...options, set: [['data.txet', 'a']] }),
    ).toMatchObject({
      kind: 'refused',
      errors: [{ kind: 'unknown-field', path: 'data.txet', near: expect.arrayContaining(['data.text']) }],
    });
  });

  it.each([['__proto__.x'], ['constructor'], ['data.__proto__.polluted'], ['']])('refuses %j', (path) => {
    expect(catalog.sample('zavu', 'message.inbound', { ...options, set: [[path, 'a']] })).toMatchObject({
      kind: 'refused',
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses a value of another kind', () => {
    expect(
      catalog.sample('zavu', 'message.inbound', { ...options, set: [['timestamp', 'soon']] }),
    ).toMatchObject({
      errors: [{ kind: 'wrong-value', path: 'timestamp', message: expect.stringContaining('a number') }],
    });
  });

  it('steps into lists, and into the fields of a form', () => {
    expect(
      JSON.parse(
        bodyOf('meta', 'whatsapp.messages', [['entry[0].changes[0].value.messages[0].text.body', 'Oi']]),
      ).entry[0].changes[0].value.messages[0].text.body,
    ).toBe('Oi');
    expect(bodyOf('twilio', 'message.incoming', [['Body', 'a b&c']])).toContain('Body=a+b%26c');
  });
});

it('near names are offered for what is not known', () => {
  expect(catalog.sample('zavuu', 'x', options)).toMatchObject({ kind: 'unknown-provider', near: ['zavu'] });
  expect(catalog.sample('zavu', 'message.inbond', options)).toMatchObject({
    near: expect.arrayContaining(['message.inbound']),
  });
});

it('where nothing is near, all event types that there are samples of are named', () => {
  expect(catalog.sample('vzaps', 'zzzzzzzz', options)).toMatchObject({
    near: [],
    message: expect.stringMatching(
      /^VZaps has no sample 'zzzzzzzz'\. There are: Message, ReadReceipt, .*\.$/,
    ),
  });
});

it('Meta’s samples are escaped as Meta escapes them', () => {
  expect(bodyOf('meta', 'whatsapp.messages')).toMatch(/j\\u00e1/);
  expect(bodyOf('meta', 'whatsapp.messages')).toMatch(/^[\x20-\x7e]*$/);
});

describe('scenarios', () => {
  it.each(
    catalog.packs.flatMap((pack) => (pack.scenarios ?? []).map(({ name }) => [pack.name, name] as const)),
  )('%s %s is one thread', (provider, name) => {
    const played = catalog.scenario(provider, name, { ...options, seed: 1 });
    if (played.kind !== 'scenario') throw new Error(JSON.stringify(played));
    const readings = played.steps.map(({ request }) => catalog.describe(provider, request));
    for (const [index, { threadKeys }] of readings.entries()) {
      const others = readings.filter((_, other) => other !== index).flatMap((reading) => reading.threadKeys);
      expect(
        threadKeys.some((key) => others.includes(key)),
        played.steps[index]?.eventType,
      ).toBe(true);
    }
  });

  it('Zavu’s goes from new to read, by the message’s own status', () => {
    const played = catalog.scenario('zavu', 'conversation', { ...options, set: [['data.channel', 'sms']] });
    if (played.kind !== 'scenario') throw new Error(JSON.stringify(played));
    expect(played.steps.map(({ eventType }) => eventType)).toEqual([
      'conversation.new',
      'message.inbound',
      'message.queued',
      'message.sent',
      'message.delivered',
      'message.read',
    ]);
    expect(played.steps.map(({ request }) => catalog.describe('zavu', request).status)).toEqual([
      null,
      'received',
      'queued',
      'sent',
      'delivered',
      'read',
    ]);
    expect(played.steps.every(({ request }) => request.body.includes('"channel":"sms"'))).toBe(true);
  });

  it('refuses a field that no step has, and a scenario that is not there', () => {
    expect(catalog.scenario('zavu', 'conversation', { ...options, set: [['data.nope', 1]] })).toMatchObject({
      kind: 'refused',
    });
    expect(catalog.scenario('zavu', 'nope', options)).toMatchObject({
      kind: 'unknown-scenario',
      message: expect.stringContaining('conversation'),
    });
  });
});
