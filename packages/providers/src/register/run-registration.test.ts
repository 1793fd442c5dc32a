import { describe, expect, it } from 'vitest';
import { createCatalog } from '../catalog.ts';
import { textAt } from '../payload.ts';
import type { Answers, Call, Registration } from './registration.ts';
import {
  type CallPort,
  openRegistration,
  pointSlot,
  restoreSlot,
  type SavedSetting,
} from './run-registration.ts';

const catalog = createCatalog();
const registrationOf = (name: string): Registration => {
  const registration = catalog.pack(name)?.registration;
  if (!registration) throw new Error(name);
  return registration;
};

/** A provider's API as it is documented, in memory. */
interface StandIn {
  readonly port: CallPort;
  readonly calls: Call[];
  /** The URL that is set now. */
  url(): string | null;
  /** Somebody else changes it. */
  change(url: string): void;
}

type Answer = { statusCode: number; body: unknown };
const ok = (body: unknown): Answer => ({ statusCode: 200, body });
const refusal: Answer = { statusCode: 401, body: { message: 'bad credentials' } };

function standIn(
  state: { url: string | null },
  answer: (call: Call, header: (name: string) => string | undefined) => Answer,
): StandIn {
  const calls: Call[] = [];
  return {
    calls,
    url: () => state.url,
    change: (url) => {
      state.url = url;
    },
    port: async (call) => {
      calls.push(call);
      const header = (name: string): string | undefined =>
        call.headers.find(([one]) => one.toLowerCase() === name)?.[1];
      return { kind: 'responded', ...answer(call, header) };
    },
  };
}

const json = (call: Call): Record<string, unknown> =>
  call.body?.kind === 'json' ? (call.body.value as Record<string, unknown>) : {};
const form = (call: Call): Readonly<Record<string, string>> =>
  call.body?.kind === 'form' ? call.body.fields : {};

function zavuSender(before: string | null): StandIn {
  const state = { url: before, events: before ? ['message.inbound'] : [], active: before !== null };
  return standIn(state, (call, header) => {
    if (header('authorization') !== 'Bearer zv_test_1') return refusal;
    if (call.path !== '/v1/senders/snd_1') return { statusCode: 404, body: {} };
    const { webhookUrl, webhookEvents, webhookActive } = json(call);
    const minted = call.method === 'PATCH' && state.url === null && typeof webhookUrl === 'string';
    if (webhookUrl === null) throw new Error('A null URL loses the secret.');
    if (typeof webhookUrl === 'string') {
      if (!webhookUrl.startsWith('https://')) return { statusCode: 400, body: { code: 'invalid_url' } };
      state.url = webhookUrl;
    }
    if (Array.isArray(webhookEvents)) state.events = webhookEvents;
    if (typeof webhookActive === 'boolean') state.active = webhookActive;
    const webhook =
      state.url === null
        ? undefined
        : {
            url: state.url,
            events: state.events,
            active: state.active,
            ...(minted ? { secret: 'whsec_new' } : {}),
          };
    return ok({ id: 'snd_1', name: 'Loja', webhook });
  });
}

function vzaps(before: string | null, spelling: 'api-reference' | 'sdk'): StandIn {
  const state = { url: before };
  return standIn(state, (call, header) => {
    if (call.path === '/token') {
      return json(call)['client_secret'] === 'cs' ? ok({ access_token: 'at_1', expires_in: 3600 }) : refusal;
    }
    if (
      header('authorization') !== 'Bearer at_1' ||
      header('x-client-token') !== 'ct' ||
      header('x-instance-token') !== 'it'
    )
      return refusal;
    const url = textAt(json(call), spelling === 'sdk' ? 'webhook_url' : 'webhookURL');
    if (call.method === 'POST' && url) state.url = url;
    return ok({
      code: 200,
      success: true,
      data: { webhook: state.url ?? '', subscribe: 'Message,ReadReceipt' },
    });
  });
}

function zapi(before: string | null): StandIn {
  const state = { url: before };
  return standIn(state, (call, header) => {
    if (header('client-token') !== 'ct' || !call.path.startsWith('/instances/I1/token/tok/'))
      return { statusCode: 403, body: { error: 'null not allowed' } };
    if (call.path.endsWith('/me'))
      return ok({ id: 'I1', token: 'tok', receivedCallbackUrl: state.url, receiveCallbackSentByMe: false });
    if (call.method !== 'PUT' || !call.path.endsWith('/update-webhook-received'))
      return { statusCode: 405, body: {} };
    state.url = textAt(json(call), 'value') ?? null;
    return ok({ value: true });
  });
}

function telegram(before: string | null): StandIn {
  const state = { url: before };
  return standIn(state, (call) => {
    if (call.path === '/botT/setWebhook') state.url = textAt(json(call), 'url') ?? null;
    return ok({
      ok: true,
      result: call.path.endsWith('Info') ? { url: state.url ?? '', max_connections: 40 } : true,
    });
  });
}

const simple =
  (field: string, read: (state: { url: string | null }) => unknown) =>
  (before: string | null): StandIn => {
    const state = { url: before };
    return standIn(state, (call) => {
      const url = textAt(json(call), field) ?? form(call)[field];
      if (call.method !== 'GET' && url !== undefined) state.url = url;
      return ok(read(state));
    });
  };

interface Case {
  readonly provider: string;
  readonly start: (before: string | null) => StandIn;
  readonly answers: Answers;
  /** What happens at the end to a place that had nothing before. */
  readonly without: 'restored' | 'left' | 'never';
}

const cases: readonly Case[] = [
  {
    provider: 'zavu',
    start: zavuSender,
    answers: { key: 'zv_test_1', sender: 'snd_1' },
    without: 'restored',
  },
  {
    provider: 'vzaps',
    start: (before) => vzaps(before, 'api-reference'),
    answers: { 'client-token': 'ct', 'client-secret': 'cs', 'instance-token': 'it', instance: 'VZ1' },
    without: 'left',
  },
  {
    provider: 'vzaps',
    start: (before) => vzaps(before, 'sdk'),
    answers: {
      'client-token': 'ct',
      'client-secret': 'cs',
      'instance-token': 'it',
      instance: 'VZ1',
      spelling: 'sdk',
    },
    without: 'left',
  },
  {
    provider: 'zapi',
    start: zapi,
    answers: { instance: 'I1', token: 'tok', 'client-token': 'ct', callbacks: 'received' },
    without: 'left',
  },
  { provider: 'telegram', start: telegram, answers: { token: 'T' }, without: 'restored' },
  {
    provider: 'github',
    start: simple('url', ({ url }) => ({ url, content_type: 'json' })),
    answers: { token: 't', repository: 'aurora/loja', hook: '1' },
    without: 'never',
  },
  {
    provider: 'stripe',
    start: simple('url', ({ url }) => ({ id: 'we_1', url })),
    answers: { key: 'sk', endpoint: 'we_1' },
    without: 'never',
  },
  {
    provider: 'twilio',
    start: simple('SmsUrl', ({ url }) => ({ sid: 'PN1', sms_url: url ?? '' })),
    answers: { account: 'AC1', token: 't', number: 'PN1' },
    without: 'restored',
  },
];

const first = 'https://one.example/hook';
const second = 'https://two.example/hook';
const theirs = 'https://production.example/hook';

async function open({ provider, answers }: Case, { port }: StandIn) {
  const registration = registrationOf(provider);
  const opened = await openRegistration(registration, answers, port);
  if (opened.kind === 'failed') throw new Error(opened.message);
  const [slot] = registration.slots(opened.answers);
  if (!slot) throw new Error('no slot');
  const point = (url: string, saved?: SavedSetting) =>
    pointSlot(registration, slot, opened.answers, port, url, saved);
  const restore = (saved: SavedSetting) => restoreSlot(registration, slot, opened.answers, port, saved);
  return { point, restore };
}

describe.each(cases)('$provider', (one) => {
  it('is pointed, follows, and is put back', async () => {
    const api = one.start(theirs);
    const { point, restore } = await open(one, api);
    const pointed = await point(first);
    if (pointed.kind !== 'pointed') throw new Error(JSON.stringify(pointed));
    expect(api.url()).toBe(first);
    // A new run knows only what was stored.
    const followed = await point(second, JSON.parse(JSON.stringify(pointed.saved)));
    if (followed.kind !== 'pointed') throw new Error(JSON.stringify(followed));
    expect(api.url()).toBe(second);
    expect(await restore(followed.saved)).toMatchObject({ kind: 'restored', url: theirs });
    expect(api.url()).toBe(theirs);
    expect(JSON.stringify(followed.saved)).not.toMatch(/zv_test_1|"cs"|"ct"|"it"|at_1/);
  });

  it('is left alone when somebody else changed it', async () => {
    const api = one.start(theirs);
    const { point, restore } = await open(one, api);
    const pointed = await point(first);
    if (pointed.kind !== 'pointed') throw new Error(JSON.stringify(pointed));
    api.change('https://colleague.example/hook');
    expect(await restore(pointed.saved)).toMatchObject({ kind: 'not-ours' });
    expect(await point(second, pointed.saved)).toMatchObject({ kind: 'not-ours' });
    expect(api.url()).toBe('https://colleague.example/hook');
  });

  it('where nothing was set before, nothing is deleted', async () => {
    if (one.without === 'never')
      return expect(registrationOf(one.provider).warnings[0]).toContain('must exist');
    const api = one.start(null);
    const { point, restore } = await open(one, api);
    const pointed = await point(first);
    if (pointed.kind !== 'pointed') throw new Error(JSON.stringify(pointed));
    expect((await restore(pointed.saved)).kind).toBe(one.without);
    expect(api.calls.every(({ method }) => ['GET', 'POST', 'PUT', 'PATCH'].includes(method))).toBe(true);
  });
});

it('Zavu’s secret is handed over once, and a new webhook is paused at the end', async () => {
  const api = zavuSender(null);
  const { point, restore } = await open(cases[0] as Case, api);
  const pointed = await point(first);
  expect(pointed).toMatchObject({ kind: 'pointed', secret: 'whsec_new' });
  if (pointed.kind !== 'pointed') return;
  await restore(pointed.saved);
  expect(api.calls.at(-1)).toMatchObject({ method: 'PATCH', body: { value: { webhookActive: false } } });
});

it('the wrong spelling at VZaps is noticed by reading back', async () => {
  const { point } = await open(cases[1] as Case, vzaps(theirs, 'sdk'));
  expect(await point(first)).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('does not show it'),
  });
});

it('a failed call never shows a credential', async () => {
  const registration = registrationOf('zapi');
  const answers = { instance: 'I1', token: 'very-secret-token', callbacks: 'received' };
  const port: CallPort = async (call) => ({
    kind: 'responded',
    statusCode: 500,
    body: `no such path ${call.path}`,
  });
  const [slot] = registration.slots(answers);
  if (!slot) throw new Error('no slot');
  const result = await pointSlot(registration, slot, answers, port, first);
  expect(result.kind).toBe('failed');
  expect(JSON.stringify(result)).not.toContain('very-secret-token');
});

it('a refused credential is named by its variable', async () => {
  const { port } = zavuSender(theirs);
  const registration = registrationOf('zavu');
  const answers = { key: 'zv_of_another', sender: 'snd_1' };
  const [slot] = registration.slots(answers);
  if (!slot) throw new Error('no slot');
  expect(await pointSlot(registration, slot, answers, port, first)).toMatchObject({
    kind: 'failed',
    message: expect.stringMatching(/^Check ZAVUDEV_API_KEY\. GET .* was answered 401: .*bad credentials/),
  });
});

it('what is missing is asked for', async () => {
  const port: CallPort = async () => ({ kind: 'failed', message: 'unreachable' });
  expect(await openRegistration(registrationOf('vzaps'), {}, port)).toMatchObject({
    message: expect.stringContaining('client secret'),
  });
});
