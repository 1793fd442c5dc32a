import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, type Ended, type Run } from '../test-support/bin.ts';

const bench = new Bench();
/** Answers 500 until it is mended. */
let broken = true;
const received: { path: string; attempt: string }[] = [];
const handler = createServer((request, response) => {
  request.resume().on('end', () => {
    received.push({ path: request.url ?? '', attempt: String(request.headers['hooktap-attempt']) });
    response.writeHead(broken ? 500 : 200).end();
  });
});
let dataDir = '';
let run: Run;
let receiver = '';

beforeEach(async () => {
  broken = true;
  received.length = 0;
  await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
  const { port } = handler.address() as AddressInfo;
  dataDir = bench.folder();
  run = bench.listen(dataDir, String(port));
  ({ receiver } = await run.ready());
  for (const path of ['/one', '/two', '/three'])
    await fetch(`${receiver}${path}`, { method: 'POST', body: '{}' });
});
afterEach(async () => {
  await bench.clean();
  handler.closeAllConnections();
  await new Promise((resolve) => handler.close(resolve));
});

const hooktap = (...args: string[]): Promise<Ended> => bench.run([...args, '--data-dir', dataDir]).ended;
const rows = <T>({ stdout }: Ended): T[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
interface Row {
  readonly id: string;
  readonly status: string;
  readonly digest: { readonly attempts: number };
  readonly event: { readonly id: string; readonly path: string };
}

describe.each(['running', 'stopped'])('the delivery log with the instance %s', (state) => {
  beforeEach(async () => {
    if (state === 'stopped') expect((await run.stop()).code).toBe(130);
  });

  it('is listed, searched and told as lines', async () => {
    const listed = await hooktap('deliveries', '--json');
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    expect(rows<Row>(listed).map(({ event, status }) => [event.path, status])).toEqual([
      ['/three', 'failed'],
      ['/two', 'failed'],
      ['/one', 'failed'],
    ]);
    const text = await hooktap('deliveries', '--status', 'failed', '--q', 'path:/two');
    expect(text.stdout).toMatch(
      /^\d\d:\d\d:\d\d {2}failed {5}500 {2}1 try .* POST \/two → http:\/\/localhost:\d+ {2}dlv_\w{26}\n$/,
    );
    const none = await hooktap('deliveries', '--status', 'held');
    expect(none).toEqual({ code: 0, stdout: '', stderr: 'No delivery matches.\n' });
    expect((await hooktap('deliveries', '--limit', '2')).stderr).toBe('2 of 3; --limit shows more.\n');
    const bad = await hooktap('deliveries', '--q', 'nonsense:1');
    expect(bad.code).toBe(1);
    expect(bad.stderr).toMatch(/nonsense/);
  });

  it('is retried by id and by search', async () => {
    const [three] = rows<Row>(await hooktap('deliveries', '--json', '--limit', '1'));
    const failed = await hooktap('retry', three?.id ?? '');
    expect(failed.code).toBe(1);
    expect(failed.stdout).toMatch(/^dlv_\w{26} {2}failed +500 at try 2 → http/);
    broken = false;
    const all = await hooktap('retry', '--q', 'status:failed', '--json');
    expect(all.code).toBe(0);
    expect(rows<Row>(all).map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(received.slice(4).toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: '/one', attempt: '2' },
      { path: '/three', attempt: '3' },
      { path: '/two', attempt: '2' },
    ]);
    const again = await hooktap('retry', '--q', 'status:failed');
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/none matches/);
  });

  it('what is over cannot be cancelled', async () => {
    const [three] = rows<Row>(await hooktap('deliveries', '--json', '--limit', '1'));
    const { code, stderr } = await hooktap('cancel', three?.id ?? '');
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${three?.id}: `));
  });
});

it.each([
  [['retry'], /Name deliveries, or choose them with --q/],
  [['cancel', 'dlv_1'], /is no delivery id/],
  [['deliveries', '--status', 'lost'], /Allowed choices/],
  [['replay', '--last', '--resume', 'bat_1'], /or go on with a batch with --resume/],
  [['replay', '--resume', 'bat_1'], /is no batch id/],
  [['replay', '--q', 'x', '--rate', '1/s', '--speed', '2'], /--rate or --speed/],
  [['replay', '--q', 'x', '--seed', '2'], /give both/],
  [['replay', '--q', 'x', '--rate', '1/s', '--set', 'a=1'], /edit single replays/],
])('wrong usage: %j', async (args, message) => {
  const { code, stdout, stderr } = await hooktap(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

describe.each(['running', 'stopped'])('a batch with the instance %s', (state) => {
  beforeEach(async () => {
    if (state === 'stopped') expect((await run.stop()).code).toBe(130);
    received.length = 0;
  });

  it('replays in the original order and says what answers what now', async () => {
    broken = false;
    const done = await hooktap('replay', '--last', '3', '--rate', '20/s');
    expect(done.code).toBe(0);
    expect(done.stdout).toMatch(
      /^before → after {2}count\n500 {4}→ 200 {8}3\n3 of 3 {2}3 succeeded, 0 failed in .* {2}bat_\w{26}\n$/,
    );
    expect(received.map(({ path }) => path)).toEqual(['/one', '/two', '/three']);
  });

  it('stops at the first failure, newest first, and goes on when it is told to', async () => {
    const stopped = await hooktap('replay', '--q', 'POST', '--order', 'newest-first', '--stop-on-failure');
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toMatch(/Stopped: The handler answered 500 to evt_\w{26}\. Go on with: /);
    const batch = /hooktap replay --resume (bat_\w{26})/.exec(stopped.stderr)?.[1] ?? '';
    expect(received.map(({ path }) => path)).toEqual(['/three']);
    broken = false;
    const resumed = await hooktap('replay', '--resume', batch, '--json');
    expect(rows<{ state: string; succeeded: number }>(resumed).at(-1)).toMatchObject({
      state: 'done',
      done: 3,
      succeeded: 2,
    });
    expect(received.map(({ path }) => path)).toEqual(['/three', '/two', '/one']);
  });

  it('is cancelled with Ctrl-C', async () => {
    broken = false;
    const going = bench.run(['replay', '--last', '3', '--rate', '0.1/s', '--json', '--data-dir', dataDir]);
    await going.seen(/"done":1/);
    const { code, stderr } = await going.stop();
    expect(code).toBe(130);
    expect(stderr).toMatch(/^Cancelled.*Go on with: hooktap replay --resume bat_\w{26}\n$/);
    expect(received.length).toBeLessThan(3);
  });

  it('makes the same trouble with the same seed', async () => {
    broken = false;
    const trouble = [
      'replay',
      '--last',
      '3',
      '--chaos',
      'duplicate=0.5,drop=0.5,reorder=2',
      '--seed',
      '11',
      '--json',
    ];
    await hooktap(...trouble);
    const first = received.splice(0).map(({ path }) => path);
    expect(first).not.toEqual(['/one', '/two', '/three']);
    await hooktap(...trouble);
    expect(received.map(({ path }) => path)).toEqual(first);
  });
});
