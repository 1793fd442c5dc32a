import { expect, it } from 'vitest';
import { answers, neverAnswers, startStoryHandler } from './test-support/story-handler.ts';
import { openRig } from './test-support/story-rig.ts';

it("passes on the handler's own answer, and records it", async () => {
  await using handler = await startStoryHandler((_call, response) =>
    response.writeHead(418, { 'X-Pot': 'tea' }).end('short and stout'),
  );
  await using rig = await openRig({ endpoints: [{ target: handler.url }] });
  const got = await rig.send('/hook');
  expect(got).toMatchObject({ status: 418, text: 'short and stout' });
  expect(got.headers.get('x-pot')).toBe('tea');
  const [delivery] = await rig.deliveries('/hook', 'failed');
  expect(delivery).toMatchObject({ cause: 'arrival', attempts: [{ number: 1, cause: 'first' }] });
  await rig.told((change) => change.type === 'event.updated' && change.event.reply?.source === 'handler');
  expect(handler.calls[0]).toMatchObject({ deliveryId: delivery?.id, attempt: 1 });
});

it('acknowledges at once and delivers nevertheless', async () => {
  await using handler = await startStoryHandler();
  await using rig = await openRig({ endpoints: [{ target: handler.url, reply: 'ack' }] });
  expect(await rig.send('/hook', '{"a":1}')).toMatchObject({ status: 200, text: 'ok\n' });
  const [delivery] = await rig.deliveries('/hook', 'succeeded');
  expect(delivery).toMatchObject({ promised: true });
  expect(handler.calls[0]).toMatchObject({ body: '{"a":1}' });
  expect(await rig.event('/hook')).toMatchObject({ reply: { statusCode: 200, source: 'ack' } });
});

it('gives one answer of its own, with headers, body and delay', async () => {
  await using handler = await startStoryHandler();
  const reply = { status: 202, headers: { 'X-Fixed': 'yes' }, body: 'grüße', delay: 50 };
  await using rig = await openRig({ endpoints: [{ target: handler.url, reply }] });
  const from = performance.now();
  const got = await rig.send('/hook');
  expect(performance.now() - from).toBeGreaterThanOrEqual(48);
  expect(got).toMatchObject({ status: 202, text: 'grüße' });
  expect(got.headers.get('x-fixed')).toBe('yes');
  await rig.deliveries('/hook', 'succeeded');
  expect(await rig.event('/hook')).toMatchObject({ reply: { statusCode: 202, source: 'fixed' } });
});

it('gives no answer early whose delay is longer than any timer', async () => {
  await using rig = await openRig({ endpoints: [{ reply: { status: 200, delay: '90d' } }] });
  await expect(rig.send('/hook', '', { signal: AbortSignal.timeout(200) })).rejects.toThrow('timeout');
  const reply = await rig.until(async () => (await rig.event('/hook')).reply);
  expect(reply).toMatchObject({ source: 'sender-gone' });
});

it('gives a series of answers, the last one for all that follow', async () => {
  await using rig = await openRig({
    endpoints: [{ reply: { sequence: [500, { status: 503, body: 'busy' }, 204] } }],
  });
  const answers: [number, string][] = [];
  for (const path of ['/1', '/2', '/3', '/4']) {
    const { status, text } = await rig.send(path);
    answers.push([status, text]);
  }
  // What was given no body has none.
  expect(answers).toEqual([
    [500, ''],
    [503, 'busy'],
    [204, ''],
    [204, ''],
  ]);
  expect(await rig.event('/2')).toMatchObject({ delivery: null, reply: { source: 'sequence' } });
});

it('lets the sender of a slow handler wait until the deadline, and the attempt go on', async () => {
  let release = (): void => {};
  await using handler = await startStoryHandler((_call, response) => {
    release = () => void response.writeHead(201).end('late');
  });
  await using rig = await openRig({ endpoints: [{ target: handler.url, deadline: 60 }] });
  expect(await rig.send('/hook')).toMatchObject({ status: 504 });
  await rig.told((change) => change.type === 'event.updated' && change.event.reply?.source === 'timeout');
  release();
  const [delivery] = await rig.deliveries('/hook', 'succeeded');
  expect(delivery?.attempts[0]?.outcome).toMatchObject({ kind: 'responded', statusCode: 201 });
  expect(await rig.event('/hook')).toMatchObject({ reply: { statusCode: 504, source: 'timeout' } });
});

it('tells a sender that the handler is not there, or did not answer in time', async () => {
  await using handler = await startStoryHandler(neverAnswers);
  await using rig = await openRig({
    endpoints: [
      { name: 'gone', path: '/gone', target: 'http://127.0.0.1:1' },
      { name: 'slow', path: '/slow', target: handler.url, timeout: 50 },
    ],
  });
  expect(await rig.send('/gone')).toMatchObject({ status: 502 });
  expect(await rig.send('/slow')).toMatchObject({ status: 504 });
  const [gone] = await rig.deliveries('/gone', 'failed');
  const [slow] = await rig.deliveries('/slow', 'failed');
  expect(gone?.attempts[0]?.outcome).toMatchObject({ failure: 'connection-refused' });
  expect(slow?.attempts[0]?.outcome).toMatchObject({ failure: 'timeout' });
});

it('answers 502 for what cannot be passed on, and leaves no sender waiting', async () => {
  await using handler = await startStoryHandler((_call, response) => {
    response.socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok');
  });
  await using rig = await openRig({ endpoints: [{ target: handler.url }] });
  expect((await rig.send('/hook')).status).toBe(502);
  const [delivery] = await rig.deliveries('/hook', 'failed');
  expect(delivery?.attempts[0]?.outcome).toMatchObject({ kind: 'failed', failure: 'unparseable' });
});

it('delivers to every target: the first answers, the worst is shown', async () => {
  await using first = await startStoryHandler(answers(201));
  await using second = await startStoryHandler(answers(200));
  await using third = await startStoryHandler(answers(400));
  await using rig = await openRig({ endpoints: [{ targets: [first.url, second.url, third.url] }] });
  expect((await rig.send('/hook')).status).toBe(201);
  const all = await rig.deliveries('/hook', 'succeeded', 'failed');
  expect(all.map(({ target, status }) => [target, status])).toEqual([
    [first.url, 'succeeded'],
    [second.url, 'succeeded'],
    [third.url, 'failed'],
  ]);
  expect((await rig.event('/hook')).delivery).toMatchObject({ status: 'failed', lastStatusCode: 400 });
});
