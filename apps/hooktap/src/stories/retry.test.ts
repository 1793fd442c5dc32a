import { expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/test-support/temporary-folder.ts';
import { answers, neverAnswers, startStoryHandler } from './test-support/story-handler.ts';
import { openRig } from './test-support/story-rig.ts';

const causes = (attempts: readonly { cause: string }[] = []) => attempts.map(({ cause }) => cause);

it('leaves it to the provider where the sender had the answer', async () => {
  await using handler = await startStoryHandler(answers(500, 200));
  await using rig = await openRig({ endpoints: [{ target: handler.url }], timeScale: 1000 });
  expect((await rig.send('/hook')).status).toBe(500);
  const [delivery] = await rig.deliveries('/hook', 'failed', 'retrying', 'succeeded');
  expect(delivery).toMatchObject({ status: 'failed', attempts: [{ number: 1 }] });
});

it('tries again after the waits of a schedule, a thousand times as fast, and then gives up', async () => {
  await using handler = await startStoryHandler(answers(500));
  const retry = { schedule: ['1m', '5m', '15m', '1h'] };
  await using rig = await openRig({
    endpoints: [{ target: handler.url, reply: 'ack', retry }],
    timeScale: 10_000,
  });
  await rig.send('/hook');
  const [delivery] = await rig.deliveries('/hook', 'failed');
  expect(causes(delivery?.attempts)).toEqual(['first', ...Array(4).fill('scheduled')]);
  expect(handler.calls.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);
  const gaps = handler.calls.slice(1).map(({ at }, index) => at - (handler.calls[index]?.at ?? 0));
  for (const [index, least] of [6, 30, 90, 360].entries())
    expect(gaps[index]).toBeGreaterThanOrEqual(least - 2);
  const retrying = rig.changes.flatMap((change) =>
    change.type === 'delivery.updated' && change.delivery.status === 'retrying' ? [change.delivery] : [],
  );
  expect(retrying).toHaveLength(4);
  for (const { nextAttemptAt } of retrying) expect(Date.parse(nextAttemptAt ?? '')).toBeGreaterThan(0);
  expect(delivery?.nextAttemptAt).toBeUndefined();
});

it('waits ever longer, until one succeeds', async () => {
  await using handler = await startStoryHandler(answers(503, 503, 503, 200));
  const retry = { exponential: { initial: '1s', factor: 2, attempts: 5, jitter: 0 } };
  await using rig = await openRig({
    endpoints: [{ target: handler.url, reply: 'ack', retry }],
    timeScale: 50,
  });
  await rig.send('/hook');
  const [delivery] = await rig.deliveries('/hook', 'succeeded');
  expect(delivery?.attempts).toHaveLength(4);
  const [one = 0, two = 0, three = 0, four = 0] = handler.calls.map(({ at }) => at);
  expect(two - one).toBeGreaterThanOrEqual(18);
  expect(three - two).toBeGreaterThanOrEqual(38);
  expect(four - three).toBeGreaterThanOrEqual(78);
});

it('heeds Retry-After', async () => {
  await using handler = await startStoryHandler((_call, response, count) =>
    response.writeHead(count === 1 ? 429 : 200, { 'Retry-After': '10' }).end(),
  );
  const retry = { schedule: ['1s'] };
  await using rig = await openRig({
    endpoints: [{ target: handler.url, reply: 'ack', retry }],
    timeScale: 100,
  });
  await rig.send('/hook');
  await rig.deliveries('/hook', 'succeeded');
  const [one = 0, two = 0] = handler.calls.map(({ at }) => at);
  expect(two - one).toBeGreaterThanOrEqual(98);
});

it.each([400, 401, 404, 410, 422])('takes %i as final', async (status) => {
  await using handler = await startStoryHandler(answers(status));
  await using rig = await openRig({ endpoints: [{ target: handler.url, reply: 'ack' }], timeScale: 100_000 });
  await rig.send('/hook');
  const [delivery] = await rig.deliveries('/hook', 'failed', 'retrying', 'succeeded');
  expect(delivery).toMatchObject({ status: 'failed', attempts: [{ number: 1 }] });
});

it.each([408, 425, 429, 500, 503])('tries %i again', async (status) => {
  await using handler = await startStoryHandler(answers(status, 200));
  await using rig = await openRig({ endpoints: [{ target: handler.url, reply: 'ack' }], timeScale: 100_000 });
  await rig.send('/hook');
  const [delivery] = await rig.deliveries('/hook', 'succeeded');
  expect(causes(delivery?.attempts)).toEqual(['first', 'scheduled']);
});

it('tries again what was not reached or not answered in time', async () => {
  await using slow = await startStoryHandler((_call, response, count) => count > 1 && response.end());
  const retry = { schedule: [10, 10] };
  // Long enough for whoever answers.
  const timeout = 1_000;
  await using rig = await openRig({
    endpoints: [
      { name: 'slow', path: '/slow', target: slow.url, reply: 'ack', timeout, retry },
      { name: 'gone', path: '/gone', target: 'http://127.0.0.1:1', reply: 'ack', retry },
    ],
  });
  await rig.send('/slow');
  await rig.send('/gone');
  const [late] = await rig.deliveries('/slow', 'succeeded');
  expect(late?.attempts[0]?.outcome).toMatchObject({ failure: 'timeout' });
  const [gone] = await rig.deliveries('/gone', 'failed');
  expect(causes(gone?.attempts)).toEqual(['first', 'scheduled', 'scheduled']);
});

it('goes on after a restart, at the time that was set, with the same delivery', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startStoryHandler(answers(500, 200));
  const endpoints = [{ target: handler.url, reply: 'ack' as const, retry: { schedule: [700] } }];
  let due = 0;
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints });
    await rig.send('/hook');
    const [waiting] = await rig.deliveries('/hook', 'retrying');
    due = Date.parse(waiting?.nextAttemptAt ?? '');
  }
  await using rig = await openRig({ dataDir: folder.path, endpoints });
  const [delivery] = await rig.deliveries('/hook', 'succeeded');
  expect(causes(delivery?.attempts)).toEqual(['first', 'scheduled']);
  const [one, two] = handler.calls;
  expect(two).toMatchObject({ deliveryId: one?.deliveryId, attempt: 2 });
  expect(two?.at).toBeGreaterThanOrEqual(due - 1);
});

it('fires no burst for what became due while the machine slept', async () => {
  let [underWay, most] = [0, 0];
  await using handler = await startStoryHandler((_call, response, count) => {
    if (count <= 20) {
      response.writeHead(500).end();
      return;
    }
    underWay += 1;
    most = Math.max(most, underWay);
    setTimeout(() => {
      underWay -= 1;
      response.end();
    }, 5);
  });
  await using folder = await temporaryFolder();
  const endpoints = [{ target: handler.url, reply: 'ack' as const, retry: { schedule: ['1h'] } }];
  const paths = Array.from({ length: 20 }, (_, index) => `/hook/${index}`);
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints });
    for (const path of paths) await rig.send(path);
    for (const path of paths) await rig.deliveries(path, 'retrying');
  }
  const sleptMs = 2 * 3_600_000;
  const clock = { now: () => Date.now() + sleptMs, monotonic: () => performance.now() };
  await using rig = await openRig({ dataDir: folder.path, endpoints, clock });
  for (const path of paths) await rig.deliveries(path, 'succeeded');
  expect(most).toBe(1);
  // Senders that come meanwhile are not put off: the rest of the queue is no hold.
  expect(handler.calls).toHaveLength(40);
});

it('does not keep a sender from the handler while overdue retries go out', async () => {
  await using folder = await temporaryFolder();
  let answering = false;
  const held: (() => void)[] = [];
  await using handler = await startStoryHandler((_call, response, count) => {
    if (count === 1) response.writeHead(500).end();
    else if (answering) response.writeHead(201).end();
    else held.push(() => response.writeHead(201).end());
  });
  const endpoints = [{ target: handler.url, retry: { schedule: ['1h'] } }];
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints });
    await rig.send('/first');
    await rig.deliveries('/first', 'retrying');
  }
  const clock = { now: () => Date.now() + 7_200_000, monotonic: () => performance.now() };
  await using rig = await openRig({ dataDir: folder.path, endpoints, clock });
  await handler.called(2);
  const sending = rig.send('/second');
  await rig.told((change) => change.type === 'event.captured' && change.event.requestTarget === '/second');
  answering = true;
  for (const answer of held) answer();
  expect((await sending).status).toBe(201);
});

it('ends a hanging attempt as a timeout and leaves other endpoints alone', async () => {
  await using hanging = await startStoryHandler(neverAnswers);
  await using quick = await startStoryHandler();
  await using rig = await openRig({
    endpoints: [
      { name: 'a', path: '/a', target: hanging.url, timeout: 3_000, concurrency: 8 },
      { name: 'b', path: '/b', target: quick.url },
    ],
  });
  const stuck = Array.from({ length: 10 }, (_, index) => rig.send(`/a/${index}`));
  for (let index = 0; index < 10; index += 1) {
    await rig.told(
      (change) => change.type === 'event.captured' && change.event.requestTarget === `/a/${index}`,
    );
  }
  await hanging.called(8);
  const got = await rig.send('/b');
  expect(got.status).toBe(200);
  expect(rig.hooktap.inspection.endpoints.get('a')?.queue).toMatchObject({ underWay: 8, waiting: 2 });
  expect((await Promise.all(stuck)).map(({ status }) => status)).toEqual(Array(10).fill(504));
  const [delivery] = await rig.deliveries('/a/9', 'failed');
  expect(delivery?.attempts[0]?.outcome).toMatchObject({ failure: 'timeout' });
});

it('keeps the order asked for: all, or those with the same key', async () => {
  let [underWay, most] = [0, 0];
  await using handler = await startStoryHandler((call, response) => {
    underWay += 1;
    most = Math.max(most, underWay);
    setTimeout(() => {
      underWay -= 1;
      response.writeHead(call.attempt === 1 && call.target.endsWith('/0') ? 500 : 200).end();
    }, 5);
  });
  const retry = { schedule: [40] };
  // Long enough for the next one to come meanwhile.
  const later = { schedule: [600] };
  await using rig = await openRig({
    endpoints: [
      { name: 'line', path: '/line', target: handler.url, reply: 'ack', order: 'fifo', retry },
      {
        name: 'chat',
        path: '/chat',
        target: handler.url,
        reply: 'ack',
        order: { key: 'body.chat' },
        retry: later,
      },
    ],
  });
  const ten = Array.from({ length: 10 }, (_, index) => index);
  await Promise.all(ten.map((index) => rig.send(`/line/${index}`)));
  const order = rig.changes.flatMap((change) =>
    change.type === 'event.captured' ? change.event.requestTarget : [],
  );
  for (const index of ten) await rig.deliveries(`/line/${index}`, 'succeeded');
  expect(most).toBe(1);
  expect(handler.targets().filter((target, index, all) => all.lastIndexOf(target) === index)).toEqual(order);

  for (const index of ten) await rig.send(`/chat/${index}`, JSON.stringify({ chat: index % 2 }));
  for (const index of ten) await rig.deliveries(`/chat/${index}`, 'succeeded');
  const chats = handler.targets().filter((target) => target.startsWith('/chat'));
  const last = chats.filter((target, index) => chats.lastIndexOf(target) === index);
  const ofChat = (chat: number) => last.filter((target) => Number(target.at(-1)) % 2 === chat);
  expect(ofChat(0)).toEqual([0, 2, 4, 6, 8].map((index) => `/chat/${index}`));
  expect(ofChat(1)).toEqual([1, 3, 5, 7, 9].map((index) => `/chat/${index}`));
  expect(chats.indexOf('/chat/1')).toBeLessThan(chats.lastIndexOf('/chat/0'));
});
