import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createClient } from '@hooktap/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Bench } from '../test-support/bin.ts';

const bench = new Bench();
let status = 500;
const handler = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(status).end());
});
let dataDir = '';
let project = '';

beforeEach(async () => {
  status = 500;
  await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
  dataDir = bench.folder();
  project = join(bench.folder(), 'pro\u001bject');
  mkdirSync(project);
});
afterEach(async () => {
  await bench.clean();
  handler.closeAllConnections();
  await new Promise((resolve) => handler.close(resolve));
});

it('says red and green at each save, until Ctrl-C', async () => {
  const instance = bench.listen(dataDir, String((handler.address() as AddressInfo).port));
  const { receiver, inspector, token } = await instance.ready();
  const client = createClient({ origin: inspector, token });
  await fetch(`${receiver}/hook`, { method: 'POST', body: '{}' });
  const watching = bench.run(['watch', project, '--q', 'path:/hook', '--data-dir', dataDir]);
  while (watching.stderr === '') await new Promise((resolve) => watching.child.stderr?.once('data', resolve));
  expect(watching.stderr).toContain('pro\\x1bject: at each change the events of');
  writeFileSync(join(project, 'app.ts'), '1');
  await watching.seen(/^\d\d:\d\d:\d\d {2}app\.ts.* {2}0 of 1 as expected$/m);
  await watching.seen(/^ {2}red {2}POST +\/hook {2}500 {2}expected 2xx .*Your handler answered 500\.$/m);
  status = 200;
  writeFileSync(join(project, 'app.ts'), '2');
  await watching.seen(/1 of 1 as expected\n {2}green {2}POST +\/hook {2}200 .*evt_\w{26}$/m);
  expect((await watching.stop()).code).toBe(130);
  expect((await client.replayOnSave()).state).toBe('off');
});

it('needs an instance that runs and a folder that is there', async () => {
  const none = await bench.run(['watch', project, '--data-dir', dataDir]).ended;
  expect([none.code, none.stdout]).toEqual([1, '']);
  expect(none.stderr).toContain('No Hooktap runs for this project');
  await bench.listen(dataDir).ready();
  const absent = await bench.run(['watch', join(project, 'absent'), '--data-dir', dataDir]).ended;
  expect(absent.code).toBe(1);
  expect(absent.stderr).toContain('There is no folder');
});
