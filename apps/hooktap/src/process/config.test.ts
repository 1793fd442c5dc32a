import { createHmac } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, quiet } from '../test-support/bin.ts';

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

/** A project with a config file, as an editor leaves it: a new file in the old one's place. */
function project(text: string, name = 'hooktap.config.ts') {
  const folder = bench.folder();
  const write = (content: string): void => {
    writeFileSync(join(folder, '.new'), content);
    renameSync(join(folder, '.new'), join(folder, name));
  };
  write(text);
  const dataDir = join(folder, '.data');
  const run = (args: string[], env?: NodeJS.ProcessEnv) =>
    bench.run([...args, '--data-dir', dataDir], env, folder);
  return { folder, write, run, listen: (...args: string[]) => run([...args, ...quiet, '--json']) };
}

const configOf = (target: string, more = '') => `import { defineConfig } from 'hooktap';
export default defineConfig({
  quiet: true,
  endpoints: [
    {
      name: 'orders',
      path: '/orders',
      target: '${target}',
      ${more}
    },
  ],
});
`;

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
    ["retry: 'nobody',", /^hooktap\.config\.ts:9 endpoints\[0\]\.retry: .*'nobody'.*\n$/],
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
      .poll(() => run.stderr, { timeout: 10_000 })
      .toMatch(
        /hooktap\.config\.ts:9 endpoints\[0\]\.timeout: expected a duration.*\nThe configuration from before goes on\./,
      );
    write(configOf('nonsense'));
    await expect
      .poll(() => run.stderr, { timeout: 10_000 })
      .toMatch(/hooktap\.config\.ts:8 endpoints\[0\]\.target: 'nonsense' is not a target/);
    expect(seenBy('second')).toEqual([]);
    write(configOf(portOf('second'), "timeout: '5s',"));
    await expect.poll(() => run.stderr, { timeout: 10_000 }).toContain('has changed and counts from now on');
    const before = answers.length;
    await expect.poll(() => answers.length).toBeGreaterThan(before + 20);
    going = false;
    await Promise.all(senders);

    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(answers.slice(before + senders.length).every(({ text }) => text === 'second')).toBe(true);
    expect(seenBy('first').length + seenBy('second').length).toBe(answers.length);
    expect((await run.stop()).code).toBe(130);
  });

  it('what only a start reads is said', async () => {
    const { listen, write } = project(configOf('3000').replace('quiet: true', 'keepDays: 3'));
    const run = listen();
    await run.ready();
    write(configOf('3001').replace('quiet: true', 'keepDays: 4'));
    await expect
      .poll(() => run.stderr, { timeout: 10_000 })
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
    await expect.poll(async () => (await post(`${receiver}/x`)).text, { timeout: 10_000 }).toBe('first');
    writeFileSync(join(folder, 'target.ts'), `export const target = '${portOf('second')}';\n`);
    await expect.poll(async () => (await post(`${receiver}/x`)).text, { timeout: 10_000 }).toBe('second');
  });
});

it('the doctor says where each value comes from, and what is wrong with the file', async () => {
  const { run, write } = project(configOf('1', "secrets: ['of-the-file'],"));
  const secret = { HOOKTAP_SECRET_ORDERS: 'of-the-environment' };
  const right = await run(['doctor', '/more=2', '--no-tunnel', '--keep-days', '7', '--json'], secret).ended;
  const says = (stdout: string): string[] =>
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { about: string; says: string })
      .map((finding) => `${finding.about}: ${finding.says}`);
  expect(says(right.stdout)).toEqual(
    expect.arrayContaining([
      'setting: keepDays = 7 (--keep-days)',
      'setting: quiet = true (hooktap.config.ts:3)',
      'setting: keepEvents = 10000 (default)',
      'endpoint: orders: /orders → 1, 2 secrets (environment: HOOKTAP_SECRET_ORDERS; hooktap.config.ts:9) (hooktap.config.ts:5)',
      'endpoint: more: /more → 2 (command line)',
    ]),
  );
  expect(right.stdout).not.toMatch(/of-the-(file|environment)/);
  write(configOf('1', 'timout: 1,'));
  const wrong = await run(['doctor', '--no-tunnel', '--json']).ended;
  expect(wrong.code).toBe(1);
  expect(says(wrong.stdout)).toContain(
    "config: hooktap.config.ts:9 endpoints[0].timout: unknown field; did you mean 'timeout'?",
  );
});

it('a pack of the config file recognises its provider; one that cannot be used is said and left out', async () => {
  const { run, listen, write } = project(`export default {
  quiet: true,
  providers: [
    {
      name: 'correio',
      recognise: (head) =>
        head.header('x-correio') === undefined ? null : { confidence: 'certain', reason: 'It has X-Correio.' },
      read: ({ json }) => ({ eventType: json.kind, subject: json.parcel }),
    },
  ],
};
`);
  const first = listen();
  const { receiver } = await first.ready();
  const parcel = {
    method: 'POST',
    headers: { 'X-Correio': '1' },
    body: '{"kind":"arrived","parcel":"BR-7"}',
  };
  await fetch(`${receiver}/in`, parcel);
  await first.seen(/"provider":"correio".*"eventType":"arrived".*"subject":"BR-7"/);
  await first.stop();
  write("export default { quiet: true, providers: [{ name: 'correio' }] };");
  const again = listen();
  await fetch(`${(await again.ready()).receiver}/in`, parcel);
  await again.seen(/"providerReason":"It bears the mark of no known provider/);
  const { stderr } = await again.stop();
  expect(stderr).toContain('The pack "correio": recognise: expected a function');
  expect((await run(['events', '--json']).ended).stdout).toContain('correio');
});

it('a change of a pack, or of a file that it imports, counts at once; a wrong one does not', async () => {
  const config = (what: string) => `import { defineConfig } from 'hooktap';
import { correio } from './correio.ts';
export default defineConfig({
  quiet: true,
  endpoints: [{ name: 'in', path: '/in', provider: 'correio', secrets: ['segredo'], ${what} }],
  providers: [correio],
});
`;
  const { folder, run, listen, write } = project('export default { quiet: true };');
  const file = join(folder, 'correio.ts');
  const pack = (
    field: string,
    more = '',
  ) => `import { bodyHmacScheme, definePack, textAt } from 'hooktap/providers';
export const correio = definePack({
  name: 'correio',
  recognise: (head) =>
    head.header('x-correio') === undefined ? null : { confidence: 'certain' as const, reason: 'It has X-Correio.' },
  read: ({ json }) => ({ eventType: textAt(json, '${field}') }),
  retry: { scheduleMs: [1000], certainty: 'verified' as const, source: 'https://docs.correio.example' },
  eventTypes: [{ name: 'arrived', says: 'A parcel is there.' }],
  schemes: [
    bodyHmacScheme({ name: 'correio', title: 'Correio', docs: '', header: 'X-Correio', prefix: '', encoding: 'hex' }),
  ],
  samples: [
    { eventType: 'arrived', build: (fresh) => ({ headers: [], body: { kind: 'json', value: { kind: 'arrived', id: fresh.token(4) } } }) },
  ],
  ${more}
});
`;
  const running = listen();
  const { receiver } = await running.ready();
  const send = async (name: string) => {
    const body = JSON.stringify({ kind: 'arrived', tipo: 'chegou', name });
    const signature = createHmac('sha256', 'segredo').update(body).digest('hex');
    await fetch(`${receiver}/in/${name}`, { method: 'POST', headers: { 'X-Correio': signature }, body });
  };
  const noticed = (text: string) => expect.poll(() => running.stderr, { timeout: 10_000 }).toContain(text);

  await send('before');
  writeFileSync(file, pack('kind'));
  write(config("retry: 'correio', reply: 'ack'"));
  await noticed('has changed and counts from now on.');
  await send('first');
  await running.seen(/"path":"\/in\/first".*"provider":"correio".*"eventType":"arrived".*"verdict":"valid"/);
  // The commands beside it know it too.
  expect((await run(['trigger', 'correio', 'arrived']).ended).code).toBe(0);
  expect((await run(['providers', 'correio']).ended).stdout).toContain('A parcel is there.');

  writeFileSync(file, pack('kind', 'schemes: 7,'));
  await noticed('The pack "correio": schemes: ');
  await noticed('The configuration from before goes on.');
  await send('second');
  await running.seen(/"path":"\/in\/second".*"provider":"correio".*"eventType":"arrived"/);

  writeFileSync(file, pack('tipo'));
  await expect.poll(() => running.stderr.match(/counts from now on/g)?.length, { timeout: 10_000 }).toBe(2);
  await send('third');
  await running.seen(/"path":"\/in\/third".*"provider":"correio".*"eventType":"chegou"/);

  write('export default { quiet: true };');
  await expect.poll(() => running.stderr.match(/counts from now on/g)?.length, { timeout: 10_000 }).toBe(3);
  await send('fourth');
  await running.seen(/"path":"\/in\/fourth".*"providerReason":"It bears the mark of no known provider/);
  const { stderr } = await running.stop();
  expect(stderr).not.toContain('next start');
});

it('the doctor says what keeps signatures from being checked', async () => {
  const { run } = project(`import { defineConfig } from 'hooktap';
export default defineConfig({
  endpoints: [
    { name: 'pay', path: '/pay', provider: 'stripe' },
    { name: 'strict', path: '/strict', provider: 'github', enforce: true },
    { name: 'svix', path: '/svix', provider: 'svix', secrets: ['not base64!'] },
    { name: 'stripe', path: '/stripe' },
    { name: 'typo', path: '/typo', provider: 'stirpe' },
    { name: 'once', path: '/once', provider: 'slack', secrets: ['s'], dedupe: true },
    { name: 'good', path: '/good', provider: 'slack', secrets: ['s'], dedupe: true, enforce: true },
    { name: 'chat', path: '/chat', provider: 'zapi', dedupe: { key: 'body.messageId' } },
  ],
});
`);
  const { code, stdout } = await run(['doctor', '--no-tunnel', '--json']).ended;
  expect(code).toBe(1);
  const said = stdout
    .split('\n')
    .filter((line) => /"about":"(signature|dedupe)"/.test(line))
    .map((line) => JSON.parse(line) as { ok: boolean; note?: true; says: string })
    .map(({ ok, note, says }) => [ok ? (note ? 'note' : 'ok') : 'bad', says]);
  expect(said).toEqual([
    [
      'note',
      expect.stringMatching(/^pay: Stripe signs .* no secret: none is checked\. Set HOOKTAP_SECRET_PAY/),
    ],
    ['bad', expect.stringMatching(/^strict: GitHub signs .* enforce lets all of them pass\./)],
    ['bad', expect.stringMatching(/^svix: None of its secrets is of the kind that Svix signs with\./)],
    ['note', expect.stringMatching(/^stripe: It is called like a provider .* Write provider: 'stripe'\.$/)],
    ['bad', expect.stringMatching(/^typo: There is no provider 'stirpe'\. Near to it: stripe\./)],
    ['note', expect.stringMatching(/^once: .* Set enforce, or dedupe: \{ deliver: 'all' \}\.$/)],
  ]);
  expect(stdout).not.toContain('not base64');
  expect((await run(['doctor', '--no-tunnel']).ended).stdout).toMatch(/^note signature +pay: /m);
});

it('a sequence of answers has an end', async () => {
  const { listen } = project(configOf('3000', `reply: { sequence: [${'500, '.repeat(101)}] },`));
  const { code, stderr } = await listen().ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(/endpoints\[0\]\.reply.*at most 100 answers/);
});
