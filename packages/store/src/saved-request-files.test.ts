import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SavedRequestRecord } from '@hooktap/core';
import type { EventId, SavedRequestId } from '@hooktap/protocol';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeFiles } from './file-port.ts';
import { savedRequestFiles } from './saved-request-files.ts';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hooktap-saved-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const one = (last: string, name = 'an order'): SavedRequestRecord => ({
  version: 1,
  id: `req_01kbj4q8w2ke0000000000v9d${last}` as SavedRequestId,
  name,
  createdAt: '2026-11-21T12:00:00.000Z',
  updatedAt: '2026-11-21T12:00:00.000Z',
  eventId: 'evt_01kbj4q8w2ke0000000000v9d1' as EventId,
  provider: null,
  eventType: null,
  endpoint: 'default',
  url: 'http://localhost/hook',
  httpVersion: '1.1',
  method: 'POST',
  requestTarget: '/hook',
  rawHeaders: [['X-A', '\u00e9']],
  body: Buffer.from([0, 255, 10]).toString('base64'),
});

it('keeps them over a run, each in a file of its own that only its owner reads', async () => {
  const shelf = savedRequestFiles(dataDir);
  expect(await shelf.all()).toEqual([]);
  expect(await shelf.put(one('1'))).toEqual({ ok: true });
  expect(await shelf.put(one('2'))).toEqual({ ok: true });
  expect(await shelf.put(one('1', 'renamed'))).toEqual({ ok: true });
  expect(await savedRequestFiles(dataDir).all()).toEqual([one('1', 'renamed'), one('2')]);
  const folder = join(dataDir, 'saved-requests');
  if (process.platform !== 'win32') {
    expect((await stat(join(folder, `${one('1').id}.json`))).mode & 0o077).toBe(0);
    expect((await stat(folder)).mode & 0o077).toBe(0);
  }
  expect(await shelf.remove(one('1').id)).toEqual({ ok: true });
  expect(await readdir(folder)).toEqual([`${one('2').id}.json`]);
});

it('leaves out what is damaged or under another name', async () => {
  const shelf = savedRequestFiles(dataDir);
  await shelf.put(one('1'));
  const folder = join(dataDir, 'saved-requests');
  await writeFile(join(folder, `${one('2').id}.json`), '{"version":1');
  await writeFile(join(folder, `${one('3').id}.json`), JSON.stringify(one('1')));
  await writeFile(join(folder, 'readme.json'), JSON.stringify(one('4')));
  expect(await shelf.all()).toEqual([one('1')]);
});

it('is asked for a name that is no id and touches nothing', async () => {
  const shelf = savedRequestFiles(dataDir);
  expect(await shelf.remove('../settings' as SavedRequestId)).toMatchObject({ ok: false });
});

it('says so where it cannot be written, and the old one stays', async () => {
  await savedRequestFiles(dataDir).put(one('1'));
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const shelf = savedRequestFiles(dataDir, {
    ...nodeFiles,
    open: async (path) => ({
      ...(await nodeFiles.open(path)),
      append: async () => {
        throw full;
      },
    }),
  });
  expect(await shelf.put(one('1', 'new'))).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
  expect(await shelf.all()).toEqual([one('1')]);
  expect(await readdir(join(dataDir, 'saved-requests'))).toHaveLength(1);
});
