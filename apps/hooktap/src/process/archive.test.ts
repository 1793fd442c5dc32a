import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, type Ended, type Run } from '../test-support/bin.ts';

const bench = new Bench();
const body = Buffer.from('{"text":"it\'s $(id) `id` \u001b[31m\\n","from":"+5511987654321"}');
let dataDir = '';
let run: Run;

beforeEach(async () => {
  dataDir = bench.folder();
  run = bench.listen(dataDir);
  const { receiver } = await run.ready();
  for (const path of ['/one', '/two?x=[1]&y={2}', '/three']) {
    await fetch(`${receiver}${path}`, { method: 'POST', body, headers: { 'X-Quote': "a'b" } });
  }
});
afterEach(() => bench.clean());

const hooktap = (...args: string[]): Promise<Ended> => bench.run([...args, '--data-dir', dataDir]).ended;

describe.each(['running', 'stopped'])('with the instance %s', (state) => {
  beforeEach(async () => {
    if (state === 'stopped') expect((await run.stop()).code).toBe(130);
  });

  it('goes out to a file of its owner alone and into another project', async () => {
    const file = join(bench.folder(), 'events.ndjson');
    const out = await hooktap('export', '--format', 'ndjson', '--output', file, '--json');
    expect(out).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(out.stdout)).toMatchObject({ type: 'exported', file, events: 3, replaced: {} });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const piped = await hooktap('export', '--format', 'ndjson');
    expect(piped).toMatchObject({ code: 0, stdout: readFileSync(file, 'utf8'), stderr: '' });

    const again = await hooktap('import', file, '--json');
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(again.stdout)).toMatchObject({ imported: 3 });
    const listed = await hooktap('events', '--q', 'via:import', '--json');
    const paths = listed.stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { path: string }).path);
    expect(paths).toEqual(['/three', '/two', '/one']);
    const fresh = join(bench.folder(), 'fresh');
    expect(await bench.run(['import', file, '--data-dir', fresh]).ended).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^3 event\(s\) imported: /),
    });
    const bad = join(bench.folder(), 'bad.ndjson');
    writeFileSync(bad, `${readFileSync(file, 'utf8')}broken\n`);
    const refused = await hooktap('import', bad);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/line 4: It is no JSON: .* The 3 before it were imported\./);
  });

  it('what --safe replaces is told beside the export', async () => {
    const { code, stdout, stderr } = await hooktap('export', '--safe', '--format', 'har', '--q', 'path:/one');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ log: { entries: [{}] } });
    expect(stdout).not.toContain('987654321');
    expect(stderr).toMatch(/^Replaced by stand-ins: .*1 body.* Look before you share\.$/m);
  });
});

it('curl as exported sends the same again', async () => {
  const seen: { url: string | undefined; quote: unknown; body: Buffer }[] = [];
  const handler = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push({ url: request.url, quote: request.headers['x-quote'], body: Buffer.concat(chunks) });
    response.end('ok');
  }).listen(0, '127.0.0.1');
  await once(handler, 'listening');
  const to = `http://127.0.0.1:${(handler.address() as AddressInfo).port}`;
  const { stdout, code } = await hooktap('export', '--format', 'curl', '--to', to);
  expect(code).toBe(0);
  expect(stdout).not.toContain('\u001b');
  await new Promise<void>((resolve, reject) =>
    execFile('bash', ['-euc', stdout], (error) => (error ? reject(error) : resolve())),
  );
  expect(seen).toEqual(['/one', '/two?x=[1]&y={2}', '/three'].map((url) => ({ url, quote: "a'b", body })));
  handler.closeAllConnections();
  handler.close();
});

it.each([
  [['export'], /--format/],
  [['export', '--format', 'docx'], /Allowed choices/],
  [['export', '--format', 'curl', 'evt_1'], /is no event id/],
  [['export', '--format', 'curl', '--to', 'localhost:3000'], /--to takes an origin/],
  [['export', '--format', 'ndjson', '--json'], /--output/],
  [['import', '/nowhere/at/all', '--format', 'xml'], /Allowed choices/],
])('wrong usage: %j', async (args, message) => {
  const { code, stdout, stderr } = await hooktap(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

it('what cannot be done says why', async () => {
  expect((await hooktap('import', '/nowhere/at/all')).stderr).toBe('There is no file /nowhere/at/all.\n');
  const unknown = await hooktap('export', '--format', 'curl', '--q', 'nonsense:1');
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringMatching(/nonsense/) });
  const lost = await hooktap('export', '--format', 'har', '--output', '/nowhere/at/all');
  expect(lost).toMatchObject({ code: 1, stderr: expect.stringMatching(/could not be written/) });
});
