import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Registrations, type Store, systemClock } from '@hooktap/core';
import { type CallPort, createCatalog } from '@hooktap/providers';
import { createMemoryStore, openLowdbStore } from '@hooktap/store';
import {
  startVzapsApi,
  startZapiApi,
  startZavuApi,
  vzapsCredentials,
  zapiCredentials,
  zavuKey,
} from '@hooktap/testing';
import { describe, expect, it } from 'vitest';
import { providerCalls } from './provider-calls.ts';
import { providerRegistrar } from './provider-registrar.ts';

const production = 'https://production.example/hooks?token=of-production';
const webhook = () => ({ url: production, events: ['message.inbound'], active: true, secret: 'whsec_kept' });
const memoryStore = (): Store => createMemoryStore({ clock: systemClock });

interface Options {
  readonly store?: Store;
  readonly env?: NodeJS.ProcessEnv;
  readonly callsTo?: (baseUrl: string) => CallPort;
}

/** One run of Hooktap as far as registrations go, whose tunnel a test moves. */
function run({ store = memoryStore(), env = {}, callsTo = providerCalls }: Options = {}) {
  const notices: string[] = [];
  const tunnel = { origin: 'https://one.example' as string | null };
  const registrations = new Registrations({
    store,
    clock: systemClock,
    registrar: Promise.resolve(providerRegistrar(createCatalog(), env, callsTo)),
    notice: (text) => notices.push(text),
    publicOrigin: () => tunnel.origin,
    pathOf: (provider) => `/${provider}`,
  });
  return { registrations, notices, tunnel, store };
}

/** Settles once what was begun before is over: one thing is done at a time. */
const inTurn = (registrations: Registrations) => registrations.unregister({ id: 'none' });

const zavuRequest = (baseUrl: string, more: Record<string, string> = {}) => ({
  provider: 'zavu',
  baseUrl,
  answers: { key: zavuKey, sender: 'snd_1', ...more },
});

describe('credentials', () => {
  it('of the environment go to the address of the environment only', async () => {
    await using zavu = await startZavuApi({ senders: { snd_1: webhook() } });
    await using stranger = await startZavuApi({ senders: { snd_1: webhook() } });
    const env = { ZAVUDEV_API_KEY: zavuKey, ZAVUDEV_BASE_URL: zavu.url };
    const { registrations } = run({ env });
    const answers = { sender: 'snd_1' };
    const there = await registrations.register({ provider: 'zavu', baseUrl: stranger.url, answers });
    expect(there).toMatchObject({ ok: false, error: { code: 'credentials-missing' } });
    expect(stranger.calls).toEqual([]);
    expect(await registrations.register({ provider: 'zavu', answers })).toMatchObject({ ok: true });
    expect(zavu.state.senders['snd_1']?.url).toBe('https://one.example/zavu');
  });

  it.each(['http://api.example', 'ftp://127.0.0.1', 'https://user@api.example', 'nothing'])(
    'are not sent to %s',
    async (baseUrl) => {
      const { registrations } = run();
      const refused = await registrations.register(zavuRequest(baseUrl));
      expect(refused).toMatchObject({ ok: false, error: { code: 'registration-invalid' } });
    },
  );

  it('do not follow a redirect', async () => {
    await using elsewhere = await startZavuApi({ senders: { snd_1: webhook() } });
    const server = createServer((request, response) => {
      response.writeHead(307, { Location: `${elsewhere.url}${request.url}` }).end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { registrations } = run();
    const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const outcome = await registrations.register(zavuRequest(here));
    server.close();
    expect(outcome).toMatchObject({
      value: { items: [{ kind: 'failed', message: expect.stringContaining('307') }] },
    });
    expect(elsewhere.calls).toEqual([]);
  });

  it('are in no answer, no notice and nothing that is stored', async () => {
    await using zapi = await startZapiApi({ receivedCallbackUrl: production });
    const { registrations, notices, tunnel, store } = run();
    const answers = {
      instance: 'I1',
      token: zapiCredentials.ZAPI_TOKEN,
      'client-token': zapiCredentials.ZAPI_CLIENT_TOKEN,
      callbacks: 'received',
    };
    const registered = await registrations.register({ provider: 'zapi', baseUrl: zapi.url, answers });
    // This API repeats what it was sent.
    zapi.outage = { statusCode: 500, body: { path: `/instances/I1/token/${answers.token}/me` } };
    tunnel.origin = 'https://two.example';
    registrations.follow();
    await inTurn(registrations);
    const listed = await registrations.list();
    await registrations.close(5000);
    expect(listed.items).toMatchObject([{ state: 'active', places: [{ problem: expect.any(String) }] }]);
    const said = JSON.stringify([registered, listed, notices, store.setting('registrations')]);
    expect(notices.join()).toContain('was answered 500');
    expect(said).not.toContain(answers.token);
    expect(said).not.toContain(answers['client-token']);
    // What was there before has a secret of its own, which is kept for putting it back and shown nowhere.
    expect(JSON.stringify([registered, listed, notices])).not.toContain('of-production');
    expect(store.setting('registrations')).toContain('of-production');
  });
});

/** Stops for good before or after so many calls, as a kill does. */
function broken(after: number, when: 'before' | 'after') {
  let made = 0;
  let stop: () => void = () => {};
  const stopped = new Promise<'stopped'>((resolve) => {
    stop = () => resolve('stopped');
  });
  const callsTo = (baseUrl: string): CallPort => {
    const call = providerCalls(baseUrl);
    return async (one) => {
      made += 1;
      const last = made > after;
      if (last && when === 'before') stop();
      if (made > after + 1 || (last && when === 'before')) return new Promise(() => {});
      const answer = await call(one);
      if (!last) return answer;
      stop();
      return new Promise(() => {});
    };
  };
  return { callsTo, stopped };
}

describe.each(['before', 'after'] as const)('a run that ends %s any of its calls', (when) => {
  it('is put right by the next one', async () => {
    let ends = 0;
    for (let after = 0; ; after++) {
      await using zavu = await startZavuApi({ senders: { snd_1: webhook() } });
      const store = memoryStore();
      const { callsTo, stopped } = broken(after, when);
      const first = run({ store, callsTo });
      const moved = first.registrations.register(zavuRequest(zavu.url)).then(async () => {
        first.tunnel.origin = 'https://two.example';
        first.registrations.follow();
        // Registering once more comes after following.
        await first.registrations.register(zavuRequest(zavu.url));
        return 'whole' as const;
      });
      const how = await Promise.race([moved, stopped]);
      const next = run({ store, env: { ZAVUDEV_API_KEY: zavuKey, ZAVUDEV_BASE_URL: zavu.url } });
      await next.registrations.restoreLeft();
      expect(zavu.state.senders['snd_1']).toEqual(webhook());
      expect((await next.registrations.list()).items).toEqual([]);
      if (how === 'whole') break;
      ends += 1;
    }
    // Registering reads, reads, changes and reads; so does following.
    expect(ends).toBeGreaterThanOrEqual(12);
  });
});

it('changes nothing where it cannot be noted', async () => {
  await using zavu = await startZavuApi({ senders: { snd_1: webhook() } });
  const dataDir = join(mkdtempSync(join(tmpdir(), 'hooktap-registrations-')), 'data');
  const opened = await openLowdbStore({ dataDir, clock: systemClock });
  if (!opened.ok) throw new Error(opened.error.message);
  await opened.store.close();
  const { registrations } = run({ store: opened.store });
  const outcome = await registrations.register(zavuRequest(zavu.url));
  rmSync(join(dataDir, '..'), { recursive: true });
  expect(outcome).toMatchObject({ value: { items: [{ kind: 'failed' }] } });
  expect(zavu.state.senders['snd_1']).toEqual(webhook());
});

it('takes over a place that was registered otherwise, and goes back to what was there first', async () => {
  await using zavu = await startZavuApi({ senders: { snd_1: webhook() } });
  const { registrations } = run();
  await registrations.register({ ...zavuRequest(zavu.url), path: '/a' });
  const both = zavuRequest(zavu.url, { v2: 'yes' });
  expect(await registrations.register({ ...both, path: '/b' })).toMatchObject({ ok: true });
  expect((await registrations.list()).items.map(({ id }) => id)).toEqual(['zavu sender=snd_1 v2=yes']);
  expect(zavu.state.v2).toMatchObject({ url: 'https://one.example/b' });
  const outcome = await registrations.unregister({});
  if (!outcome.ok) throw new Error(outcome.error.message);
  // API v2 has no way to take one away again but to delete it with its secret.
  expect(outcome.value.flatMap(({ items }) => items.map(({ kind }) => kind))).toEqual(['left', 'restored']);
  expect(zavu.state.senders['snd_1']).toEqual(webhook());
});

it('notices at VZaps that the body was spelt in the other way, and takes that one when told', async () => {
  const before = { url: production, events: ['Message'] };
  await using vzaps = await startVzapsApi({ ...before, spelling: 'sdk' });
  const env = { ...vzapsCredentials, VZAPS_BASE_URL: vzaps.url };
  const { registrations } = run({ env });
  const request = { provider: 'vzaps', answers: { instance: 'VZ1' } };
  const unseen = await registrations.register(request);
  expect(unseen).toMatchObject({
    value: { items: [{ kind: 'failed', message: expect.stringContaining('not show') }] },
  });
  expect((await registrations.list()).items).toEqual([]);
  const answers = { instance: 'VZ1', spelling: 'sdk' };
  expect(await registrations.register({ ...request, answers })).toMatchObject({
    value: { items: [{ kind: 'pointed' }] },
  });
  await registrations.close(5000);
  expect(vzaps.state).toEqual(before);
});

it('stops following what somebody else changed', async () => {
  await using zavu = await startZavuApi({ senders: { snd_1: webhook() } });
  const { registrations, tunnel, notices } = run();
  await registrations.register(zavuRequest(zavu.url));
  zavu.state.senders['snd_1'] = { ...webhook(), url: 'https://colleague.example/' };
  tunnel.origin = 'https://two.example';
  registrations.follow();
  await inTurn(registrations);
  expect((await registrations.list()).items).toEqual([]);
  await registrations.close(5000);
  expect(notices).toEqual([expect.stringContaining('somebody else changed it (https://colleague.example/)')]);
  expect(zavu.state.senders['snd_1']?.url).toBe('https://colleague.example/');
});

it('stops in time where a provider hangs, and keeps what is to be put back', async () => {
  await using zavu = await startZavuApi({ senders: { snd_1: webhook() } });
  const { callsTo } = broken(4, 'before');
  const { registrations, notices, store } = run({ callsTo });
  await registrations.register(zavuRequest(zavu.url));
  await registrations.close(50);
  expect(notices).toEqual(['Zavu still has to be put back: hooktap unregister zavu']);
  expect(store.setting('registrations')).toContain('production.example');
});

describe('what is set at a provider now', () => {
  it('is asked for without changing anything: ours, of somebody else, as it was before, or not to be had', async () => {
    await using zavu = await startZavuApi({ senders: { snd_1: webhook() } });
    const { registrations } = run();
    await registrations.register(zavuRequest(zavu.url));
    const found = async () => (await registrations.check()).items.flatMap(({ places }) => places);
    expect(await found()).toMatchObject([{ kind: 'ours', url: 'https://one.example/zavu' }]);
    const sender = zavu.state.senders['snd_1'];
    if (!sender) throw new Error('There is no such sender.');
    sender.url = 'https://colleague.example/hook?token=of-a-colleague';
    expect(await found()).toMatchObject([{ kind: 'other', url: 'https://colleague.example/hook?token=…' }]);
    expect(sender.url).toContain('colleague');
    sender.url = production;
    expect(await found()).toMatchObject([{ kind: 'before' }]);
    zavu.outage = { statusCode: 500, body: {} };
    expect(await found()).toMatchObject([{ kind: 'failed', message: expect.stringContaining('500') }]);
  });

  it('of an earlier run is not to be had without its credentials', async () => {
    await using zavu = await startZavuApi({ senders: { snd_1: webhook() } });
    const { registrations, store } = run();
    await registrations.register(zavuRequest(zavu.url));
    const later = run({ store });
    const { items } = await later.registrations.check();
    expect(items).toMatchObject([
      { places: [{ kind: 'failed', message: expect.stringContaining('ZAVUDEV_API_KEY') }] },
    ]);
  });
});

it('follows at once when it is told to, and says which questions the environment answers', async () => {
  await using zavu = await startZavuApi({ senders: { snd_1: webhook() } });
  const { registrations, tunnel } = run({
    env: { ZAVUDEV_API_KEY: zavuKey, ZAVUDEV_BASE_URL: zavu.url },
  });
  await registrations.register({ provider: 'zavu', answers: { sender: 'snd_1' } });
  tunnel.origin = 'https://two.example';
  const { items, offers } = await registrations.followNow();
  expect(items).toMatchObject([{ places: [{ url: 'https://two.example/zavu' }] }]);
  const answered = offers.flatMap(({ provider, asks }) =>
    asks.filter((ask) => ask.answered).map(({ name }) => `${provider} ${name}`),
  );
  expect(answered).toEqual(['zavu key']);
  expect(JSON.stringify(offers)).not.toContain(zavuKey);
});
