import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FilePort, nodeFiles } from '@hooktap/store';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startStoryHandler } from './test-support/story-handler.ts';
import { openRig } from './test-support/story-rig.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hooktap-full-disk-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const noSpace = () => Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });

/** While it is full no record finds room; `refused` tells of what did not. */
function smallDisk() {
  const disk = { isFull: false, hasNoRoomForBodies: false, refused: new EventEmitter() };
  const file: FilePort = {
    ...nodeFiles,
    async open(path) {
      if (disk.hasNoRoomForBodies && path.includes('blobs')) throw noSpace();
      const opened = await nodeFiles.open(path);
      if (!path.endsWith('.ndjson')) return opened;
      return {
        ...opened,
        appendNow(bytes) {
          if (!disk.isFull) return opened.appendNow(bytes);
          disk.refused.emit('write', bytes.toString());
          throw noSpace();
        },
      };
    },
  };
  return { disk, file };
}

/** Three events wait, the disk becomes full, and they may go. */
async function startFull(url: string) {
  const { disk, file } = smallDisk();
  const rig = await openRig({ endpoints: [{ target: url, reply: 'ack' }], dataDir, file });
  const { endpoints } = rig.hooktap.inspection;
  await endpoints.change('default', 'pause');
  for (const path of ['/1', '/2', '/3']) {
    await rig.send(path);
    await rig.deliveries(path, 'held');
  }
  disk.isFull = true;
  const refused = once(disk.refused, 'write');
  await endpoints.change('default', 'resume');
  await refused;
  return { rig, disk };
}

it('nothing goes to a handler while that cannot be put on record; then all of it, once and in order', async () => {
  await using handler = await startStoryHandler();
  const { rig, disk } = await startFull(handler.url);
  await using _closing = rig;
  await once(disk.refused, 'write');
  expect(handler.calls).toEqual([]);
  const { status } = rig.hooktap.inspection;
  expect(status().warningParts).toMatchObject([[{ code: 'store-delays' }]]);
  disk.isFull = false;
  for (const path of ['/1', '/2', '/3']) {
    const [delivery] = await rig.deliveries(path, 'succeeded');
    expect(delivery?.attempts).toHaveLength(1);
  }
  expect(handler.targets()).toEqual(['/1', '/2', '/3']);
  await expect.poll(() => status().warnings).toEqual([]);
});

it('what waits for the disk is held where its endpoint is paused meanwhile, and cancelled where a person says so', async () => {
  await using handler = await startStoryHandler();
  const { rig, disk } = await startFull(handler.url);
  await using _closing = rig;
  const { endpoints, deliveries } = rig.hooktap.inspection;
  await endpoints.change('default', 'pause');
  const [first] = await rig.deliveries('/1', 'held', 'pending');
  if (!first) throw new Error('There is no delivery.');
  const refused = once(disk.refused, 'write');
  const cancelling = deliveries.cancel(first.id);
  await refused;
  disk.isFull = false;
  expect(await cancelling).toMatchObject({ ok: true, value: { delivery: { status: 'cancelled' } } });
  await expect.poll(() => rig.hooktap.inspection.status().warnings).toEqual([]);
  expect(handler.calls).toEqual([]);
  disk.isFull = false;
  await endpoints.change('default', 'resume');
  for (const path of ['/2', '/3']) await rig.deliveries(path, 'succeeded');
  expect(handler.targets().toSorted()).toEqual(['/2', '/3']);
});

it('a cancel that comes after the answer does not take its record away', async () => {
  const { disk, file } = smallDisk();
  await using handler = await startStoryHandler((_call, response) => {
    disk.isFull = true;
    response.end('taken');
  });
  await using rig = await openRig({ endpoints: [{ target: handler.url, reply: 'ack' }], dataDir, file });
  const refused = once(disk.refused, 'write');
  await rig.send('/1');
  await refused;
  const [delivery] = (await rig.event('/1')).deliveries;
  if (!delivery) throw new Error('There is no delivery.');
  const cancelling = rig.hooktap.inspection.deliveries.cancel(delivery.id);
  disk.isFull = false;
  await cancelling;
  const [settled] = await rig.deliveries('/1', 'succeeded', 'cancelled');
  expect(settled?.attempts).toHaveLength(1);
});

it('what a handler answered while the disk was full is on record once there is room, and is not sent again', async () => {
  const { disk, file } = smallDisk();
  await using handler = await startStoryHandler((_call, response) => {
    disk.isFull = true;
    response.end('taken');
  });
  disk.refused.on('write', (lines: string) => {
    if (lines.includes('"taken"')) disk.isFull = false;
  });
  await using rig = await openRig({ endpoints: [{ target: handler.url, reply: 'ack' }], dataDir, file });
  await rig.send('/1');
  const [delivery] = await rig.deliveries('/1', 'succeeded');
  expect(delivery?.attempts).toHaveLength(1);
  expect(handler.calls).toHaveLength(1);
});

it('a stop does not wait for room, and the next start goes on', async () => {
  await using handler = await startStoryHandler();
  const { rig } = await startFull(handler.url);
  await rig.close();
  expect(handler.calls).toEqual([]);
  await using again = await openRig({ endpoints: [{ target: handler.url, reply: 'ack' }], dataDir });
  await again.deliveries('/3', 'succeeded');
  expect(handler.targets()).toEqual(['/1', '/2', '/3']);
});

it('a large answer for which there is no room is an answer all the same, and is asked for once', async () => {
  const { disk, file } = smallDisk();
  await using handler = await startStoryHandler((_call, response) => response.end('x'.repeat(200_000)));
  await using rig = await openRig({ endpoints: [{ target: handler.url, reply: 'ack' }], dataDir, file });
  disk.hasNoRoomForBodies = true;
  await rig.send('/1');
  const [delivery] = await rig.deliveries('/1', 'succeeded');
  expect(delivery?.attempts).toMatchObject([
    { outcome: { kind: 'responded', statusCode: 200, body: { size: 0, state: 'truncated' } } },
  ]);
  expect(handler.calls).toHaveLength(1);
});
