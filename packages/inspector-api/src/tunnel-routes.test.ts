import { TunnelReport, TunnelRetry } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { openRig } from './test-support/inspector-rig.ts';

it('says where the tunnel stands before there is one, and has nothing to try', async () => {
  await using rig = await openRig();
  const report = TunnelReport.parse(await (await rig.ask('/api/tunnel')).json());
  expect(report).toMatchObject({ history: [], probes: [], urls: [], sockets: null });
  const retried = await rig.ask('/api/tunnel/retry', { method: 'POST' });
  expect(TunnelRetry.parse(await retried.json())).toEqual({ kind: 'under-way' });
  expect((await rig.ask('/api/tunnel/retry')).status).toBe(405);
});
