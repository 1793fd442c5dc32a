import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  githubCredentials,
  type LocaltunnelServer,
  type ProviderApi,
  startGithubApi,
  startLocaltunnelServer,
  startStripeApi,
  startTelegramApi,
  startTwilioApi,
  startVzapsApi,
  startZapiApi,
  startZavuApi,
  stripeCredentials,
  telegramCredentials,
  twilioCredentials,
  vzapsCredentials,
  type ZapiState,
  zapiCredentials,
  zavuKey,
} from '@hooktap/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { Bench, type Ended, type Run } from '../test-support/bin.ts';

const bench = new Bench();
afterEach(() => bench.clean());

const production = 'https://production.example/hooks';
const colleague = 'https://colleague.example/hooks';

/** A provider with a webhook of production's, and how it is registered. */
interface Case extends AsyncDisposable {
  readonly flags: readonly string[];
  /** Where its API is. */
  readonly address: Record<string, string>;
  readonly credentials: Readonly<Record<string, string>>;
  readonly api: Pick<ProviderApi<never>, 'calls'>;
  /** The URLs that are set, each once. */
  urls(): readonly (string | null)[];
  change(url: string): void;
  until(test: (urls: readonly (string | null)[]) => boolean): Promise<void>;
}

const unique = (urls: Iterable<string | null>) => [...new Set(urls)];

/** A stand-in whose state has the URL in one field. */
async function caseOf<Field extends string, State extends Record<Field, string>>(
  api: ProviderApi<State>,
  field: Field,
  about: Pick<Case, 'flags' | 'address' | 'credentials'>,
): Promise<Case> {
  const urls = () => [api.state[field]];
  return {
    ...about,
    api,
    urls,
    change: (url) => {
      Object.assign(api.state, { [field]: url });
    },
    until: (test) => api.until(() => test(urls())),
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  };
}

const cases: Readonly<Record<string, () => Promise<Case>>> = {
  async zavu() {
    const webhook = { url: production, events: ['message.inbound'], active: true, secret: 'whsec_kept' };
    const api = await startZavuApi({ senders: { snd_1: webhook }, httpsOnly: false });
    const urls = () => [api.state.senders['snd_1']?.url ?? null];
    return {
      flags: ['--sender', 'snd_1'],
      address: { ZAVUDEV_BASE_URL: api.url },
      credentials: { ZAVUDEV_API_KEY: zavuKey },
      api,
      urls,
      change: (url) => {
        api.state.senders['snd_1'] = { ...webhook, url };
      },
      until: (test) => api.until(() => test(urls())),
      [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
    };
  },
  async vzaps() {
    const api = await startVzapsApi({ url: production, events: ['Message', 'ReadReceipt'] });
    return {
      flags: ['--instance', 'VZ1'],
      address: { VZAPS_BASE_URL: api.url },
      credentials: vzapsCredentials,
      api,
      urls: () => [api.state.url],
      change: (url) => {
        api.state.url = url;
      },
      until: (test) => api.until(({ url }) => test([url])),
      [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
    };
  },
  async zapi() {
    const chosen = ['receivedCallbackUrl', 'deliveryCallbackUrl', 'messageStatusCallbackUrl'];
    const urlsOf = (state: ZapiState) => unique(chosen.map((field) => state[field] ?? null));
    const api = await startZapiApi(Object.fromEntries(chosen.map((field) => [field, production])));
    return {
      flags: ['--instance', 'I1', '--callbacks', 'received,delivery,message-status'],
      address: { ZAPI_BASE_URL: api.url },
      credentials: zapiCredentials,
      api,
      urls: () => urlsOf(api.state),
      change: (url) => {
        for (const field of chosen) api.state[field] = url;
      },
      until: (test) => api.until((state) => test(urlsOf(state))),
      [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
    };
  },
  async telegram() {
    const api = await startTelegramApi({
      url: production,
      allowed_updates: ['message'],
      max_connections: 7,
      secretToken: telegramCredentials.TELEGRAM_SECRET_TOKEN,
    });
    const address = { TELEGRAM_BASE_URL: api.url };
    return caseOf(api, 'url', { flags: [], address, credentials: telegramCredentials });
  },
  async github() {
    const api = await startGithubApi({
      url: production,
      content_type: 'json',
      insecure_ssl: '0',
      secret: 'kept',
    });
    const flags = ['--repository', 'aurora/loja', '--hook', '42'];
    return caseOf(api, 'url', {
      flags,
      address: { GITHUB_API_URL: api.url },
      credentials: githubCredentials,
    });
  },
  async stripe() {
    const api = await startStripeApi({ url: production, enabled_events: ['invoice.paid'] });
    const flags = ['--endpoint', 'we_1'];
    return caseOf(api, 'url', {
      flags,
      address: { STRIPE_API_BASE: api.url },
      credentials: stripeCredentials,
    });
  },
  async twilio() {
    const api = await startTwilioApi({ sms_url: production, voice_url: colleague });
    const { TWILIO_AUTH_TOKEN, TWILIO_ACCOUNT_SID } = twilioCredentials;
    const address = { TWILIO_BASE_URL: api.url, TWILIO_ACCOUNT_SID };
    // The account's SID is a name, no secret.
    return caseOf(api, 'sms_url', {
      flags: ['--number', 'PN1'],
      address,
      credentials: { TWILIO_AUTH_TOKEN },
    });
  },
};

interface Started {
  readonly run: Run;
  readonly publicUrl: string;
}

async function start(folder: string, server: LocaltunnelServer, env: NodeJS.ProcessEnv): Promise<Started> {
  const ports = ['--port', '0', '--ui-port', '0', '--no-open', '--json'];
  const run = bench.run([...ports, '--tunnel-host', server.url, '--data-dir', folder], env);
  const [line] = await run.seen(/^\{"type":"tunnel".*"state":"open".*$/m, 30_000);
  return { run, publicUrl: String((JSON.parse(line) as { url: unknown }).url) };
}

const command = (folder: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> =>
  bench.run([...args, '--data-dir', folder], env).ended;

/** What lies in the data directory, as one text. */
const stored = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

function expectNoCredential(texts: readonly string[], credentials: Case['credentials']): void {
  for (const text of texts) {
    for (const credential of Object.values(credentials)) expect(text).not.toContain(credential);
  }
}

describe.each(Object.keys(cases))('%s', (name) => {
  const open = async (): Promise<Case> => (cases[name] as () => Promise<Case>)();
  const registering = (one: Case) => ['register', name, ...one.flags, '--path', `/${name}`, '--yes'];

  it('is pointed at the public URL, follows it, and is put back after a kill -9', {
    timeout: 60_000,
  }, async () => {
    await using provider = await open();
    await using server = await startLocaltunnelServer();
    const env = { ...provider.address, ...provider.credentials };
    const folder = bench.folder();
    const { run, publicUrl } = await start(folder, server, provider.address);

    const registered = await command(folder, registering(provider), env);
    expect(registered).toMatchObject({ code: 0 });
    expect(registered.stdout).toContain(`${publicUrl}/${name}`);
    expect(provider.urls()).toEqual([`${publicUrl}/${name}`]);

    server.faults.giveOtherDomain = 'moved.localhost';
    await server.stop();
    await server.restart();
    await provider.until(([url]) => url !== `${publicUrl}/${name}`);
    await provider.until((urls) => urls.length === 1);
    const [followed = null] = provider.urls();
    expect(
      run.lines().some((line) => line['type'] === 'tunnel' && `${line['url']}/${name}` === followed),
    ).toBe(true);

    const killed = await run.stop('SIGKILL');
    expect(provider.urls()).toEqual([followed]);
    const again = await start(folder, server, env);
    await provider.until(([url]) => url === production);
    await provider.until((urls) => urls.length === 1);
    const stopped = await again.run.stop();
    expect(stopped).toMatchObject({ code: 130 });
    expect(stopped.stderr).toContain(`back at ${production}`);
    expect(provider.urls()).toEqual([production]);
    const texts = [killed, stopped, registered].flatMap(({ stdout, stderr }) => [stdout, stderr]);
    expectNoCredential([...texts, stored(folder)], provider.credentials);
    expect(provider.api.calls.map(({ method }) => method)).not.toContain('DELETE');
  });

  it('is put back at a clean stop', async () => {
    await using provider = await open();
    await using server = await startLocaltunnelServer();
    const folder = bench.folder();
    const { run } = await start(folder, server, {});
    const env = { ...provider.address, ...provider.credentials };
    expect(await command(folder, registering(provider), env)).toMatchObject({ code: 0 });
    expect(provider.urls()).not.toEqual([production]);
    expect(await run.stop()).toMatchObject({ code: 130 });
    expect(provider.urls()).toEqual([production]);
    expect(await command(folder, ['register'], {})).toMatchObject({ code: 0, stdout: '' });
  });

  it('is left alone, and that is said, where somebody else changed it since the kill', async () => {
    await using provider = await open();
    await using server = await startLocaltunnelServer();
    const folder = bench.folder();
    const { run } = await start(folder, server, {});
    const env = { ...provider.address, ...provider.credentials };
    expect(await command(folder, registering(provider), env)).toMatchObject({ code: 0 });
    await run.stop('SIGKILL');
    provider.change(colleague);

    // Without credentials a start can only say what is left.
    const blind = await start(folder, server, provider.address);
    const { stderr } = await blind.run.stop();
    expect(stderr).toContain(`could not put back ${production}`);
    expect(stderr).toContain(`hooktap unregister ${name}`);

    const unregistered = await command(folder, ['unregister', name], env);
    expect(unregistered).toMatchObject({ code: 0 });
    expect(unregistered.stdout).toContain('somebody else changed it');
    expect(provider.urls()).toEqual([colleague]);
  });
});

it('unregister puts back, with an instance and from the store alone', async () => {
  await using provider = await (cases['zavu'] as () => Promise<Case>)();
  await using server = await startLocaltunnelServer();
  const folder = bench.folder();
  const env = { ...provider.address, ...provider.credentials };
  const registering = ['register', 'zavu', '--sender', 'snd_1', '--yes'];
  const { run } = await start(folder, server, {});

  expect(await command(folder, registering, env)).toMatchObject({ code: 0 });
  // The instance has what it needs.
  expect(await command(folder, ['unregister'], {})).toMatchObject({ code: 0 });
  expect(provider.urls()).toEqual([production]);

  expect(await command(folder, registering, env)).toMatchObject({ code: 0 });
  await run.stop('SIGKILL');
  const file = join(bench.folder(), 'credentials');
  writeFileSync(file, `# of the sandbox\nZAVUDEV_API_KEY="${zavuKey}"\n`);
  const fromStore = ['unregister', 'zavu', '--credentials-file', file];
  expect(await command(folder, fromStore, provider.address)).toMatchObject({ code: 0 });
  expect(provider.urls()).toEqual([production]);
  expect(await command(folder, fromStore, provider.address)).toMatchObject({ code: 1 });
});

it('says what it would change, and asks', async () => {
  await using provider = await (cases['zapi'] as () => Promise<Case>)();
  await using server = await startLocaltunnelServer();
  const folder = bench.folder();
  const env = { ...provider.address, ...provider.credentials };
  const idle = await command(folder, ['register', 'zapi', '--instance', 'I1', '--yes'], env);
  expect(idle).toMatchObject({ code: 1, stderr: expect.stringContaining('no public URL') });

  const { publicUrl } = await start(folder, server, {});
  const unasked = await command(folder, ['register', 'zapi', ...provider.flags], env);
  expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes') });
  const plan = await command(folder, ['register', 'zapi', ...provider.flags, '--plan', '--json'], env);
  expect(JSON.parse(plan.stdout)).toMatchObject({
    id: null,
    items: [
      { kind: 'planned', name: 'received', now: production, will: `${publicUrl}/` },
      { kind: 'planned', name: 'delivery' },
      { kind: 'planned', name: 'message-status' },
    ],
  });
  const strange = await command(folder, ['register', 'zapi', '--sender', 'snd_1', '--yes'], env);
  expect(strange).toMatchObject({ code: 2, stderr: expect.stringContaining('--sender is not for Z-API') });
  const keyless = await command(folder, ['register', 'zapi', ...provider.flags, '--yes'], provider.address);
  expect(keyless).toMatchObject({ code: 1, stderr: expect.stringContaining('ZAPI_TOKEN') });
  expect(provider.urls()).toEqual([production]);
  expect(provider.api.calls.every(({ method }) => method === 'GET')).toBe(true);
});

it('shows a secret that the provider made once, and what the provider refuses', async () => {
  await using strict = await startZavuApi({ senders: { snd_1: null } });
  await using open = await startZavuApi({ senders: { snd_1: null }, httpsOnly: false });
  await using server = await startLocaltunnelServer();
  const folder = bench.folder();
  const { run } = await start(folder, server, {});
  const registering = ['register', 'zavu', '--sender', 'snd_1', '--yes'];
  const key = { ZAVUDEV_API_KEY: zavuKey };

  const refused = await command(folder, [...registering, '--base-url', strict.url], key);
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('must be HTTPS') });
  expect(await command(folder, ['register'], {})).toMatchObject({ stdout: '' });

  const minted = await command(folder, [...registering, '--base-url', open.url], key);
  expect(minted).toMatchObject({ code: 0, stdout: expect.stringContaining('whsec_made_1') });
  const { stdout, stderr } = await run.stop();
  expect(`${stdout}${stderr}${stored(folder)}`).not.toContain('whsec_made_1');
  expect(open.state.senders['snd_1']).toMatchObject({ active: false, secret: 'whsec_made_1' });
});

it('follows once the provider can be reached again', { timeout: 60_000 }, async () => {
  await using zavu = await startZavuApi({
    senders: { snd_1: { url: production, events: [], active: true, secret: 's' } },
    httpsOnly: false,
  });
  await using server = await startLocaltunnelServer();
  const folder = bench.folder();
  const env = { ZAVUDEV_BASE_URL: zavu.url, ZAVUDEV_API_KEY: zavuKey };
  const { run, publicUrl } = await start(folder, server, env);
  const registering = ['register', 'zavu', '--sender', 'snd_1', '--yes'];
  expect(await command(folder, registering, env)).toMatchObject({ code: 0 });
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
  const { run } = await start(folder, server, {});
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
    expect(await command(folder, ['register', ...flags, '--yes'], env)).toMatchObject({ code: 0 });
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
