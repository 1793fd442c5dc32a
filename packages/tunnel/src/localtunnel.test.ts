import { createHash, randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { post } from './disposable-receiver.ts';
import { endAll, open, startServer, statesOf } from './disposable-tunnel.ts';
import { openTunnel } from './open-tunnel.ts';
import { reached } from './reached-state.ts';

afterEach(endAll);

describe('a localtunnel', () => {
  it('opens under the name asked for and carries bodies byte for byte', async () => {
    const server = await startServer();
    const { tunnel, remembered, seen } = await open({ host: server.url, name: 'my-name' });
    const status = await reached(tunnel, 'open');
    expect(status.url).toBe(`http://my-name.localhost:${server.port}`);
    expect(status.previousUrl).toBeUndefined();
    expect(statesOf(seen)).toEqual(['connecting', 'open']);
    expect(remembered).toEqual(['my-name']);
    expect(tunnel.sockets()).toBe(10);
    for (let i = 0; i < 25; i++) {
      const body = randomBytes(30_000);
      expect(await post(status.url ?? '', body)).toBe(createHash('sha256').update(body).digest('hex'));
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
