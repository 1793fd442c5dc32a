import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, type Run } from '../test-support/bin.ts';

const bench = new Bench();
const received: { url: string; header: string | undefined; body: string }[] = [];
const handler = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (text: string) => {
    body += text;
  });
  request.on('end', () => {
    received.push({ url: request.url ?? '', header: request.headers['x-edited']?.toString(), body });
    response.writeHead(request.url === '/fail' ? 500 : 200).end();
  });
});
let port = '';
let dataDir = '';
let run: Run;

beforeEach(async () => {
  await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
  port = String((handler.address() as AddressInfo).port);
  dataDir = bench.folder();
  run = bench.listen(dataDir, port);
  const { receiver } = await run.ready();
  await fetch(`${receiver}/one`, { method: 'POST', body: '{"text":"first \\u001b[31m\u009b\u202e\u007f"}' });
  await fetch(`${receiver}/two`, {
    method: 'POST',
    body: '{"data":{"text":"second"}}',
    headers: { 'Content-Type': 'application/json' },
  });
  received.length = 0;
});
afterEach(async () => {
  await bench.clean();
  handler.closeAllConnections();
  await new Promise((resolve) => handler.close(resolve));
});

const hooktap = (...args: string[]) => bench.run([...args, '--data-dir', dataDir]).ended;

describe.each(['running', 'stopped'])('with the instance %s', (state) => {
  beforeEach(async () => {
    if (state === 'stopped') expect((await run.stop()).code).toBe(130);
  });

  it('lists, searches and shows events', async () => {
    const { stdout, code } = await hooktap('events', '--json');
    expect(code).toBe(0);
    const [two, one] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; path: string });
    expect([one?.path, two?.path]).toEqual(['/one', '/two']);
    const found = await hooktap('events', '--q', 'second');
    expect(found.stdout).toMatch(/^\d\d:\d\d:\d\d {2}POST\s+\/two\s+200 .*evt_\w{26}\n$/);
    const shown = await hooktap('show', one?.id ?? '');
    expect(shown.stdout).toContain('POST /one HTTP/1.1');
    expect(shown.stdout).toMatch(/Delivery dlv_\w{26} to http:\/\/localhost:\d+: succeeded \(arrival\)/);
    expect(shown.stdout).toContain('\\x9b\\u202e\\x7f');
    for (const printed of [shown.stdout, stdout, run.stdout]) expect(printed).not.toMatch(/[^\P{C}\n]/u);
    expect(JSON.parse((await hooktap('show', one?.id ?? '', '--json')).stdout)).toMatchObject({
      path: '/one',
    });
  });

  it('replays as captured and edited', async () => {
    const last = await hooktap('replay', '--last');
    expect(last).toMatchObject({ code: 0, stderr: '' });
    expect(received).toEqual([{ url: '/two', header: undefined, body: '{"data":{"text":"second"}}' }]);
    const edited = await hooktap(
      'replay',
      '--q',
      'second',
      '--header',
      'X-Edited: yes',
      '--set',
      'data.text=third',
    );
    expect(edited.code).toBe(0);
    expect(received[1]).toMatchObject({ header: 'yes', body: expect.stringContaining('third') });
    const failed = await hooktap('replay', '--last', '--to', `http://127.0.0.1:${port}/fail`);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toMatch(/the handler answered 500/);
  });
});

it('lists what the sender was refused and the handler took later as delivered since', async () => {
  const { receiver } = await run.ready();
  expect((await fetch(`${receiver}/fail`, { method: 'POST', body: '{}' })).status).toBe(500);
  const listed = async () => (await hooktap('events', '--limit', '1')).stdout;
  expect(await listed()).toMatch(/ \/fail +500 .*evt_\w{26} {2}the handler answered 500\n$/);
  expect((await hooktap('replay', '--last', '--to', `http://127.0.0.1:${port}/mended`)).code).toBe(0);
  expect(await listed()).toMatch(/ \/fail +500 .*evt_\w{26} {2}delivered since: 200\n$/);
});

it('status and stop', async () => {
  const status = await hooktap('status', '--json');
  expect(JSON.parse(status.stdout)).toMatchObject({ counts: { events: 2 }, dataDir });
  expect((await hooktap('status')).stdout).toMatch(/Events\s+2 kept/);
  expect((await hooktap('stop')).code).toBe(0);
  expect((await run.ended).code).toBe(130);
  const again = await hooktap('stop');
  expect(again.code).toBe(1);
  expect(again.stderr).toMatch(/No Hooktap runs for this project/);
});

type Found = { about: string; ok: boolean; says: string };

const diagnose = async (...args: string[]) => {
  const { stdout, code } = await hooktap('doctor', ...args, '--json');
  const lines = stdout.trim().split('\n');
  return { code, findings: lines.map((line) => JSON.parse(line) as Found) };
};

it('the doctor looks at the instance and the handler, and at nothing beyond where it has no tunnel', async () => {
  const { code, findings } = await diagnose(port);
  expect(code).toBe(0);
  expect(findings.map(({ about }) => about).filter((about) => about !== 'setting')).toEqual([
    'node',
    'data',
    'instance',
    'tunnel',
    'handler',
    'config',
    'endpoint',
    'handler',
  ]);
  expect(findings.every(({ ok }) => ok)).toBe(true);
});

it('what the doctor finds wrong ends with its remedy', async () => {
  expect((await run.stop()).code).toBe(130);
  handler.closeAllConnections();
  await new Promise((resolve) => handler.close(resolve));
  const { code, findings } = await diagnose(port, '--no-tunnel');
  expect(code).toBe(1);
  expect(findings.filter(({ ok }) => !ok)).toEqual([
    {
      about: 'handler',
      ok: false,
      says: expect.stringMatching(/is down: .* Check that your handler runs and that this is its address\.$/),
    },
  ]);
});
