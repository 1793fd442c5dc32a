import { expect, it } from 'vitest';
import { startStoryHandler } from '../stories/test-support/story-handler.ts';
import { startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

const total = 300;

it("replays many at the handler's speed, is cancelled half way and goes on where it was", {
  timeout: 60_000,
}, async ({ annotate }) => {
  await using folder = await temporaryFolder();
  await using handler = await startStoryHandler();
  await using hooktap = await startHooktap({ folder: folder.path, flags: ['--reply', 'ack', '--quiet'] });
  for (let number = 0; number < total; number += 1) {
    await send(hooktap.receiverPort, { target: `/hook/${number}` });
  }

  const { client, output } = hooktap;
  const since = performance.now();
  const { id } = await client.startBatch({ q: '', target: handler.url, pace: 'handler' });
  const half = await output.first('batch.progress', ({ batch }) => batch.done >= total / 3);
  expect(half.batch).toMatchObject({ id, state: 'running', total, remainingMs: expect.any(Number) });
  await client.cancelBatch(id);
  const { batch: cancelled } = await output.first(
    'batch.progress',
    // Told once more when what was under way has ended.
    ({ batch }) => batch.state === 'cancelled' && batch.done === handler.calls.length,
  );
  expect(cancelled.done).toBeLessThan(total);

  await client.resumeBatch(id);
  const { batch: done } = await output.first('batch.progress', ({ batch }) => batch.state === 'done', 30_000);
  await annotate(`${Math.round((total * 1_000) / (performance.now() - since))} replays a second`);
  expect(done).toMatchObject({
    done: total,
    succeeded: total,
    results: [{ before: 'none', after: '200', count: total }],
  });
  expect(handler.targets()).toEqual(Array.from({ length: total }, (_, number) => `/hook/${number}`));
});
