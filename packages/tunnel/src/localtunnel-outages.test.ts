import { afterEach, describe, expect, it } from 'vitest';
import { post } from './disposable-receiver.ts';
import { endAll, open, startServer, statesOf } from './disposable-tunnel.ts';
import { reached } from './reached-state.ts';

afterEach(endAll);

describe('a localtunnel whose server fails', () => {
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
    expect(statesOf(seen).slice(-2)).toEqual(['reconnecting', 'open']);
    expect(await post(after.url ?? '', Buffer.from('x'))).toHaveLength(64);
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
    expect(await post(status.url ?? '', Buffer.from('x'))).toHaveLength(64);
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
    expect(statesOf(seen)).toEqual(['connecting', 'open', 'degraded', 'reconnecting', 'open']);
  });
});
