import { Batch, BatchRequest, type EventId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { allDone, answered, batchRig, upTo } from './batch-test-rig.ts';
import { ulidSource } from './ids.ts';
import { StoreError } from './store-port.ts';

it('replays what a search finds in the order of arrival', async () => {
  const { batches, start, places } = batchRig({ count: 5 });
  const started = await start({ q: 'type:message.*' });
  expect(started).toMatchObject({ state: 'running', total: 5, done: 0, pace: 'handler' });
  await allDone();
  expect(places()).toEqual([0, 1, 2, 3, 4]);
  expect(batches.get(started.id)).toMatchObject({
    state: 'done',
    done: 5,
    succeeded: 5,
    failed: 0,
    skipped: 0,
  });
});

it('replays ids once each in the order of arrival, whatever order they were given in', async () => {
  const { start, events, places } = batchRig({ count: 5 });
  const [a, , c, , e] = events as [EventId, EventId, EventId, EventId, EventId];
  await start({ q: undefined, ids: [e, a, c, a] });
  await allDone();
  expect(places()).toEqual([0, 2, 4]);
});

it('replays the last so many, the newest first where asked', async () => {
  const { start, places } = batchRig({ count: 10 });
  await start({ q: undefined, last: 3 });
  await allDone();
  await start({ q: undefined, last: 3, order: 'newest-first' });
  await allDone();
  expect(places()).toEqual([7, 8, 9, 9, 8, 7]);
});

it('sends to another target, and refuses one that is none', async () => {
  const { batches, start, sent } = batchRig({ count: 1 });
  const started = await start({ target: 'localhost:4000/other' });
  await allDone();
  expect(started.target).toBe('http://localhost:4000/other');
  expect(sent[0]?.target).toBe('http://localhost:4000/other');
  const refused = await batches.start(BatchRequest.parse({ q: '', target: 'nonsense' }));
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'target-invalid', errors: [{ path: 'target' }] },
  });
});

it('passes on why a query is refused', async () => {
  const error = { code: 'query-invalid', message: 'Unknown field.' } as const;
  const { batches } = batchRig({ context: { select: async () => ({ ok: false, error }) } });
  expect(await batches.start(BatchRequest.parse({ q: 'foo:1' }))).toEqual({ ok: false, error });
  expect(batches.list()).toEqual([]);
});

it('is done at once where nothing is found', async () => {
  const { batches, start } = batchRig({ count: 0 });
  const { id } = await start({});
  await allDone();
  expect(batches.get(id)).toMatchObject({ state: 'done', total: 0, done: 0, results: [] });
});

it('counts what answers what now against before, the most frequent first', async () => {
  const { batches, start } = batchRig({
    count: 10,
    answer: (_id, place) => (place < 3 ? answered(500, '200') : answered(200, place < 9 ? '500' : 'timeout')),
  });
  const { id } = await start({});
  await allDone();
  expect(batches.get(id)).toMatchObject({
    succeeded: 7,
    failed: 3,
    results: [
      { before: '500', after: '200', count: 6 },
      { before: '200', after: '500', count: 3 },
      { before: 'timeout', after: '200', count: 1 },
    ],
  });
});

it('skips and counts what is not sent', async () => {
  const { batches, start } = batchRig({
    count: 4,
    answer: (_id, place) =>
      place % 2 ? { kind: 'skipped', reason: 'It was erased.', code: 'not-found' } : answered(200),
  });
  const { id } = await start({ stopOnFailure: true });
  await allDone();
  expect(batches.get(id)).toMatchObject({ state: 'done', done: 4, succeeded: 2, skipped: 2 });
  const skips = [
    { reason: 'It was erased.', code: 'not-found', count: 2, eventId: expect.stringMatching(/^evt_/) },
  ];
  expect(batches.get(id)?.skips).toEqual(skips);
});

it('tells twenty reasons apart, and counts the others as one', async () => {
  const { batches, start } = batchRig({
    count: 25,
    answer: (_id, place) => ({ kind: 'skipped', reason: `Reason ${place}.` }),
  });
  const { id } = await start({});
  await allDone();
  const { skips = [] } = batches.get(id) ?? {};
  expect(skips).toHaveLength(21);
  expect(skips[0]).toMatchObject({ reason: 'Other reasons.', code: 'other-reasons', count: 5 });
});

it('lets others have their turn between events that need no waiting', async () => {
  const { batches, start, ended } = batchRig({
    count: 5_000,
    answer: () => ({ kind: 'skipped', reason: 'It was erased.' }),
  });
  const { id } = await start({});
  await allDone();
  expect(batches.get(id)?.done).toBeLessThan(1_000);
  expect(await ended(id)).toMatchObject({ state: 'done', skipped: 5_000 });
});

it('stops at the first failure and goes on behind it when resumed', async () => {
  const { batches, start, places } = batchRig({
    count: 6,
    answer: (_id, place) => answered(place === 2 ? 503 : 200),
  });
  const { id } = await start({ stopOnFailure: true });
  await allDone();
  const stopped = batches.get(id);
  expect(stopped).toMatchObject({ state: 'stopped', done: 3, failed: 1 });
  expect(stopped?.reason).toMatch(/^The handler answered 503 to evt_/);
  expect(places()).toEqual([0, 1, 2]);
  expect(await batches.resume(id)).toMatchObject({ ok: true, value: { state: 'running' } });
  await allDone();
  expect(batches.get(id)).toMatchObject({ state: 'done', done: 6 });
  expect(batches.get(id)).not.toHaveProperty('reason');
  expect(places()).toEqual(upTo(6));
});

it('stops where a replay cannot be made at all', async () => {
  const context = { replayOne: () => Promise.reject(new StoreError('disk-full', 'The disk is full.')) };
  const { batches, start } = batchRig({ context });
  const { id } = await start({});
  await allDone();
  expect(batches.get(id)).toMatchObject({ state: 'stopped', skipped: 1 });
  expect(batches.get(id)?.reason).toMatch(/could not be replayed: The disk is full\.$/);
});

it('cancels: what is under way ends as usual, nothing more begins', async () => {
  const { batches, start, time, places } = batchRig({ count: 10, takesMs: 100 });
  const { id } = await start({});
  await time.advance(450);
  expect(await batches.cancel(id)).toMatchObject({ ok: true, value: { state: 'cancelled', done: 4 } });
  expect(await batches.cancel(id)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  await time.advance(5_000);
  expect(batches.get(id)).toMatchObject({ state: 'cancelled', done: 5 });
  expect(places()).toEqual(upTo(5));
});

it('resumes where it was, sending each once, also while the last are still under way', async () => {
  const { batches, start, time, places } = batchRig({ count: 20, takesMs: 100 });
  const { id } = await start({ pace: { rate: 100 } });
  await time.advance(55);
  batches.cancel(id);
  batches.resume(id);
  expect(await batches.resume(id)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  await time.advance(10);
  batches.cancel(id);
  await time.advance(1_000);
  batches.resume(id);
  await time.advance(1_000);
  expect(batches.get(id)).toMatchObject({ state: 'done', done: 20 });
  expect(places()).toEqual(upTo(20));
  expect(await batches.resume(id)).toMatchObject({ ok: false, error: { code: 'conflict' } });
});

it('tells of progress at most every 250 ms, and of each change of state', async () => {
  const { start, time, told } = batchRig({ count: 100, takesMs: 8 });
  await start({});
  await time.advance(2_000);
  expect(told.map(({ state, done }) => `${state} ${done}`)).toEqual([
    'running 0',
    'running 31',
    'running 62',
    'running 93',
    'done 100',
  ]);
  expect(told[0]).not.toHaveProperty('remainingMs');
  expect(told[1]?.remainingMs).toBe(Math.round((250 / 31) * 69));
  expect(told[4]).not.toHaveProperty('remainingMs');
  for (const batch of told) expect(Batch.parse(batch)).toEqual(batch);
});

it('tells the last progress also where nothing follows it for long', async () => {
  const { start, time, told, batches } = batchRig({ count: 2, takesMs: 100 });
  const { id } = await start({ pace: { rate: 0.01 } });
  await time.advance(1_000);
  expect(told.at(-1)).toMatchObject({ state: 'running', done: 1 });
  batches.cancel(id);
});

it('repeats the same trouble with the same seed', async () => {
  const { start, places, batches } = batchRig({ count: 50 });
  const chaos = { duplicate: 0.3, drop: 0.2, reorder: 5 };
  const first = await start({ chaos });
  await allDone();
  const troubled = places().slice();
  expect(first.seed).toBeTypeOf('number');
  expect(first.total).toBe(troubled.length);
  expect(troubled).not.toEqual(upTo(50));
  const second = await start({ chaos: { ...chaos, seed: first.seed } });
  await allDone();
  expect(places().slice(troubled.length)).toEqual(troubled);
  expect(batches.get(second.id)).toMatchObject({ state: 'done', done: troubled.length });
});

it('remembers the last 20, newest first, and forgets none that runs', async () => {
  const { batches, start, time } = batchRig({ count: 1 });
  const running = await start({ pace: { rate: 0.001 }, chaos: { delay: '1h', seed: 1 } });
  const others = [];
  for (let n = 0; n < 25; n++) {
    others.push((await start({})).id);
    await allDone();
  }
  expect(batches.list().map(({ id }) => id)).toEqual([...others.slice(-19).reverse(), running.id]);
  const forgotten = others[0] ?? running.id;
  expect(batches.get(forgotten)).toBeNull();
  expect(await batches.cancel(forgotten)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  await time.advance(3_600_000);
  expect(batches.get(running.id)).toMatchObject({ state: 'done' });
});

it('refuses a 21st that would run beside 20', async () => {
  const { batches, start } = batchRig({ count: 1, takesMs: 1_000 });
  for (let n = 0; n < 20; n++) await start({});
  const refused = await batches.start(BatchRequest.parse({ q: '' }));
  expect(refused).toMatchObject({ ok: false, error: { code: 'conflict' } });
});

it('takes 100,000 events, cancelled half way and resumed', async () => {
  const ids = ulidSource();
  const events = upTo(100_000).map(() => ids.event(Date.now()));
  const stop = { at: 50_000 };
  const rig = batchRig({
    ids,
    events,
    count: events.length,
    answer: (_id, place) => {
      if (place === stop.at) rig.batches.cancel(started.id);
      return answered(200);
    },
  });
  const started = await rig.start({ q: undefined, ids: events });
  expect(await rig.ended(started.id)).toMatchObject({ state: 'cancelled', done: 50_001 });
  rig.batches.resume(started.id);
  expect(await rig.ended(started.id)).toMatchObject({ state: 'done', succeeded: 100_000 });
  expect(rig.places()).toEqual(upTo(100_000));
});
