import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Bench } from '../test-support/bin.ts';

const bench = new Bench();
afterEach(() => bench.clean());

let dataDir = '';
const hooktap = (...args: string[]) => bench.run([...args, '--data-dir', dataDir]).ended;

/** Of three events, the one in the middle cannot be read. */
beforeEach(async () => {
  dataDir = bench.folder();
  const run = bench.listen(dataDir);
  const { receiver } = await run.ready();
  for (const path of ['/one', '/two', '/three']) {
    expect((await fetch(`${receiver}${path}`, { method: 'POST' })).status).toBe(200);
  }
  expect((await run.stop()).code).toBe(130);
  const segment = join(dataDir, 'segments', '000001.ndjson');
  const text = readFileSync(segment, 'utf8');
  expect(text).toContain('"/two"');
  writeFileSync(segment, text.replace('"/two"', '"/tw\u0000"'));
  for (const shortcut of ['manifest', '000001.index', '000001.facts', '000001.text', '000001.deliveries']) {
    rmSync(join(dataDir, 'segments', shortcut), { force: true });
  }
});

const warning = (): string => `Warning: ${join(dataDir, 'segments', '000001.ndjson')} was damaged: `;

it.each([
  ['events', '--limit', '1'],
  ['events', '--json'],
  ['deliveries', '--json'],
  ['export', '--format', 'ndjson'],
  ['register', '--json'],
  ['trigger', 'github', 'push', '--to', 'http://127.0.0.1:1/'],
])('is told by whoever opens the store first, once: %s %s %s', async (...args) => {
  const { stdout, stderr } = await hooktap(...args);
  expect(stderr.split(warning())).toHaveLength(2);
  expect(stdout).not.toContain('damaged');
  expect((await hooktap('events')).stderr).not.toContain('Warning');
});

it('is still known to the doctor, as no fault', async () => {
  expect((await hooktap('events')).code).toBe(0);
  const { stdout, code } = await hooktap('doctor', '--no-tunnel', '--json');
  expect(code).toBe(0);
  const findings = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { about: string; says: string });
  expect(findings.find(({ about }) => about === 'damaged')).toMatchObject({
    ok: true,
    note: true,
    says: expect.stringMatching(
      /^One file with unreadable lines of events, of \d{4}-.*Z, set aside in \S+damaged\. Look into/,
    ),
  });
});

it('is a fault where the doctor meets it itself', async () => {
  const { stdout, code } = await hooktap('doctor', '--no-tunnel');
  expect(code).toBe(1);
  expect(stdout).toMatch(/BAD {2}store .*was damaged: 1 unreadable/);
  expect(stdout).not.toMatch(/note damaged/);
});
