import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Bench, bin, quiet } from '../test-support/bin.ts';

const bench = new Bench();
afterEach(() => bench.clean());

const post = (url: string, body = '{"a":1}') => fetch(url, { method: 'POST', body });

describe('hooktap listen', () => {
  it('prints the ready line first and nothing but NDJSON', async () => {
    const dataDir = bench.folder();
    const run = bench.listen(dataDir);
    const ready = await run.ready();
    expect(Object.keys(ready)).toEqual([
      'type',
      'version',
      'inspector',
      'receiver',
      'token',
      'dataDir',
      'pid',
    ]);
    expect(ready).toMatchObject({ dataDir, pid: run.child.pid });
    expect((await post(`${ready.receiver}/hook?x=1`)).status).toBe(200);
    await run.seen(/"event\.captured"/);
    const { code } = await run.stop();
    expect(code).toBe(130);
    const lines = run.lines();
    expect(lines[0]).toMatchObject({ type: 'ready' });
    expect(lines.find(({ type }) => type === 'tunnel')).toMatchObject({ state: 'closed', kind: 'none' });
    expect(lines.find(({ type }) => type === 'event.captured')).toMatchObject({
      event: { path: '/hook', method: 'POST', via: 'direct' },
    });
  });

  it.skipIf(process.platform === 'win32')('tells of a stray bug and goes on', async () => {
    const stray = 'process.once("SIGUSR2", () => Promise.reject(new Error("a stray bug")))';
    const run = bench.run(['listen', ...quiet, '--json', '--data-dir', bench.folder()], {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(stray)}`,
    });
    const { receiver } = await run.ready();
    run.child.kill('SIGUSR2');
    await expect.poll(() => run.stderr).toMatch(/Please report this:\nError: a stray bug/);
    expect((await post(`${receiver}/after`)).status).toBe(200);
    expect((await run.stop()).code).toBe(130);
  });

  it('keeps its files for their owner', async () => {
    const dataDir = join(bench.folder(), 'inner');
    const ready = await bench.listen(dataDir).ready();
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'token')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'instance.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'token'), 'utf8').trim()).toBe(ready.token);
  });

  it('keeps the token across runs, and takes HOOKTAP_TOKEN before it', async () => {
    const dataDir = bench.folder();
    const first = bench.listen(dataDir);
    const { token } = await first.ready();
    await first.stop();
    const second = bench.listen(dataDir);
    expect((await second.ready()).token).toBe(token);
    await second.stop();
    const given = bench.run(['listen', ...quiet, '--json', '--data-dir', dataDir], {
      HOOKTAP_TOKEN: 'a-token-of-my-own',
    });
    expect((await given.ready()).token).toBe('a-token-of-my-own');
  });

  it('delivers to the target and prints a line for a person', async () => {
    const handler = createServer((_request, response) => response.writeHead(500).end('no'));
    await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
    const { port } = handler.address() as AddressInfo;
    const run = bench.run(['listen', String(port), ...quiet, '--data-dir', bench.folder()]);
    const [, receiver] = await run.seen(/Receiver\s+(\S+)/);
    await run.seen(/Nothing is reachable from the internet/);
    expect(run.stdout).toMatch(/Inspector\s+http:\/\/127\.0\.0\.1:\d+\/#token=\S+/);
    expect((await post(`${receiver}/orders`)).status).toBe(500);
    await run.seen(
      /\d\d:\d\d:\d\d {2}POST\s+\/orders\s+500\s+\d+ ms {2}evt_\w{26}\s+the handler answered 500/,
    );
    handler.close();
    expect(run.stdout).not.toContain('\u001b');
  });

  it('serves the inspector to who has the token', async () => {
    const { inspector, token } = await bench.listen(bench.folder()).ready();
    const headers = { Authorization: `Bearer ${token}` };
    expect((await fetch(`${inspector}/api/status`, { headers })).status).toBe(200);
    expect((await fetch(`${inspector}/api/status`)).status).toBe(401);
    expect(await (await fetch(`${inspector}/`)).text()).toContain('<div id="root">');
  });
});

describe('what can go wrong at a start', () => {
  it('a port asked for by name and taken', async () => {
    const first = await bench.listen(bench.folder()).ready();
    const port = new URL(first.receiver).port;
    const run = bench.run(['--port', port, '--ui-port', '0', '--no-tunnel', '--data-dir', bench.folder()]);
    const { code, stderr } = await run.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`Port ${port} is in use \\(--port\\)`));
  });

  it('a data directory in use', async () => {
    const dataDir = bench.folder();
    await bench.listen(dataDir).ready();
    const { code, stderr } = await bench.listen(dataDir).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(dataDir);
  });

  it('a data directory that cannot be made', async () => {
    const folder = bench.folder();
    writeFileSync(join(folder, 'file'), '');
    const { code, stderr } = await bench.listen(join(folder, 'file', 'x')).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/cannot be written.*--data-dir/s);
  });

  it.each([
    [['--port', '99999'], /--port/],
    [['nonsense'], /'nonsense' is not a target/],
    [['shwo', 'evt_1'], /no command 'shwo'. Did you mean hooktap show\?/],
    [['3000', '--nonsense'], /unknown option '--nonsense'/],
    [['--reply', 'handler'], /needs a target/],
    [['--tunnel', 'carrier-pigeon'], /localtunnel or none/],
    [['show', 'evt_1'], /no event id/],
    [['replay'], /--last or --q/],
  ])('wrong usage: %j', async (args, message) => {
    const { code, stdout, stderr } = await bench.run([...args, '--data-dir', bench.folder()]).ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('help and version are no errors', async () => {
    const help = await bench.run(['--help']).ended;
    expect(help.code).toBe(0);
    expect(help.stdout).toMatch(/--keep-bytes/);
    const version = await bench.run(['--version']).ended;
    expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it('one data directory per project, in the state folder', async () => {
    const state = bench.folder();
    mkdirSync(state, { recursive: true });
    const run = bench.run([...quiet, '--json'], { XDG_STATE_HOME: state });
    expect((await run.ready()).dataDir).toMatch(new RegExp(`^${state}/hooktap/[\\w.-]+-[0-9a-f]{10}$`));
  });

  // A folder that a program is in cannot be deleted there.
  it.skipIf(process.platform === 'win32')('says that the current folder is gone', () => {
    const gone = bench.folder();
    const script = 'rmdir "$PWD" && exec "$0" "$1" status';
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, bin], {
      cwd: gone,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toBe(
      'The current folder is not there any more. Change to one that is (cd), then try again.\n',
    );
  });
});
