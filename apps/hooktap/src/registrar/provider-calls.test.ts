import { Registrations, systemClock } from '@hooktap/core';
import { createCatalog } from '@hooktap/providers';
import { createMemoryStore } from '@hooktap/store';
import { type ApiCall, fieldOf, ok, startProviderApi, startRawHandler } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { providerCalls } from './provider-calls.ts';
import { providerRegistrar } from './provider-registrar.ts';

const production = 'https://production.example/hook';
const form = ({ body }: ApiCall): URLSearchParams => new URLSearchParams(String(body));

/** Their documented calls: who is let in, and how the URL is read and set. */
const apis = {
  telegram: {
    answers: { token: '12:bot' },
    answer({ path, body }: ApiCall, state: { url: string }) {
      if (path === '/bot12:bot/setWebhook') state.url = String(fieldOf(body, 'url'));
      return ok({ ok: true, result: path.endsWith('getWebhookInfo') ? { url: state.url } : true });
    },
  },
  github: {
    answers: { token: 'ghp_1', repository: 'aurora/loja', hook: '7' },
    answer({ method, path, headers, body }: ApiCall, state: { url: string }) {
      expect([path, headers.authorization]).toEqual(['/repos/aurora/loja/hooks/7/config', 'Bearer ghp_1']);
      if (method === 'PATCH') state.url = String(fieldOf(body, 'url'));
      return ok({ url: state.url, content_type: 'json' });
    },
  },
  stripe: {
    answers: { key: 'rk_1', endpoint: 'we_1' },
    answer(call: ApiCall, state: { url: string }) {
      expect([call.path, call.headers.authorization]).toEqual(['/v1/webhook_endpoints/we_1', 'Bearer rk_1']);
      if (call.method === 'POST') state.url = form(call).get('url') ?? '';
      return ok({ id: 'we_1', url: state.url, status: 'enabled' });
    },
  },
  twilio: {
    answers: { account: 'AC1', token: 'auth', number: 'PN1' },
    answer(call: ApiCall, state: { url: string }) {
      expect(call.path).toBe('/2010-04-01/Accounts/AC1/IncomingPhoneNumbers/PN1.json');
      expect(call.headers.authorization).toBe(`Basic ${Buffer.from('AC1:auth').toString('base64')}`);
      if (call.method === 'POST') {
        expect(call.headers['content-type']).toBe('application/x-www-form-urlencoded');
        state.url = form(call).get('SmsUrl') ?? '';
      }
      return ok({ sid: 'PN1', sms_url: state.url, voice_url: '' });
    },
  },
};

it.each(Object.entries(apis))(
  '%s is pointed and put back over HTTP',
  async (provider, { answers, answer }) => {
    await using api = await startProviderApi({ url: production }, answer);
    const registrations = new Registrations({
      store: createMemoryStore({ clock: systemClock }),
      clock: systemClock,
      registrar: Promise.resolve(providerRegistrar(createCatalog(), {})),
      notice: () => {},
      publicOrigin: () => 'https://one.example',
      pathOf: () => '/',
    });
    const outcome = await registrations.register({ provider, baseUrl: api.url, answers });
    expect(outcome).toMatchObject({ ok: true, value: { items: [{ kind: 'pointed', before: production }] } });
    expect(api.state.url).toBe('https://one.example/');
    await registrations.close(5000);
    expect(api.state.url).toBe(production);
  },
);

const call = { method: 'GET', path: '/me', headers: [] } as const;

it('joins paths below the base URL, and takes what is no JSON as text', async () => {
  await using api = await startProviderApi({}, ({ path }) => ok(path));
  expect(await providerCalls(`${api.url}/api/v3/`)(call)).toMatchObject({
    statusCode: 200,
    body: '/api/v3/me',
  });
  await using page = await startRawHandler((socket) => {
    socket.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n<h1>no</h1>');
  });
  expect(await providerCalls(page.url)(call)).toEqual({
    kind: 'responded',
    statusCode: 502,
    body: '<h1>no</h1>',
  });
});

it('says that an answer, or the end of one, did not come in time', async () => {
  await using silent = await startRawHandler(() => {});
  await using halting = await startRawHandler((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{');
  });
  for (const { url } of [silent, halting]) {
    expect(await providerCalls(url, 100)(call)).toMatchObject({
      kind: 'failed',
      message: `No whole answer came from ${url} within 0.1 s`,
    });
  }
});

it('fails as a value: nobody there, a broken answer, a far too long one, a header that cannot be', async () => {
  await using hanging = await startRawHandler((socket) =>
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{'),
  );
  await using long = await startProviderApi({}, () => ok('x'.repeat(2 * 1024 * 1024)));
  const closed = await startRawHandler(() => {});
  await closed.close();
  for (const url of [closed.url, hanging.url, long.url]) {
    expect(await providerCalls(url)(call)).toMatchObject({ kind: 'failed' });
  }
  const headers = [['Authorization', 'Bearer two\nlines']] as const;
  const impossible = await providerCalls(closed.url)({ ...call, headers });
  expect(impossible).toMatchObject({ kind: 'failed', message: expect.not.stringContaining('two') });
});
