import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createClient } from '@hooktap/client';
import type { Event, EventId, ReplayRequest, TriggeredCallback } from '@hooktap/protocol';
import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, quiet, type Ready } from '../test-support/bin.ts';

const secret = 'whsec_of_stripe';
const patience = { timeout: 10_000 };
const bench = new Bench();
let handler: Server;
let verified: { status: number; path: string }[] = [];

/** Verifies as Stripe's documentation says, with Stripe's own package. */
beforeEach(async () => {
  verified = [];
  const stripe = new Stripe('sk_test_unused');
  handler = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const signature = request.headers['stripe-signature'] ?? '';
      try {
        stripe.webhooks.constructEvent(Buffer.concat(chunks), signature, secret);
        response.statusCode = 200;
      } catch {
        response.statusCode = 401;
      }
      verified.push({ status: response.statusCode, path: request.url ?? '' });
      response.end();
    });
  });
  await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await bench.clean();
  handler.closeAllConnections();
  await new Promise((resolve) => handler.close(resolve));
});

const handlerUrl = (): string => `http://127.0.0.1:${(handler.address() as AddressInfo).port}`;

/** A project whose endpoints have providers and secrets. */
function project(): { folder: string; dataDir: string } {
  const folder = bench.folder();
  const endpoints = [
    { name: 'zavu', path: '/zavu', provider: 'zavu', secrets: ['whsec_of_zavu'] },
    { name: 'stripe', path: '/stripe', provider: 'stripe', secrets: [secret], target: handlerUrl() },
    {
      name: 'strict',
      path: '/strict',
      provider: 'github',
      secrets: ['s3'],
      target: handlerUrl(),
      enforce: true,
    },
    { name: 'meta', path: '/meta', provider: 'meta', secrets: ['app'], handshake: { verifyToken: 'mine' } },
  ];
  writeFileSync(join(folder, 'hooktap.config.json'), JSON.stringify({ quiet: true, endpoints }));
  return { folder, dataDir: join(folder, '.data') };
}

/** A running instance, and commands of the same project. */
async function start() {
  const { folder, dataDir } = project();
  const run = (args: string[], env: NodeJS.ProcessEnv = {}) =>
    bench.run([...args, '--data-dir', dataDir], env, folder);
  const instance = run([...quiet, '--json']);
  const ready: Ready = await instance.ready();
  const client = createClient({ origin: ready.inspector, token: ready.token });
  return {
    ready,
    client,
    run,
    stop: () => instance.stop(),
    async trigger(args: string[], env?: NodeJS.ProcessEnv): Promise<TriggeredCallback[]> {
      const { stdout } = await run(['trigger', ...args, '--json'], env).ended;
      return stdout
        .split('\n')
        .flatMap((line) => (line === '' ? [] : (JSON.parse(line) as TriggeredCallback)));
    },
    /** Once the provider packs have looked at it. */
    async read(id: EventId | null | undefined): Promise<Event> {
      if (!id) throw new Error('It became no event.');
      await expect
        .poll(async () => (await client.event(id)).verification.reason, patience)
        .not.toBe('Not checked yet.');
      return client.event(id);
    },
  };
}

/** As Stripe signs, by hand. */
function stripeSignature(body: string, ageSeconds: number): string {
  const time = Math.floor(Date.now() / 1000) - ageSeconds;
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}

describe('trigger', () => {
  it('sends what its provider would, through the receiver', async () => {
    const { trigger, read } = await start();
    const [sent] = await trigger(['zavu', 'message.inbound', '--set', 'data.text=Olá 5', '--seed', '7']);
    expect(sent).toMatchObject({ scheme: 'zavu-v2', outcome: { kind: 'responded', statusCode: 200 } });
    const event = await read(sent?.eventId);
    expect(event).toMatchObject({
      via: 'trigger',
      endpoint: 'zavu',
      provider: 'zavu',
      eventType: 'message.inbound',
      verification: { verdict: 'valid', scheme: 'zavu-v2' },
      path: '/zavu',
    });
    expect(event.subject).toContain('Olá 5');
    expect(event.rawHeaders.map(([name]) => name.toLowerCase())).not.toContain('hooktap-trigger');
  });

  it('of every provider is recognised, and valid where the provider signs', async () => {
    const { ready, client, read } = await start();
    for (const { name, schemes } of (await client.providers()).items) {
      const secrets = [`whsec_${Buffer.from(`secret of ${name}`).toString('base64')}`];
      const config = { name: `of-${name}`, path: `/of/${name}`, provider: name, secrets };
      const put = await fetch(`${ready.inspector}/api/endpoints/of-${name}`, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${ready.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(config),
      });
      expect(put.status, name).toBe(200);
      const { eventTypes } = await client.provider(name);
      const eventType = eventTypes.find(({ samples }) => samples.length > 0)?.name ?? '';
      const { items } = await client.trigger({ provider: name, eventType, to: `/of/${name}` });
      const event = await read(items[0]?.eventId);
      expect(event, name).toMatchObject({
        via: 'trigger',
        provider: name,
        verification: { verdict: schemes.length > 0 ? 'valid' : 'unchecked' },
      });
      expect(event.eventType, name).toBe(eventType);
    }
  });

  it('comes to the endpoint that is called like the provider where none names it', async () => {
    const folder = bench.folder();
    const inFolder = (args: string[]) =>
      bench.run([...args, '--data-dir', join(folder, '.data')], { HOOKTAP_SECRET_STRIPE: secret }, folder);
    await inFolder([...quiet, '--json', `/hooks=${handlerUrl()}/none`, `/stripe=${handlerUrl()}`]).ready();
    const { stdout } = await inFolder(['trigger', 'stripe', 'invoice.paid', '--json']).ended;
    expect(JSON.parse(stdout)).toMatchObject({
      scheme: 'stripe-v1',
      outcome: { kind: 'responded', statusCode: 200 },
    });
    expect(verified).toEqual([{ status: 200, path: '/stripe' }]);
  });

  it('is not what claims to be ours in a header', async () => {
    const { ready, client } = await start();
    await fetch(`${ready.receiver}/zavu`, { method: 'POST', headers: { 'Hooktap-Trigger': 'guess' } });
    const [item] = (await client.events()).items;
    expect(item?.via).toBe('direct');
    expect((await client.event(item?.id as EventId)).rawHeaders).toContainEqual(['Hooktap-Trigger', 'guess']);
  });

  it('says which fields there are, and what is wrong with a name', async () => {
    const { run } = await start();
    const field = await run(['trigger', 'zavu', 'message.inbound', '--set', 'data.txet=1']).ended;
    expect(field).toMatchObject({ code: 1, stderr: expect.stringContaining('data.text') });
    const type = await run(['trigger', 'zavu', 'message.inbond']).ended;
    expect(type).toMatchObject({ code: 1, stderr: expect.stringContaining('message.inbound') });
    const provider = await run(['trigger', 'zavuu', 'message.inbound']).ended;
    expect(provider).toMatchObject({ code: 2, stderr: expect.stringContaining('zavu.') });
    const unset = await run(['trigger', 'zavu', 'message.inbound', '--secret-env', 'NOT_SET_ANYWHERE']).ended;
    expect(unset).toMatchObject({ code: 2, stderr: expect.stringContaining('NOT_SET_ANYWHERE') });
    const list = await run(['trigger', '--list', 'zavu']).ended;
    expect(list.stdout).toContain('message.inbound');
    expect(list.stdout).toContain('conversation-failed');
  });

  it('plays a scenario, which is one thread with its steps', async () => {
    const { trigger, read, client } = await start();
    const sent = await trigger(['zavu', 'conversation', '--speed', '100']);
    expect(sent.map(({ name }) => name)).toEqual([
      'conversation.new',
      'message.inbound',
      'message.queued',
      'message.sent',
      'message.delivered',
      'message.read',
    ]);
    for (const { eventId } of sent) await read(eventId);
    const thread = await client.thread(sent[4]?.eventId as EventId);
    expect(thread.events.map(({ eventType }) => eventType)).toEqual(sent.map(({ name }) => name));
    const life = thread.messages.find(({ steps }) => steps.some(({ status }) => status === 'read'));
    expect(life?.steps.map(({ status }) => status)).toEqual(['queued', 'sent', 'delivered', 'read']);
    expect(life?.troubles).toEqual([]);
    await trigger(['zavu', 'message.inbound']);
    const { items } = await client.threads({ q: 'type:message.*' });
    expect(items.map(({ events }) => events)).toEqual([1, 5]);
    expect(items[1]).toMatchObject({ provider: 'zavu', troubles: 0, statuses: { read: 1 } });
  });

  it('steps of a message that came twice or too late are pointed out', async () => {
    const { client, read } = await start();
    const set: [string, string][] = [['data.messageId', 'msg_of_ours']];
    const sent: (EventId | null)[] = [];
    for (const eventType of ['message.delivered', 'message.sent', 'message.sent', 'message.queued']) {
      const { items } = await client.trigger({ provider: 'zavu', eventType, set });
      sent.push(items[0]?.eventId ?? null);
      await read(sent.at(-1));
    }
    const { messages } = await client.thread(sent[0] as EventId);
    const life = messages.find(({ key }) => key === 'zavu:message:msg_of_ours');
    expect(life?.steps.map(({ eventId }) => eventId)).toEqual(sent);
    expect(life?.troubles.map(({ kind, eventId }) => [kind, eventId])).toEqual([
      ['duplicate', sent[2]],
      ['out-of-order', sent[1]],
      ['out-of-order', sent[2]],
      ['out-of-order', sent[3]],
    ]);
    const { items } = await client.threads();
    expect(items).toMatchObject([{ events: 4, messages: 1, troubles: 4, statuses: { queued: 1 } }]);
  });

  it('goes to a URL, with an instance and without one', async () => {
    const { trigger, run, stop, client } = await start();
    const to = ['--to', `${handlerUrl()}/mine`];
    expect(await trigger(['stripe', 'invoice.paid', ...to])).toMatchObject([
      { eventId: null, outcome: { statusCode: 200 } },
    ]);
    expect((await client.events()).total).toBe(0);
    await stop();
    expect(await trigger(['stripe', 'invoice.paid', ...to])).toMatchObject([
      { outcome: { statusCode: 200 } },
    ]);
    expect(verified).toEqual([
      { status: 200, path: '/mine' },
      { status: 200, path: '/mine' },
    ]);
    const nobody = await run(['trigger', 'stripe', 'invoice.paid']).ended;
    expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('--to') });
  });
});

describe('verify', () => {
  it("names another endpoint's secret, and none where it is a stranger's", async () => {
    const { trigger, read, run, client, stop } = await start();
    const env = { OTHER: secret, STRANGE: 'whsec_nobody_knows' };
    const [other] = await trigger(['zavu', 'message.inbound', '--secret-env', 'OTHER'], env);
    const [strange] = await trigger(['zavu', 'message.inbound', '--secret-env', 'STRANGE'], env);
    expect((await read(other?.eventId)).verification.verdict).toBe('invalid');
    expect(await client.verification(other?.eventId as EventId)).toMatchObject({
      verification: { verdict: 'invalid', scheme: 'zavu-v2' },
      findings: [{ code: 'other-endpoint-secret', certain: true }],
      steps: [{ scheme: 'zavu-v2', computed: [{ secretIndex: 0, matches: false }] }],
    });
    const doubtful = await client.verification(strange?.eventId as EventId);
    expect(doubtful.findings).toEqual([]);
    expect(doubtful.tried.length).toBeGreaterThan(3);
    // The same with the store alone, whose secrets come from the config file.
    await stop();
    const printed = await run(['verify', other?.eventId ?? '']).ended;
    expect(printed.code).toBe(1);
    for (const text of ['invalid', 'X-Zavu-Signature', 'a full stop', 'does not match', 'another endpoint']) {
      expect(printed.stdout).toContain(text);
    }
    expect(printed.stdout).not.toContain(secret);
    const json = await run(['verify', other?.eventId ?? '', '--json']).ended;
    expect(JSON.parse(json.stdout)).toMatchObject({ findings: [{ code: 'other-endpoint-secret' }] });
    const shown = await run(['show', other?.eventId ?? '']).ended;
    expect(shown.stdout).toMatch(/Provider {2}zavu {2}message\.inbound/);
    expect(shown.stdout).toContain('Signature invalid');
  });

  it('shows hostile headers without acting on them', async () => {
    const { ready, run, client } = await start();
    await fetch(`${ready.receiver}/zavu`, {
      method: 'POST',
      headers: { 'X-Zavu-Signature': 't=1,v2=\u009b31mred' },
      body: '{"type":"message.inbound\u202e"}',
    });
    const [item] = (await client.events()).items;
    const { stdout } = await run(['verify', item?.id ?? '']).ended;
    expect(stdout).toContain('\\x9b31mred');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    expect(stdout).not.toMatch(/[\u0000-\u0009\u007f-\u009f\u202e]/);
  });

  it('says why the handler refuses a valid event', async () => {
    const { ready, client, read } = await start();
    const body = '{"id":"evt_1","object":"event","type":"charge.succeeded","data":{"object":{}}}';
    const send = (ageSeconds: number) =>
      fetch(`${ready.receiver}/stripe`, {
        method: 'POST',
        headers: { 'Stripe-Signature': stripeSignature(body, ageSeconds) },
        body,
      });
    expect((await send(0)).status).toBe(200);
    const [item] = (await client.events()).items;
    const id = (await read(item?.id)).id;
    await client.replay(id, { edit: { body: { text: `${body} ` } } });
    await expect.poll(async () => (await client.event(id)).delivery?.lastStatusCode, patience).toBe(401);
    expect((await client.verification(id)).handler).toMatchObject({
      statusCode: 401,
      findings: [{ code: 'handler-edited', certain: true }],
    });
  });
});

describe('replay', () => {
  it('of an old event is refused as it was, and accepted re-signed; each --break is refused', async () => {
    const { ready, client, run } = await start();
    const body = '{"id":"evt_1","object":"event","type":"charge.succeeded","data":{"object":{}}}';
    await fetch(`${ready.receiver}/stripe`, {
      method: 'POST',
      headers: { 'Stripe-Signature': stripeSignature(body, 7200) },
      body,
    });
    const [item] = (await client.events()).items;
    const id = item?.id ?? '';
    const ways: ReplayRequest[] = [
      {},
      { resign: true },
      { break: 'stale' },
      { break: 'secret' },
      { break: 'body' },
    ];
    for (const [index, way] of ways.entries()) {
      await client.replay(id as EventId, way);
      await expect.poll(() => verified.length, patience).toBe(index + 2);
    }
    expect((await run(['replay', id, '--break', 'missing']).ended).code).toBe(1);
    expect(verified.map(({ status }) => status)).toEqual([401, 401, 200, 401, 401, 401, 401]);
    const { deliveries } = await client.event(id as EventId);
    expect(deliveries.map(({ signature }) => signature)).toEqual([
      'as-captured',
      'as-captured',
      'resigned',
      'stale',
      'broken',
      'broken',
      'broken',
    ]);
    // A person's retry sends the signed copy again, not what was captured.
    await client.retry(deliveries[2]?.id as (typeof deliveries)[0]['id']);
    await expect.poll(() => verified.map(({ status }) => status).slice(7), patience).toEqual([200]);
  });

  it('signs an edited copy over its own bytes', async () => {
    const { trigger, run } = await start();
    const [sent] = await trigger(['stripe', 'invoice.paid']);
    const { code } = await run(['replay', sent?.eventId ?? '', '--set', 'livemode=true', '--resign']).ended;
    expect(code).toBe(0);
    expect(verified.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('of many is a batch that is signed anew', async () => {
    const { ready, run } = await start();
    for (const id of ['evt_1', 'evt_2']) {
      const body = `{"id":"${id}","object":"event","type":"charge.succeeded","data":{"object":{}}}`;
      const headers = { 'Stripe-Signature': stripeSignature(body, 7200) };
      await fetch(`${ready.receiver}/stripe`, { method: 'POST', headers, body });
    }
    expect((await run(['replay', '--last', '2', '--resign']).ended).code).toBe(0);
    expect(verified.map(({ status }) => status)).toEqual([401, 401, 200, 200]);
  });

  it('says what it needs', async () => {
    const { trigger, run, client } = await start();
    const [zapi] = await trigger(['zapi', 'ReceivedCallback', '--to', '/zapi']);
    expect(zapi).toMatchObject({ scheme: null, unsigned: expect.stringContaining('Z-API') });
    const to = ['--resign', '--to', handlerUrl()];
    const unsecret = await run(['replay', zapi?.eventId ?? '', ...to]).ended;
    expect(unsecret).toMatchObject({ code: 1, stderr: expect.stringContaining('HOOKTAP_SECRET_DEFAULT') });
    const [github] = await trigger(['github', 'push']);
    const stale = client.replay(github?.eventId as EventId, { break: 'stale' });
    await expect(stale).rejects.toMatchObject({ code: 'cannot-sign', status: 409 });
  });
});

describe('the receiver', () => {
  it('answers 401 to a wrong signature where the endpoint enforces it', async () => {
    const { trigger, client } = await start();
    const wrong = await trigger(['github', 'push', '--secret-env', 'WRONG'], { WRONG: 'x' });
    expect(wrong).toMatchObject([{ outcome: { statusCode: 401 } }]);
    expect(await client.event(wrong[0]?.eventId as EventId)).toMatchObject({
      reply: { source: 'enforced' },
      delivery: null,
    });
    // Nor does a body that is too large to be looked at in memory get through.
    const large = await client.trigger({
      provider: 'github',
      eventType: 'push',
      set: [['ref', 'x'.repeat(100_000)]],
      secret: 'x',
    });
    expect(large.items).toMatchObject([{ outcome: { statusCode: 401 } }]);
    expect(verified).toEqual([]);
    const right = await trigger(['github', 'push']);
    await expect
      .poll(async () => (await client.event(right[0]?.eventId as EventId)).delivery, patience)
      .not.toBeNull();
  });

  it("answers Meta's handshake", async () => {
    const { ready, client, read } = await start();
    const ask = (token: string) =>
      fetch(`${ready.receiver}/meta?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`);
    await client.providers();
    const answered = await ask('mine');
    expect([answered.status, await answered.text()]).toEqual([200, '1158201444']);
    expect((await ask('other')).status).toBe(403);
    const [refused] = (await client.events()).items;
    expect((await read(refused?.id)).handshake).toMatchObject({ answered: false });
  });
});

it('providers are told with and without an instance', async () => {
  const { run, client, stop } = await start();
  const running = await run(['providers', '--json']).ended;
  expect(running.stdout).toContain('"endpoints":["zavu"]');
  expect((await client.provider('zavu')).endpoints).toEqual(['zavu']);
  await stop();
  const alone = await run(['providers', 'stripe']).ended;
  expect(alone).toMatchObject({ code: 0, stdout: expect.stringContaining('stripe-v1') });
  expect((await run(['providers', 'strip']).ended).stderr).toContain('stripe');
});
