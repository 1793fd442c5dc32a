import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '@hooktap/client';
import type { EventId } from '@hooktap/protocol';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Bench, type Ended, type Run } from '../test-support/bin.ts';

const bench = new Bench();
const received: string[] = [];
const handler = createServer((request, response) => {
  request.resume().on('end', () => {
    received.push(`${request.method} ${request.url}`);
    response.writeHead(request.url === '/bad' ? 500 : 200).end();
  });
});
let dataDir = '';
let run: Run;
let eventId: EventId;

beforeEach(async () => {
  received.length = 0;
  await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
  const { port } = handler.address() as AddressInfo;
  dataDir = bench.folder();
  run = bench.listen(dataDir, String(port));
  const { receiver, inspector, token } = await run.ready();
  await fetch(`${receiver}/one`, { method: 'POST', body: '{}' });
  const client = createClient({ origin: inspector, token });
  const { items } = await client.events();
  if (!items[0]) throw new Error('Nothing was captured.');
  eventId = items[0].id;
  await client.saveRequest({ name: 'fine', eventId });
  await client.saveRequest({ name: 'ba\u202ed', eventId, edit: { requestTarget: '/bad' } });
});
afterEach(async () => {
  await bench.clean();
  handler.closeAllConnections();
  await new Promise((resolve) => handler.close(resolve));
});

const hooktap = (...args: string[]): Promise<Ended> => bench.run([...args, '--data-dir', dataDir]).ended;

it.each(['running', 'stopped'])('saved requests are listed and sent with the instance %s', async (state) => {
  if (state === 'stopped') expect((await run.stop()).code).toBe(130);
  const listed = await hooktap('requests');
  expect(listed.code).toBe(0);
  expect(listed.stdout).toMatch(/^ba\\u202ed +POST +\/bad +req_\w{26}\nfine +POST +\/one +req_\w{26}\n$/);
  const sent = await hooktap('send', 'fine');
  expect(sent).toMatchObject({ code: 0, stderr: '' });
  expect(sent.stdout).toMatch(/↻ POST +\/one +200 .* evt_\w{26}\n$/);
  const bad = await hooktap('send', 'ba\u202ed', '--json');
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.stdout)).toMatchObject({ eventId, status: 'failed', edited: true });
  expect(received).toEqual(['POST /one', 'POST /one', 'POST /bad']);
  const unknown = await hooktap('send', 'other');
  expect(unknown).toMatchObject({ code: 1, stdout: '' });
  expect(unknown.stderr).toContain("No request is saved as 'other'. There are 'ba\\u202ed', 'fine'.");
  const left = await hooktap('requests', '--delete', 'fine', '--json');
  expect(JSON.parse(left.stdout)).toMatchObject({ name: 'ba\u202ed', eventId });
});

it('one whose event was deleted makes an event of itself', async () => {
  const { inspector, token } = await run.ready();
  const client = createClient({ origin: inspector, token });
  await client.remove({ ids: [eventId] });
  const sent = await hooktap('send', 'fine');
  expect(sent.code).toBe(0);
  expect(sent.stderr).toMatch(/^Its event was deleted: evt_\w{26} was made from the saved request\.\n$/);
  expect((await client.events()).items).toMatchObject([{ via: 'import', path: '/one' }]);
});
