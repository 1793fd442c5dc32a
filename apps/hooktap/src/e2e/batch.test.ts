import type http from 'node:http';
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
  // Twice it answers only when it may, so that a small batch too is seen under way.
  const [half, most] = [Math.round(total * 0.4), Math.round(total * 0.8)];
  const waiting = new Map<number, http.ServerResponse>();
  await using handler = await startStoryHandler((_call, response, count) => {
    if (count === half || count === most) waiting.set(count, response);
    else response.writeHead(200).end();
  });
  await using hooktap = await startHooktap({ folder: folder.path, flags: ['--reply', 'ack', '--quiet'] });
  const arrived = await captureAll(hooktap);

  const { client, output } = hooktap;
  const since = performance.now();
  const { id } = await client.startBatch({ q: '', target: handler.url, pace: 'handler' });
  const running = (done: number) =>
    output.first('batch.progress', ({ batch }) => batch.state === 'running' && batch.done === done, limitMs);
  const { batch: first } = await running(half - 1);
  expect(first).toMatchObject({ id, total, remainingMs: expect.any(Number) });
  await client.cancelBatch(id);
  waiting.get(half)?.writeHead(200).end();
  const { batch: cancelled } = await output.first(
    'batch.progress',
    // Told once more when what was under way has ended.
    ({ batch }) => batch.state === 'cancelled' && batch.done === half,
  );
  expect(cancelled.done).toBe(handler.calls.length);
  expect(handler.targets()).toEqual(arrived.slice(0, half));

  await client.resumeBatch(id);
  const { batch: next } = await running(most - 1);
  const foreseen = performance.now();
  waiting.get(most)?.writeHead(200).end();
  const { batch: done } = await output.first(
    'batch.progress',
    ({ batch }) => batch.state === 'done',
    limitMs,
  );
  const now = performance.now();
  const rate = Math.round((total * 1_000) / (now - since));
  await annotate(
    `${rate} replays a second; with ${total - next.done} to go, ${next.remainingMs} ms were foreseen ` +
      `and ${Math.round(now - foreseen)} ms were needed`,
  );
  expect(done).toMatchObject({
    done: total,
    succeeded: total,
    skipped: 0,
    results: [{ before: 'none', after: '200', count: total }],
  });
  expect(handler.targets()).toEqual(arrived);
});
