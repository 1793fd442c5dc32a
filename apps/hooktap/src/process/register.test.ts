import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  githubCredentials,
  startGithubApi,
  startLocaltunnelServer,
  startStripeApi,
  startTelegramApi,
  startTwilioApi,
  startZavuApi,
  stripeCredentials,
  telegramCredentials,
  twilioCredentials,
  zavuKey,
} from '@hooktap/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { Bench } from '../test-support/bin.ts';
import { colleague, production, registeredProviders } from '../test-support/registered-providers.ts';
import { command, startTunnelled, stored } from '../test-support/tunnelled-run.ts';

const bench = new Bench();
afterEach(() => bench.clean());

it('unregister puts back, with an instance and from the store alone', async () => {
  await using provider = await registeredProviders.zavu();
  await using server = await startLocaltunnelServer();
  const folder = bench.folder();
  const env = { ...provider.address, ...provider.credentials };
  const registering = ['register', 'zavu', '--sender', 'snd_1', '--yes'];
  const { run } = await startTunnelled(bench, folder, server, {});

  expect(await command(bench, folder, registering, env)).toMatchObject({ code: 0 });
  // The instance has what it needs.
  expect(await command(bench, folder, ['unregister'], {})).toMatchObject({ code: 0 });
  expect(provider.urls()).toEqual([production]);

  expect(await command(bench, folder, registering, env)).toMatchObject({ code: 0 });
  await run.stop('SIGKILL');
  const file = join(bench.folder(), 'credentials');
  writeFileSync(file, `# of the sandbox\nZAVUDEV_API_KEY="${zavuKey}"\n`);
  const fromStore = ['unregister', 'zavu', '--credentials-file', file];
  expect(await command(bench, folder, fromStore, provider.address)).toMatchObject({ code: 0 });
  expect(provider.urls()).toEqual([production]);
  expect(await command(bench, folder, fromStore, provider.address)).toMatchObject({ code: 1 });
});

it('says what it would change, and asks', async () => {
  await using provider = await registeredProviders.zapi();
  await using server = await startLocaltunnelServer();
  const folder = bench.folder();
  const env = { ...provider.address, ...provider.credentials };
  const idle = await command(bench, folder, ['register', 'zapi', '--instance', 'I1', '--yes'], env);
  expect(idle).toMatchObject({ code: 1, stderr: expect.stringContaining('no public URL') });

  const { publicUrl } = await startTunnelled(bench, folder, server, {});
  const unasked = await command(bench, folder, ['register', 'zapi', ...provider.flags], env);
  expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes') });
  const plan = await command(bench, folder, ['register', 'zapi', ...provider.flags, '--plan', '--json'], env);
  expect(JSON.parse(plan.stdout)).toMatchObject({
    id: null,
    items: [
      { kind: 'planned', name: 'received', now: production, will: `${publicUrl}/` },
      { kind: 'planned', name: 'delivery' },
      { kind: 'planned', name: 'message-status' },
    ],
  });
  const strange = await command(bench, folder, ['register', 'zapi', '--sender', 'snd_1', '--yes'], env);
  expect(strange).toMatchObject({ code: 2, stderr: expect.stringContaining('--sender is not for Z-API') });
  const keyless = await command(
    bench,
    folder,
    ['register', 'zapi', ...provider.flags, '--yes'],
    provider.address,
  );
  expect(keyless).toMatchObject({ code: 1, stderr: expect.stringContaining('ZAPI_TOKEN') });
  expect(provider.urls()).toEqual([production]);
  expect(provider.api.calls.every(({ method }) => method === 'GET')).toBe(true);
});

it('shows a secret that the provider made once, and what the provider refuses', async () => {
  await using strict = await startZavuApi({ senders: { snd_1: null } });
  await using open = await startZavuApi({ senders: { snd_1: null }, httpsOnly: false });
  await using server = await startLocaltunnelServer();
  const folder = bench.folder();
  const { run } = await startTunnelled(bench, folder, server, {});
  const registering = ['register', 'zavu', '--sender', 'snd_1', '--yes'];
  const key = { ZAVUDEV_API_KEY: zavuKey };

  const refused = await command(bench, folder, [...registering, '--base-url', strict.url], key);
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('must be HTTPS') });
  expect(await command(bench, folder, ['register'], {})).toMatchObject({ stdout: '' });

  const minted = await command(bench, folder, [...registering, '--base-url', open.url], key);
  expect(minted).toMatchObject({ code: 0, stdout: expect.stringContaining('whsec_made_1') });
  const { stdout, stderr } = await run.stop();
  expect(`${stdout}${stderr}${stored(folder)}`).not.toContain('whsec_made_1');
  expect(open.state.senders['snd_1']).toMatchObject({ active: false, secret: 'whsec_made_1' });
});

describe('Zavu’s webhooks of a sender, of the project and of API v2, all at once', () => {
  const registering = ['register', 'zavu', '--sender', 'snd_1', '--project', '--v2', '--yes'];
  const webhook = (secret: string) => ({ url: production, events: ['message.read'], active: true, secret });

  it('are pointed and put back', async () => {
    await using zavu = await startZavuApi({ senders: { snd_1: webhook('a') }, httpsOnly: false });
    zavu.state.project = { ...webhook('b'), events: ['invitation.status_changed'], active: false };
    zavu.state.v2 = webhook('c');
    const before = structuredClone(zavu.state);
    await using server = await startLocaltunnelServer();
    const folder = bench.folder();
    const { run, publicUrl } = await startTunnelled(bench, folder, server, {});
    const env = { ZAVUDEV_BASE_URL: zavu.url, ZAVUDEV_API_KEY: zavuKey };
    expect(await command(bench, folder, registering, env)).toMatchObject({ code: 0 });
    const { senders, project, v2 } = zavu.state;
    for (const one of [senders['snd_1'], project, v2]) {
      expect(one).toMatchObject({ url: `${publicUrl}/`, active: true });
    }
    await run.stop();
    expect(zavu.state).toEqual(before);
  });

  it('that were not there before are paused, or left where the API can only delete', async () => {
    await using zavu = await startZavuApi({ senders: { snd_1: null }, httpsOnly: false });
    await using server = await startLocaltunnelServer();
    const folder = bench.folder();
    const { run, publicUrl } = await startTunnelled(bench, folder, server, {});
    const env = { ZAVUDEV_BASE_URL: zavu.url, ZAVUDEV_API_KEY: zavuKey };
    const registered = await command(bench, folder, registering, env);
    // Each secret is told this once.
    expect(registered.stdout.match(/whsec_made_\d/g)?.toSorted()).toEqual([
      'whsec_made_1',
      'whsec_made_2',
      'whsec_made_3',
    ]);
    const { stderr } = await run.stop();
    expect(stderr).toContain('API v2 can only delete one');
    expect(zavu.state).toMatchObject({
      senders: { snd_1: { active: false, secret: 'whsec_made_1' } },
      project: { active: false, secret: 'whsec_made_2' },
      v2: { url: `${publicUrl}/`, secret: 'whsec_made_3' },
    });
  });
});

it('follows once the provider can be reached again', async () => {
  await using zavu = await startZavuApi({
    senders: { snd_1: { url: production, events: [], active: true, secret: 's' } },
    httpsOnly: false,
  });
  await using server = await startLocaltunnelServer();
  const folder = bench.folder();
  const env = { ZAVUDEV_BASE_URL: zavu.url, ZAVUDEV_API_KEY: zavuKey };
  const { run, publicUrl } = await startTunnelled(bench, folder, server, env);
  const registering = ['register', 'zavu', '--sender', 'snd_1', '--yes'];
  expect(await command(bench, folder, registering, env)).toMatchObject({ code: 0 });
  zavu.outage = { statusCode: 503, body: { code: 'unavailable', message: 'maintenance' } };
  const before = zavu.calls.length;
  server.faults.giveOtherDomain = 'moved.localhost';
  await server.stop();
  await server.restart();
  await zavu.until(() => zavu.calls.length > before, 30_000);
  zavu.outage = null;
  await zavu.until(({ senders }) => senders['snd_1']?.url !== `${publicUrl}/`, 30_000);
  expect(await run.stop()).toMatchObject({ stderr: expect.stringContaining('maintenance') });
  expect(zavu.state.senders['snd_1']?.url).toBe(production);
});

it('leaves everything beside the URL as it was', async () => {
  await using server = await startLocaltunnelServer();
  const folder = bench.folder();
  const { run } = await startTunnelled(bench, folder, server, {});
  const beside = { allowed_updates: ['message'], max_connections: 7, secretToken: 'tg-secret-4e1d' };
  await using telegram = await startTelegramApi({ url: production, ...beside });
  const kept = { content_type: 'json', insecure_ssl: '0', secret: 'kept' };
  await using github = await startGithubApi({ url: production, ...kept });
  await using stripe = await startStripeApi({ url: production, enabled_events: ['invoice.paid'] });
  await using twilio = await startTwilioApi({ sms_url: '', voice_url: colleague });
  const env = {
    ...telegramCredentials,
    ...githubCredentials,
    ...stripeCredentials,
    ...twilioCredentials,
    TELEGRAM_BASE_URL: telegram.url,
    GITHUB_API_URL: github.url,
    STRIPE_API_BASE: stripe.url,
    TWILIO_BASE_URL: twilio.url,
  };
  for (const flags of [
    ['telegram'],
    ['github', '--repository', 'aurora/loja', '--hook', '42'],
    ['stripe', '--endpoint', 'we_1'],
    ['twilio', '--number', 'PN1'],
  ]) {
    expect(await command(bench, folder, ['register', ...flags, '--yes'], env)).toMatchObject({ code: 0 });
  }
  const others = () => [telegram.state, github.state, stripe.state, twilio.state];
  for (const { url, sms_url } of others() as { url?: string; sms_url?: string }[]) {
    expect(url ?? sms_url).toMatch(/^http/);
    expect(url ?? sms_url).not.toBe(production);
  }
  expect(telegram.state).toMatchObject(beside);
  await run.stop();
  expect(others()).toEqual([
    { url: production, ...beside },
    { url: production, ...kept },
    { url: production, enabled_events: ['invoice.paid'] },
    { sms_url: '', voice_url: colleague },
  ]);
});
