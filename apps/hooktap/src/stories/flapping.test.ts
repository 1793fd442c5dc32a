import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { startStoryHandler } from './test-support/story-handler.ts';
import { openRig } from './test-support/story-rig.ts';

it('loses nothing while a handler goes down and comes back under load', async () => {
  const total = 200;
  const first = await startStoryHandler(undefined, await freePort());
  await using rig = await openRig({ endpoints: [{ target: first.url, hold: true }] });
  let next = 0;
  const sender = async () => {
    while (next < total) {
      const number = next;
      next += 1;
      expect((await rig.send(`/hook/${number}`)).status).toBe(200);
      await pause(20);
    }
  };
  const senders = Promise.all(Array.from({ length: 4 }, sender));
  await first.called(40);
  await first.close();
  await rig.told((change) => change.type === 'target.changed' && change.target.health === 'down');
  await rig.until(async () => (rig.hooktap.inspection.endpoints.get('default')?.queue.held ?? 0) >= 20);
  await using second = await startStoryHandler(undefined, first.port);
  await senders;
  for (let number = 0; number < total; number += 1) await rig.deliveries(`/hook/${number}`, 'succeeded');
  const seen = new Set([...first.targets(), ...second.targets()]);
  expect(seen.size).toBe(total);
  // Twice at most what was under way when it went down, with the same delivery and a higher attempt.
  const [before, after] = [new Map(first.calls.map((call) => [call.target, call])), second.calls];
  const again = after.filter(({ target }) => before.has(target));
  expect(again.length).toBeLessThanOrEqual(4);
  for (const { target, deliveryId, attempt } of again) {
    expect(deliveryId).toBe(before.get(target)?.deliveryId);
    expect(attempt).toBeGreaterThan(1);
  }
  expect(new Set(second.targets()).size).toBe(second.calls.length);
});
