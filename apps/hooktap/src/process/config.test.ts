import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, quiet } from '../test-support/bin.ts';
import { configOf, configProject } from '../test-support/config-project.ts';

const bench = new Bench();
/** Each handler answers with its name and notes what came. */
const handlers = new Map<string, { server: Server; port: string; seen: string[] }>();

beforeEach(async () => {
  for (const name of ['first', 'second']) {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        seen.push(request.url ?? '');
        response.end(name);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    handlers.set(name, { server, port: String((server.address() as AddressInfo).port), seen });
  }
});
afterEach(async () => {
  await bench.clean();
  for (const { server } of handlers.values()) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const portOf = (name: string): string => handlers.get(name)?.port ?? '';
const seenBy = (name: string): string[] => handlers.get(name)?.seen ?? [];
const post = async (url: string) => {
  const response = await fetch(url, { method: 'POST', body: '{"a":1}' });
  return { status: response.status, text: await response.text() };
};

const project = (text: string, name?: string) => configProject(bench, text, name);

describe('the config file', () => {
  it('of the project is taken, and flags go before it', async () => {
    const { listen } = project(configOf(portOf('first')));
    const alone = listen();
    const { receiver } = await alone.ready();
    expect(await post(`${receiver}/orders/1`)).toEqual({ status: 200, text: 'first' });
    expect((await post(`${receiver}/other`)).status).toBe(200);
    await alone.stop();
    const flagged = listen(`/orders=${portOf('second')}`, `/more=${portOf('first')}`);
    const again = await flagged.ready();
    expect(await post(`${again.receiver}/orders/2`)).toEqual({ status: 200, text: 'second' });
    expect(await post(`${again.receiver}/more`)).toEqual({ status: 200, text: 'first' });
    expect(seenBy('first')).toEqual(['/orders/1', '/more']);
  });

  it('says which endpoints there are and where each goes', async () => {
    const { run } = project(configOf(portOf('first')));
    const listening = run([portOf('second'), '/ack=9', ...quiet]);
    await listening.seen(/Stop/);
    expect(listening.stdout).toMatch(
      new RegExp(
        `Endpoints +/orders → http://localhost:${portOf('first')}  \\(orders, reply handler\\)\\n` +
          ' +/ack +→ http://localhost:9  \\(ack, reply handler\\)\\n' +
          ` +/ +→ http://localhost:${portOf('second')}  \\(default, reply handler\\)\\n`,
      ),
    );
    const { stdout } = await run(['status']).ended;
    expect(stdout).toMatch(new RegExp(`Endpoint +orders: /orders → http://localhost:${portOf('first')} \\(`));
  });

  it.each([
    ["timeout: 'soon',", /^hooktap\.config\.ts:9 endpoints\[0\]\.timeout: expected a duration such as .*\n$/],
    ["filter: '(',", /^hooktap\.config\.ts:9 endpoints\[0\]\.filter: .+\n$/],
    [
      "targets: ['1'],",
      /^hooktap\.config\.ts:9 endpoints\[0\]\.targets: expected target or targets, not both\n$/,
    ],
    [
      "provider: 'githup',",
      /^hooktap\.config\.ts:9 endpoints\[0\]\.provider: There is no provider 'githup'\. Near to it: github\.\n$/,
    ],
    [
      "handshake: { also: ['zoom', 'nope'] },",
      /^hooktap\.config\.ts:9 endpoints\[0\]\.handshake\.also\[1\]: There is no handshake 'nope' .* There are: twitter-crc, zoom, get-200\.\n$/,
    ],
    [
      "filter: 'type:a status:failed',",
      /^hooktap\.config\.ts:9 endpoints\[0\]\.filter: At 'status' \(character 8\): status: is not known yet when .*\n$/,
    ],
    [
      "retry: 'nobody',",
      /^hooktap\.config\.ts:9 endpoints\[0\]\.retry: .*'nobody'.* Write the waits as a schedule.*\n$/,
    ],
  ])('that is wrong at a start is wrong usage: %s', async (field, message) => {
    const { code, stdout, stderr } = await project(configOf('3000', field)).listen().ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('--reply counts where there is no target', async () => {
    const { receiver } = await bench.listen(bench.folder(), '--reply', '202').ready();
    expect((await post(`${receiver}/x`)).status).toBe(202);
  });

  it('--config that is not there is wrong usage', async () => {
    const { code, stderr } = await bench.listen(bench.folder(), '--config', 'nowhere.json').ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(/There is no file .*nowhere\.json/);
  });
});

describe('a change while it runs', () => {
  it('that is wrong names the field and loses no request; a right one counts at once', async () => {
    const { listen, write } = project(configOf(portOf('first')));
    const run = listen();
    const { receiver } = await run.ready();
    let going = true;
    const answers: { status: number; text: string }[] = [];
    const sender = async () => {
      while (going) answers.push(await post(`${receiver}/orders/${answers.length}`));
    };
    const senders = [sender(), sender(), sender(), sender()];

    write(configOf(portOf('second'), "timeout: 'soon',"));
    await expect
      .poll(() => run.stderr)
      .toMatch(
        /hooktap\.config\.ts:9 endpoints\[0\]\.timeout: expected a duration.*\nThe configuration from before goes on\./,
      );
    write(configOf(portOf('second'), "provider: 'githup',"));
    await expect
      .poll(() => run.stderr)
      .toMatch(/hooktap\.config\.ts:9 endpoints\[0\]\.provider: There is no provider 'githup'/);
    write(configOf('nonsense'));
    await expect
      .poll(() => run.stderr)
      .toMatch(/hooktap\.config\.ts:8 endpoints\[0\]\.target: 'nonsense' is not a target/);
    expect(seenBy('second')).toEqual([]);
    write(configOf(portOf('second'), "timeout: '5s',"));
    await expect.poll(() => run.stderr).toContain('has changed and counts from now on');
    const before = answers.length;
    await expect.poll(() => answers.length).toBeGreaterThan(before + 20);
    going = false;
    await Promise.all(senders);

    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(answers.slice(before + senders.length).every(({ text }) => text === 'second')).toBe(true);
    expect(seenBy('first').length + seenBy('second').length).toBe(answers.length);
    expect((await run.stop()).code).toBe(130);
  });

  it('a file that is removed leaves the old configuration running, and says what to do', async () => {
    const { folder, listen } = project(configOf(portOf('first')));
    const run = listen();
    const { receiver } = await run.ready();
    rmSync(join(folder, 'hooktap.config.ts'));
    await expect
      .poll(() => run.stderr)
      .toBe(
        'hooktap.config.ts is gone. Put it back, or start Hooktap anew without it.\nThe configuration from before goes on.\n',
      );
    expect(await post(`${receiver}/orders/1`)).toEqual({ status: 200, text: 'first' });
  });

  it('what only a start reads is said', async () => {
    const { listen, write } = project(configOf('3000').replace('quiet: true', 'keepDays: 3'));
    const run = listen();
    await run.ready();
    write(configOf('3001').replace('quiet: true', 'keepDays: 4'));
    await expect
      .poll(() => run.stderr)
      .toContain('hooktap.config.ts: keepDays will count from the next start.');
  });

  it('a file that is made only now counts, and so does one that it imports', async () => {
    const { folder, listen } = project('{}', 'package.json');
    const run = listen();
    const { receiver } = await run.ready();
    writeFileSync(join(folder, 'target.ts'), `export const target = '${portOf('first')}';\n`);
    writeFileSync(
      join(folder, 'hooktap.config.ts'),
      "import { target } from './target';\nexport default { endpoints: [{ name: 'all', target }] };\n",
    );
    await expect.poll(async () => (await post(`${receiver}/x`)).text).toBe('first');
    writeFileSync(join(folder, 'target.ts'), `export const target = '${portOf('second')}';\n`);
    await expect.poll(async () => (await post(`${receiver}/x`)).text).toBe('second');
  });
});

it('a sequence of answers has an end', async () => {
  const { listen } = project(configOf('3000', `reply: { sequence: [${'500, '.repeat(101)}] },`));
  const { code, stderr } = await listen().ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(/endpoints\[0\]\.reply.*at most 100 answers/);
});
