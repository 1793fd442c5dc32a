import type { Delivery } from '@hooktap/protocol';
import { freePort } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { type Call, startStoryHandler } from '../stories/test-support/story-handler.ts';
import { type RunningHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

const total = 150;
const target = (number: number) => `/hook/${number}`;

async function deliveriesOf({ client }: RunningHooktap): Promise<Map<string, Delivery>> {
  const found = new Map<string, Delivery>();
  const { items } = await client.events({ limit: 500 });
  for (const { id, requestTarget } of items) {
    const [delivery] = (await client.event(id)).deliveries;
    if (delivery) found.set(requestTarget, delivery);
  }
  return found;
}

it('loses nothing of what it held when it is killed while it delivers that', {
  timeout: 240_000,
}, async () => {
  await using folder = await temporaryFolder();
  const port = await freePort();
  const start = () =>
    startHooktap({ folder: folder.path, target: String(port), flags: ['--hold', '--quiet'] });
  {
    await using hooktap = await start();
    for (let number = 0; number < total; number += 1) {
      expect((await send(hooktap.receiverPort, { target: target(number) })).statusCode).toBe(200);
    }
    await hooktap.kill();
  }
  const answer = (_call: Call, response: { end(): unknown }) => setTimeout(() => response.end(), 4);
  await using handler = await startStoryHandler(answer, port);
  for (const kills of [40, 90]) {
    await using hooktap = await start();
    await handler.called(kills);
    await hooktap.kill();
  }
  await using hooktap = await start();
  while (new Set(handler.targets()).size < total) await handler.called(handler.calls.length + 1);
  await hooktap.output.first('delivery.updated', ({ delivery }) => {
    return delivery.id === handler.calls.at(-1)?.deliveryId && delivery.status === 'succeeded';
  });

  const deliveries = await deliveriesOf(hooktap);
  expect([...deliveries.values()].filter(({ status }) => status !== 'succeeded')).toEqual([]);
  const firsts = handler.targets().filter((one, index, all) => all.indexOf(one) === index);
  expect(firsts).toEqual(Array.from({ length: total }, (_, number) => target(number)));

  // What was in flight at a kill may come twice: the same delivery, a higher attempt, the lost one on record.
  const again = handler.calls.filter(
    (call, index) => firsts.includes(call.target) && handler.targets().indexOf(call.target) !== index,
  );
  expect(again.length).toBeLessThanOrEqual(2);
  for (const call of again) {
    const [first] = handler.calls.filter((one) => one.target === call.target);
    expect(call.deliveryId).toBe(first?.deliveryId);
    expect(call.attempt).toBeGreaterThan(first?.attempt ?? 0);
    const delivery = deliveries.get(call.target);
    expect(
      delivery?.attempts.map(({ outcome, cause }) => [
        cause,
        outcome.kind === 'failed' ? outcome.failure : outcome.kind,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [expect.anything(), 'aborted'],
        ['recovered', 'responded'],
      ]),
    );
  }
});
