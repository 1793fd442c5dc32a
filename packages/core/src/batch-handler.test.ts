import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Batch, EventId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import type { BatchesContext } from './batch-desk.ts';
import type { BatchedReplay } from './batch-tally.ts';
import { batchRig } from './batch-test-rig.ts';
import { systemSleep } from './batch-wait.ts';
import { systemClock } from './clock.ts';

/** A handler over HTTP that notes the ids it gets and the most requests it had at once. */
async function startHandler(answer: (count: number) => number) {
  const got: string[] = [];
  let [underWay, mostUnderWay] = [0, 0];
  const server = http.createServer(async (request, response) => {
    underWay += 1;
    mostUnderWay = Math.max(mostUnderWay, underWay);
    got.push(String(request.headers['hooktap-event-id']));
    request.resume();
    await once(request, 'end');
    underWay -= 1;
    response.writeHead(answer(got.length)).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const agent = new http.Agent({ keepAlive: true });
  return {
    got,
    mostUnderWay: () => mostUnderWay,
    replayOne: async (id: EventId): Promise<BatchedReplay> => {
      const { port } = server.address() as AddressInfo;
      const headers = { 'Hooktap-Event-Id': id };
      const request = http.request({ host: '127.0.0.1', port, method: 'POST', agent, headers }).end('{}');
      const [response] = (await once(request, 'response')) as [http.IncomingMessage];
      response.resume();
      await once(response, 'end');
      const code = response.statusCode ?? 0;
      return {
        kind: 'settled',
        status: code < 300 ? 'succeeded' : 'failed',
        before: 'none',
        after: String(code),
      };
    },
    async [Symbol.asyncDispose]() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Real time, and a promise of the first progress that satisfies a test. */
function inRealTime(handler: { replayOne: BatchesContext['replayOne'] }, count: number) {
  const listeners = new Set<(batch: Batch) => void>();
  const rig = batchRig({
    count,
    context: {
      clock: systemClock,
      sleep: systemSleep,
      replayOne: handler.replayOne,
      publisher: {
        publish: (change) => {
          if (change.type === 'batch.progress') for (const listener of listeners) listener(change.batch);
        },
      },
    },
  });
  const told = (test: (batch: Batch) => boolean) =>
    new Promise<Batch>((resolve) => listeners.add((batch) => test(batch) && resolve(batch)));
  return { ...rig, told };
}

it('replays at the speed of a handler, is cancelled half way and resumed', async () => {
  const progress = new EventEmitter();
  const halfWay = once(progress, 'half way');
  await using handler = await startHandler((count) => {
    if (count === 500) progress.emit('half way');
    return count % 10 === 0 ? 500 : 200;
  });
  const { batches, start, told, events } = inRealTime(handler, 1_000);
  const { id } = await start({});
  await halfWay;
  const cancelled = told(({ state, done }) => state === 'cancelled' && done >= 500);
  batches.cancel(id);
  expect((await cancelled).done).toBeLessThan(510);
  const done = told(({ state }) => state === 'done');
  batches.resume(id);
  expect(await done).toMatchObject({
    total: 1_000,
    done: 1_000,
    succeeded: 900,
    failed: 100,
    results: [
      { before: 'none', after: '200', count: 900 },
      { before: 'none', after: '500', count: 100 },
    ],
  });
  expect(handler.got).toEqual(events);
  expect(handler.mostUnderWay()).toBe(1);
});

it('sends at a rate beside each other, each once', async () => {
  await using handler = await startHandler(() => 204);
  const { start, told, events } = inRealTime(handler, 300);
  const done = told(({ state }) => state === 'done');
  await start({ pace: { rate: 3_000 } });
  expect(await done).toMatchObject({ succeeded: 300 });
  expect(handler.got.toSorted()).toEqual(events);
  expect(handler.mostUnderWay()).toBeLessThanOrEqual(64);
});
