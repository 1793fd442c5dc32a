import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { Bench, bin, quiet } from '../test-support/bin.ts';

const bench = new Bench();
afterEach(() => bench.clean());

const post = (url: string) => fetch(url, { method: 'POST', body: 'x' });

async function slowHandler(delayMs: number): Promise<{ port: number; asked: Promise<void> }> {
  let heard: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const server = createServer((_request, response) => {
    heard();
    setTimeout(() => response.end('done'), delayMs);
  }).unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, asked };
}

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

/** Whether the data directory was given back in order, after all else. */
const hasReleased = (dataDir: string) => readdirSync(dataDir).some((name) => name.endsWith('.free'));

it.each(['SIGINT', 'SIGTERM'] as const)('%s stops it cleanly with 130', async (signal) => {
  const folder = bench.folder();
  const run = bench.listen(folder);
  const { receiver } = await run.ready();
  const { code, stderr } = await run.stop(signal);
  expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
  expect(hasReleased(folder)).toBe(true);
  await expect(post(receiver)).rejects.toThrow();
});

it('finishes what is in flight', async () => {
  const { port, asked } = await slowHandler(600);
  const run = bench.listen(bench.folder(), String(port));
  const { receiver } = await run.ready();
  const answer = post(receiver);
  await asked;
  const ended = run.stop();
  expect((await answer).status).toBe(200);
  expect((await ended).code).toBe(130);
});

it('tells a sender to come again whose handler does not answer in time', async () => {
  const { port, asked } = await slowHandler(60_000);
  const folder = bench.folder();
  const run = bench.listen(folder, String(port));
  const { receiver } = await run.ready();
  const answer = post(receiver);
  await asked;
  const ended = run.stop();
  const { status, headers } = await answer;
  expect({ status, retryAfter: headers.get('retry-after') }).toEqual({ status: 503, retryAfter: '5' });
  expect((await ended).code).toBe(130);
  expect(hasReleased(folder)).toBe(true);
  const { stdout } = await bench.run(['events', '--json', '--data-dir', folder]).ended;
  expect(JSON.parse(stdout)).toMatchObject({
    reply: { statusCode: 503, source: 'unreachable' },
    delivery: { status: 'failed', lastFailure: 'aborted' },
  });
});

it('a second signal ends it at once', async () => {
  const { port, asked } = await slowHandler(60_000);
  const folder = bench.folder();
  const run = bench.listen(folder, String(port));
  const { receiver } = await run.ready();
  const answer = post(receiver).catch(() => 'cut off');
  await asked;
  run.child.kill('SIGINT');
  // The first is taken once nobody else is let in.
  await expect.poll(() => isListening(Number(new URL(receiver).port))).toBe(false);
  expect((await run.stop()).code).toBe(130);
  expect(await answer).toBe('cut off');
  expect(hasReleased(folder)).toBe(false);
});

it('says what stays for the next start', async () => {
  const { port } = await slowHandler(0);
  const run = bench.listen(bench.folder(), String(port), '--hold');
  const { receiver, inspector, token } = await run.ready();
  const paused = await fetch(`${inspector}/api/endpoints/default/pause`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(paused.status).toBe(200);
  for (let count = 0; count < 2; count += 1) expect((await post(receiver)).status).toBe(200);
  const { code, stderr } = await run.stop();
  expect({ code, stderr }).toEqual({
    code: 130,
    stderr: '2 held: these deliveries stay and go on at the next start.\n',
  });
});

it('keeps what was captured through a kill -9', async () => {
  const dataDir = bench.folder();
  const first = bench.listen(dataDir);
  const { receiver } = await first.ready();
  expect((await post(`${receiver}/before-the-kill`)).status).toBe(200);
  await first.stop('SIGKILL');
  const second = bench.listen(dataDir);
  const { inspector, token } = await second.ready();
  const response = await fetch(`${inspector}/api/events`, { headers: { Authorization: `Bearer ${token}` } });
  expect(await response.json()).toMatchObject({ items: [{ path: '/before-the-kill' }] });
});

it('stops when its parent dies', async () => {
  const dataDir = bench.folder();
  const args = [bin, ...quiet, '--json', '--data-dir', dataDir];
  const script = `require('node:child_process').spawn(process.execPath, ${JSON.stringify(args)}, { stdio: 'inherit' })`;
  const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  const line = await new Promise<string>((resolve) => {
    parent.stdout.setEncoding('utf8').once('data', resolve);
  });
  const { pid } = JSON.parse(line.split('\n')[0] ?? '') as { pid: number };
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
