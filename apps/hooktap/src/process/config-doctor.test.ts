import { afterEach, expect, it } from 'vitest';
import { Bench } from '../test-support/bin.ts';
import { configOf, configProject } from '../test-support/config-project.ts';

const bench = new Bench();
afterEach(() => bench.clean());

const project = (text: string) => configProject(bench, text);

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

it('the doctor says when senders give up waiting for the handler, and whose deadline that is', async () => {
  const { run } = project(`import { defineConfig } from 'hooktap';
export default defineConfig({
  endpoints: [
    { name: 'chat', path: '/chat', provider: 'slack', target: '1' },
    { name: 'own', path: '/own', provider: 'slack', target: '1', deadline: '8s' },
    { name: 'patient', path: '/patient', provider: 'slack', target: '1', deadline: 'none' },
    { name: 'any', target: '1' },
  ],
});`);
  const { stdout } = await run(['doctor', '--no-tunnel']).ended;
  expect(stdout.split('\n').filter((line) => line.includes('deadline'))).toEqual([
    expect.stringMatching(/^ok +deadline +chat: senders get a 504 after 3 s, as long as slack waits\.$/),
    expect.stringMatching(/^ok +deadline +own: senders get a 504 after 8 s\.$/),
  ]);
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
