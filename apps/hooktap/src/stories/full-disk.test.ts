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

/** While it is full no record finds room; `refused` tells of what did not. */
function smallDisk() {
  const disk = { isFull: false, refused: new EventEmitter() };
  const file: FilePort = {
    ...nodeFiles,
    async open(path) {
      const opened = await nodeFiles.open(path);
      if (!path.endsWith('.ndjson')) return opened;
      return {
        ...opened,
        appendNow(bytes) {
          if (!disk.isFull) return opened.appendNow(bytes);
          disk.refused.emit('write', bytes.toString());
          throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
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
  disk.isFull = false;
  for (const path of ['/1', '/2', '/3']) {
    const [delivery] = await rig.deliveries(path, 'succeeded');
    expect(delivery?.attempts).toHaveLength(1);
  }
  expect(handler.targets()).toEqual(['/1', '/2', '/3']);
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
