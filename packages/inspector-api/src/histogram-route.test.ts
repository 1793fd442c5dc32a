import { Histogram } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { sendFile, settled } from './test-support/archive-asking.ts';
import { openRig } from './test-support/inspector-rig.ts';

it('the histogram counts all that is found, in few buckets, also of imported times', async () => {
  await using rig = await openRig();
  const asked = async (query: string) =>
    Histogram.parse(await (await rig.ask(`/api/events/histogram?${query}`)).json());
  expect(await asked('')).toMatchObject({ start: null, counts: [], total: 0 });
  const line = (receivedAt: string, requestTarget: string) =>
    JSON.stringify({
      hooktap: 1,
      receivedAt,
      method: 'POST',
      requestTarget,
      rawHeaders: [],
      body: { text: '' },
    });
  const lines = [
    line('2024-01-01T00:00:10.000Z', '/a'),
    line('2024-01-01T00:00:59.999Z', '/b'),
    line('2024-01-01T00:09:30.000Z', '/a'),
  ];
  expect((await sendFile(rig, lines.join('\n'))).status).toBe(200);
  expect(await asked('buckets=10')).toMatchObject({
    start: '2024-01-01T00:00:00.000Z',
    bucketMs: 60_000,
    counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    failed: new Array(10).fill(0),
    total: 3,
  });
  expect(await asked('q=path:/a&buckets=2')).toMatchObject({ bucketMs: 300_000, counts: [1, 1], total: 2 });
  await rig.capture({ requestTarget: '/now' });
  const all = await asked('buckets=60');
  expect(all.counts.length).toBeLessThanOrEqual(60);
  expect(all.counts.reduce((sum, count) => sum + count, 0)).toBe(4);
  expect((await asked('buckets=1')).counts).toEqual([4]);
  expect((await rig.ask('/api/events/histogram?q=(')).status).toBe(400);
});

it('the histogram tells which of the arrivals failed', async () => {
  await using rig = await openRig({ target: 'http://127.0.0.1:9' });
  const id = await rig.capture({ requestTarget: '/fails' });
  await settled(rig, id);
  const asked = async (q: string) =>
    Histogram.parse(await (await rig.ask(`/api/events/histogram?q=${encodeURIComponent(q)}`)).json());
  expect(await asked('')).toMatchObject({ counts: [1], failed: [1] });
  expect(await asked('path:/fails OR path:/other')).toMatchObject({ counts: [1], failed: [1] });
  expect(await asked('status:succeeded')).toMatchObject({ counts: [], failed: [] });
});
