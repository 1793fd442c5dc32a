import { createHash, randomBytes } from 'node:crypto';
import type { TunnelStatus } from '@hooktap/protocol';
import { type LocaltunnelServer, startLocaltunnelServer } from '@hooktap/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { post, startReceiver } from './disposable-receiver.ts';
import { openTunnel, type TunnelOptions } from './open-tunnel.ts';
import { createProbe } from './probe.ts';
import { reached } from './reached-state.ts';

type Cleanup = () => Promise<unknown> | unknown;
const cleanups: Cleanup[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function startServer(
  options?: Parameters<typeof startLocaltunnelServer>[0],
): Promise<LocaltunnelServer> {
  const server = await startLocaltunnelServer(options);
  cleanups.push(() => server[Symbol.asyncDispose]());
  return server;
}

async function open(options: Partial<TunnelOptions> & { host: string }) {
  const remembered: string[] = [];
  const receiver = await startReceiver();
  cleanups.push(receiver.close);
  const tunnel = openTunnel({
    kind: 'localtunnel',
    port: receiver.port,
    rememberName: (name) => remembered.push(name),
    probe: createProbe({ issueNonce: () => randomBytes(8).toString('hex') }),
    ...options,
  });
  const seen: TunnelStatus[] = [tunnel.status()];
  tunnel.subscribe((status) => seen.push(status));
  cleanups.push(() => tunnel.close());
  return { tunnel, seen, remembered };
}

const urlOf = (status: TunnelStatus) => status.url ?? 'no url';
const distinct = (seen: TunnelStatus[]) =>
  seen.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1]);

describe('a localtunnel', () => {
  it('opens under the name asked for and carries bodies byte for byte', async () => {
    const server = await startServer();
    const { tunnel, remembered, seen } = await open({ host: server.url, name: 'my-name' });
    const status = await reached(tunnel, 'open');
    expect(status.url).toBe(`http://my-name.localhost:${server.port}`);
    expect(status.previousUrl).toBeUndefined();
    expect(distinct(seen)).toEqual(['connecting', 'open']);
    expect(remembered).toEqual(['my-name']);
    expect(tunnel.sockets()).toBe(10);
    for (let i = 0; i < 25; i++) {
      const body = randomBytes(30_000);
      expect(await post(urlOf(status), body)).toBe(createHash('sha256').update(body).digest('hex'));
    }
  });

  it('invents a name that cannot be guessed, and has it remembered', async () => {
    const server = await startServer();
    const { tunnel, remembered } = await open({ host: `${server.url}/` });
    await reached(tunnel, 'open');
    expect(server.registrations).toEqual(remembered);
    expect(remembered[0]).toMatch(/^hooktap-[a-z2-9]{13}$/);
  });

  it('asks again for a name that is still held', async () => {
    const server = await startServer({ graceMs: 300 });
    const first = await open({ host: server.url, name: 'my-name' });
    await reached(first.tunnel, 'open');
    const second = await open({ host: server.url, name: 'my-name', pace: { nameWaitsMs: [500, 5_000] } });
    await server.registered(2);
    await first.tunnel.close();
    const status = await reached(second.tunnel, 'open');
    expect(status.url).toBe(`http://my-name.localhost:${server.port}`);
    expect(second.seen.some(({ reason }) => reason.includes('“my-name” is still taken'))).toBe(true);
  });

  it('takes another name in the end, says so, and does not have it remembered', async () => {
    const server = await startServer();
    server.faults.giveOtherName = true;
    const { tunnel, remembered } = await open({
      host: server.url,
      name: 'my-name',
      pace: { nameWaitsMs: [10, 20] },
    });
    const status = await reached(tunnel, 'open');
    expect(status.url).toBe(`http://given-name-3.localhost:${server.port}`);
    expect(status.reason).toContain('not the URL asked for: “my-name”');
    expect(server.registrations).toEqual(['my-name', 'my-name', 'my-name']);
    expect(remembered).toEqual([]);
  });

  it('carries again under the same URL within 10 s of the return of its server', async () => {
    const server = await startServer();
    const { tunnel, seen } = await open({ host: server.url, name: 'my-name' });
    const before = await reached(tunnel, 'open');
    await server.stop();
    const down = await reached(tunnel, 'reconnecting');
    expect(down.reason).toContain('refused the connection');
    expect(down.nextTryAt).toBeDefined();
    await server.restart();
    const back = performance.now();
    const after = await reached(tunnel, 'open');
    expect(performance.now() - back).toBeLessThan(10_000);
    expect(after.url).toBe(before.url);
    expect(after.previousUrl).toBeUndefined();
    expect(distinct(seen).slice(-2)).toEqual(['reconnecting', 'open']);
    expect(await post(urlOf(after), Buffer.from('x'))).toHaveLength(64);
  });

  it('tells of the URL before where its name was lost', async () => {
    const server = await startServer();
    const { tunnel } = await open({ host: server.url, name: 'my-name', pace: { nameWaitsMs: [] } });
    const before = await reached(tunnel, 'open');
    await server.stop();
    await reached(tunnel, 'reconnecting');
    server.faults.giveOtherName = true;
    await server.restart();
    const after = await reached(tunnel, 'open');
    expect(after.previousUrl).toBe(before.url);
    expect(after.url).not.toBe(before.url);
  });

  it('survives the loss of all its sockets', async () => {
    const server = await startServer();
    const { tunnel } = await open({ host: server.url, name: 'my-name' });
    const status = await reached(tunnel, 'open');
    server.killSockets();
    expect(await post(urlOf(status), Buffer.from('x'))).toHaveLength(64);
    expect(tunnel.status().state).toBe('open');
  });

  it('says that the port it was given cannot be reached', async () => {
    const server = await startServer();
    server.faults.giveDeadPort = true;
    const { tunnel, seen } = await open({ host: server.url, name: 'my-name' });
    const status = await reached(tunnel, 'reconnecting');
    expect(status.reason).toContain("the tunnel server's port refused the connection");
    expect(seen.some(({ state }) => state === 'open')).toBe(false);
    server.faults.giveDeadPort = false;
    await reached(tunnel, 'open');
  });

  it('gives up a registration that is never answered, and tries again', async () => {
    const server = await startServer();
    server.faults.neverAnswerRegistration = true;
    const { tunnel } = await open({
      host: server.url,
      name: 'my-name',
      pace: { registrationDeadlineMs: 200 },
    });
    const status = await reached(tunnel, 'reconnecting');
    expect(status).toMatchObject({ url: null, reason: expect.stringContaining('did not answer in time') });
    expect(status.nextTryAt).toBeDefined();
    server.faults.neverAnswerRegistration = false;
    await reached(tunnel, 'open');
  });

  it('says that a name was refused, and asks for an invented one', async () => {
    const server = await startServer();
    server.faults.refuseRegistration = 403;
    const { tunnel, remembered } = await open({
      host: server.url,
      name: 'Bad_Name',
      pace: { firstRetryMs: 200 },
    });
    const status = await reached(tunnel, 'failed');
    expect(status.reason).toContain('The name “Bad_Name” was refused');
    expect(status.reason).toContain('HTTP 403');
    server.faults.refuseRegistration = undefined;
    const after = await reached(tunnel, 'open');
    expect(after.url).toMatch(/^http:\/\/hooktap-/);
    expect(after.reason).toContain('not the URL asked for: “Bad_Name”');
    expect(remembered).toEqual([]);
  });

  it('says plainly that there is no public URL where no server is, and ends for good when closed', async () => {
    const server = await startServer();
    await server.stop();
    const { tunnel } = await open({ host: server.url, name: 'my-name' });
    const status = await reached(tunnel, 'reconnecting');
    expect(status.reason).toContain('There is no public URL');
    expect(status.nextTryAt).toBeDefined();
    await tunnel.close();
    await tunnel.close();
    expect(tunnel.status().state).toBe('closed');
    await server.restart();
    // The client's own loop would ask each second.
    const asked = server.registered(1).then(() => 'asked');
    const quiet = new Promise((resolve) => setTimeout(resolve, 1_500, 'quiet'));
    expect(await Promise.race([asked, quiet])).toBe('quiet');
  });

  it('degrades when requests stop coming through though nothing was reported', async () => {
    const server = await startServer();
    let reason: string | null = null;
    const { tunnel, seen } = await open({
      host: server.url,
      name: 'my-name',
      probe: async () => (reason === null ? { ok: true, latencyMs: 1 } : { ok: false, reason }),
      pace: { idleMs: 50, tickMs: 20, recheckMs: 20 },
    });
    await reached(tunnel, 'open');
    reason = 'x answered 404';
    const degraded = await reached(tunnel, 'degraded');
    expect(degraded.reason).toContain('x answered 404');
    await reached(tunnel, 'reconnecting');
    reason = null;
    await reached(tunnel, 'open');
    expect(distinct(seen)).toEqual(['connecting', 'open', 'degraded', 'reconnecting', 'open']);
  });
});

describe('no tunnel', () => {
  it('is closed, with the reason', async () => {
    const tunnel = openTunnel({ kind: 'none', port: 1 });
    expect(tunnel.status()).toMatchObject({ kind: 'none', state: 'closed', url: null });
    expect(tunnel.status().reason).toContain('No tunnel was asked for');
    expect(tunnel.sockets()).toBeNull();
    await tunnel.close();
  });

  it('fails plainly on a tunnel server that is no URL', () => {
    const tunnel = openTunnel({ kind: 'localtunnel', port: 1, host: 'nowhere' });
    expect(tunnel.status().state).toBe('failed');
  });
});
