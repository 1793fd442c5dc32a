import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createProbe } from './probe.ts';

async function probeOf(listener: http.RequestListener, deadlineMs = 2_000) {
  const server = http.createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  const withdrawn: string[] = [];
  const probe = createProbe({
    issueNonce: () => 'n0nce',
    withdrawNonce: (nonce) => withdrawn.push(nonce),
    deadlineMs,
  });
  const look = (scheme = 'http') =>
    probe(`${scheme}://some-name.localhost:${port}`, new AbortController().signal);
  return { look, close, withdrawn };
}

it('asks as no browser does, with the host name kept, and times the answer', async () => {
  const asked: http.IncomingMessage[] = [];
  const { look, withdrawn } = await probeOf((req, res) => {
    asked.push(req);
    res.end('n0nce');
  });
  expect(await look()).toEqual({ ok: true, latencyMs: expect.any(Number) });
  expect(asked[0]?.url).toBe('/.well-known/hooktap/probe/n0nce');
  expect(asked[0]?.headers).toMatchObject({
    host: expect.stringMatching(/^some-name\.localhost:/),
    'bypass-tunnel-reminder': '1',
  });
  expect(withdrawn).toEqual(['n0nce']);
});

it.each([
  [404, 'no such tunnel'],
  [401, 'reminder page'],
  [502, 'cannot reach this machine'],
  [503, 'cannot reach this machine'],
  [504, 'cannot reach this machine'],
  [200, 'something else'],
])('tells what an answer with %i means', async (status, words) => {
  const { look } = await probeOf((_req, res) => res.writeHead(status).end('not it'));
  expect(await look()).toMatchObject({ ok: false, reason: expect.stringContaining(words) });
});

it('tells a late answer, a refused connection, a broken one and TLS apart', async () => {
  const silent = await probeOf(() => {}, 50);
  expect(await silent.look()).toMatchObject({ reason: expect.stringContaining('no answer came through') });
  silent.close();
  expect(await silent.look()).toMatchObject({ reason: expect.stringContaining('refused the connection') });
  const broken = await probeOf((req) => req.socket.destroy());
  expect(await broken.look()).toMatchObject({ reason: expect.stringContaining('broke the connection off') });
  expect(await broken.look('https')).toMatchObject({ reason: expect.stringContaining('TLS') });
});

it('tells a name that does not resolve', async () => {
  const probe = createProbe({ issueNonce: () => 'n' });
  const result = await probe('http://no-such-name.invalid', new AbortController().signal);
  expect(result).toMatchObject({ ok: false, reason: expect.stringContaining('cannot be resolved (DNS') });
});
