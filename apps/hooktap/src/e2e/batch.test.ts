import { expect, it } from 'vitest';
import { startStoryHandler } from '../stories/test-support/story-handler.ts';
import { type RunningHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

/** `HOOKTAP_E2E_BATCH=10000` for the long run. */
const total = Number(process.env['HOOKTAP_E2E_BATCH'] ?? 300);
const limitMs = 30_000 + total * 20;

/** Several senders, so that thousands do not take all day; in the order of their arrival. */
async function captureAll({ receiverPort, output }: RunningHooktap): Promise<string[]> {
  let next = 0;
  const sender = async () => {
    while (next < total) {
      next += 1;
      await send(receiverPort, { target: `/hook/${next}` });
    }
  };
  await Promise.all(Array.from({ length: 4 }, sender));
  let told = 0;
  await output.first('event.captured', () => {
    told += 1;
    return told === total;
  });
  return output.of('event.captured').map(({ event }) => event.requestTarget);
}

it("replays many at the handler's speed, is cancelled half way and goes on where it was", {
  timeout: 2 * limitMs,
}, async ({ annotate }) => {
  await using folder = await temporaryFolder();
  await using handler = await startStoryHandler();
  await using hooktap = await startHooktap({ folder: folder.path, flags: ['--reply', 'ack', '--quiet'] });
  const arrived = await captureAll(hooktap);

  const { client, output } = hooktap;
  const since = performance.now();
  const { id } = await client.startBatch({ q: '', target: handler.url, pace: 'handler' });
  const half = await output.first('batch.progress', ({ batch }) => batch.done >= total / 2.5, limitMs);
  expect(half.batch).toMatchObject({ id, state: 'running', total, remainingMs: expect.any(Number) });
  await client.cancelBatch(id);
  const { batch: cancelled } = await output.first(
    'batch.progress',
    // Told once more when what was under way has ended.
    ({ batch }) => batch.state === 'cancelled' && batch.done === handler.calls.length,
  );
  expect(cancelled.done).toBeLessThan(total);
  expect(handler.targets()).toEqual(arrived.slice(0, cancelled.done));

  const resumed = performance.now();
  await client.resumeBatch(id);
  const { batch: next } = await output.first(
    'batch.progress',
    ({ batch }) => batch.state === 'running' && batch.done > cancelled.done,
  );
  const { batch: done } = await output.first(
    'batch.progress',
    ({ batch }) => batch.state === 'done',
    limitMs,
  );
  const now = performance.now();
  const rate = Math.round((total * 1_000) / (now - since));
  await annotate(
    `${rate} replays a second; with ${total - next.done} to go, ${next.remainingMs} ms were foreseen ` +
      `and ${Math.round(now - resumed)} ms were needed`,
  );
  expect(done).toMatchObject({
    done: total,
    succeeded: total,
    skipped: 0,
    results: [{ before: 'none', after: '200', count: total }],
  });
  expect(handler.targets()).toEqual(arrived);
});
