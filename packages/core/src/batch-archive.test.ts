import { expect, it } from 'vitest';
import { allDone, answered, batchRig, Settings, upTo, VirtualTime } from './batch-test-rig.ts';
import { ulidSource } from './ids.ts';

/** What a `kill -9` leaves: the settings as they are at this moment. */
function killed(settings: Settings): Settings {
  const left = new Settings();
  for (const [name, value] of settings.values) left.values.set(name, value);
  return left;
}

/** A disk that can be told to wait until it is told to write. */
class SlowSettings extends Settings {
  write: () => void = () => {};
  #ready = Promise.resolve();
  wait(): void {
    this.#ready = new Promise((resolve) => {
      this.write = resolve;
    });
  }
  override setSetting = async (name: string, value: string) => {
    await this.#ready;
    this.values.set(name, value);
    return { ok: true } as const;
  };
}

it('goes on after a kill: none lost, at most the last second sent again', async () => {
  const before = batchRig({ count: 100, takesMs: 50 });
  const { id } = await before.start({ chaos: { reorder: 10, duplicate: 0.2, seed: 5 }, stopOnFailure: true });
  await before.time.advance(3_300);
  const after = batchRig({ count: 100, events: before.events, settings: killed(before.settings) });
  expect(after.batches.list()).toHaveLength(1);
  const found = after.batches.get(id);
  expect(found).toMatchObject({ state: 'cancelled', reason: 'Hooktap ended while it ran.', seed: 5 });
  expect(found?.done).toBeGreaterThanOrEqual(40);
  expect(after.sent).toEqual([]);

  after.batches.resume(id);
  await allDone();
  expect(after.batches.get(id)).toMatchObject({ state: 'done', done: found?.total, succeeded: found?.total });
  const whole = batchRig({ count: 100, events: before.events });
  await whole.start({ chaos: { reorder: 10, duplicate: 0.2, seed: 5 } });
  await allDone();
  expect([...before.places().slice(0, found?.done), ...after.places()]).toEqual(whole.places());
  expect(before.places().length - (found?.done ?? 0)).toBeLessThanOrEqual(21);
});

it('ends what runs when Hooktap ends, and goes on after the next start', async () => {
  const before = batchRig({ count: 10, takesMs: 100 });
  const { id } = await before.start({});
  await before.time.advance(450);
  await before.batches.close();
  expect(before.batches.get(id)).toMatchObject({ state: 'cancelled', reason: 'Hooktap ended while it ran.' });
  expect(before.told.at(-1)).toMatchObject({ state: 'cancelled' });
  expect(await before.batches.resume(id)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  await before.time.advance(1_000);
  expect(before.places()).toEqual(upTo(5));

  const after = batchRig({ count: 10, events: before.events, settings: before.settings });
  expect(after.batches.get(id)).toMatchObject({ state: 'cancelled', done: 5 });
  after.batches.resume(id);
  await allDone();
  expect(after.places()).toEqual([5, 6, 7, 8, 9]);
});

it('does not close before the end of a batch is on disk', async () => {
  const settings = new SlowSettings();
  const before = batchRig({ count: 5, answer: () => answered(500), settings, takesMs: 10 });
  const { id } = await before.start({ stopOnFailure: true });
  settings.wait();
  await before.time.advance(10);
  expect(before.told.at(-1)).toMatchObject({ state: 'stopped' });
  const closed = before.batches.close();
  settings.write();
  await closed;
  const after = batchRig({ count: 5, events: before.events, settings });
  expect(after.batches.get(id)).toMatchObject({ state: 'stopped', done: 1, failed: 1 });
});

it('answers a cancel, a resume and a start once they are on disk', async () => {
  const settings = new SlowSettings();
  const before = batchRig({ count: 40, takesMs: 100, settings });
  const answerOf = async <T>(asked: Promise<T>): Promise<T> => {
    let answered = false;
    const answer = asked.finally(() => {
      answered = true;
    });
    await allDone();
    expect(answered).toBe(false);
    settings.write();
    return answer;
  };
  settings.wait();
  const { id } = await answerOf(before.start({}));
  expect(killed(settings).values.get('batches')).toContain(id);
  await before.time.advance(1_550);
  settings.wait();
  expect(await answerOf(before.batches.cancel(id))).toMatchObject({
    value: { state: 'cancelled', done: 15 },
  });
  const left = killed(settings);
  const after = batchRig({ count: 40, events: before.events, settings: left });
  expect(after.batches.get(id)).toMatchObject({ state: 'cancelled', done: 15 });
  expect(after.batches.get(id)?.reason).toBeUndefined();
  await before.time.advance(100);
  settings.wait();
  await answerOf(before.batches.resume(id));
  const again = batchRig({ count: 40, events: before.events, settings: killed(settings) });
  expect(again.batches.get(id)).toMatchObject({ done: 16, reason: 'Hooktap ended while it ran.' });
});

it('keeps the position within a second where the handler hangs afterwards', async () => {
  const time = new VirtualTime();
  const hangs = (id: unknown) => id === before.events[5];
  const before = batchRig({
    time,
    context: {
      replayOne: async (id) => {
        if (hangs(id)) return new Promise(() => {});
        await time.sleep(10, new AbortController().signal);
        return answered(200);
      },
    },
  });
  const { id } = await before.start({});
  await time.advance(1_001);
  const after = batchRig({ events: before.events, settings: killed(before.settings) });
  expect(after.batches.get(id)).toMatchObject({ done: 5 });
});

it('remembers why a batch was stopped, over a restart', async () => {
  const answer = () => answered(500);
  const before = batchRig({ count: 5, answer });
  const { id } = await before.start({ stopOnFailure: true, order: 'newest-first' });
  await allDone();
  const after = batchRig({ count: 5, answer, events: before.events, settings: before.settings });
  expect(after.batches.get(id)).toEqual(before.batches.get(id));
  after.batches.resume(id);
  await allDone();
  expect(after.places()).toEqual([3]);
});

it('leaves nothing behind of a batch that is through', async () => {
  const { start, settings, ended } = batchRig({ count: 1_000 });
  const { id } = await start({});
  expect(await ended(id)).toMatchObject({ state: 'done' });
  expect([...settings.values].filter(([, value]) => value !== '' && value !== '[]')).toEqual([]);
});

it('writes the position once a second, and less often for many events', async () => {
  const writesIn = async (count: number) => {
    const ids = ulidSource();
    const events = upTo(count).map(() => ids.event(Date.now()));
    const { start, time, settings, batches } = batchRig({ count, events, ids, takesMs: 100 });
    const { id } = await start({});
    await time.advance(500);
    const atFirst = settings.writes;
    await time.advance(20_000);
    batches.cancel(id);
    return settings.writes - atFirst;
  };
  const few = await writesIn(1_000);
  expect(few).toBeGreaterThanOrEqual(18);
  expect(few).toBeLessThanOrEqual(21);
  expect(await writesIn(50_000)).toBeLessThanOrEqual(5);
});

it('keeps the newest where there is no room for all, each with its own events', async () => {
  const before = batchRig({ count: 30, takesMs: 1_000 });
  const started = [];
  for (let n = 0; n < 12; n++) {
    started.push((await before.start({ q: undefined, ids: before.events.slice(n, n + 3) })).id);
  }
  await before.time.advance(1);
  const after = batchRig({ count: 30, events: before.events, settings: killed(before.settings) });
  expect(after.batches.list().map(({ id }) => id)).toEqual(started.slice(-8).reverse());
  for (const id of started.slice(-8)) after.batches.resume(id);
  await allDone();
  expect(after.places().toSorted((a, b) => a - b)).toEqual(
    started
      .slice(-8)
      .flatMap((_, n) => [n + 4, n + 5, n + 6])
      .sort((a, b) => a - b),
  );
});

it('does not keep more than 100,000 events', async () => {
  const ids = ulidSource();
  const events = upTo(100_001).map(() => ids.event(Date.now()));
  const { start, settings, batches, time } = batchRig({ count: 100_001, events, ids, takesMs: 1_000 });
  const { id } = await start({});
  await time.advance(5_000);
  expect(await batches.cancel(id)).toMatchObject({ ok: true });
  expect([...settings.values.values()].join('').length).toBeLessThan(10);
});

it('remembers why events were not sent, over a restart', async () => {
  const answer = (_id: unknown, place: number) =>
    place === 1 ? answered(500) : ({ kind: 'skipped', reason: 'It was erased.' } as const);
  const before = batchRig({ count: 5, answer });
  const { id } = await before.start({ stopOnFailure: true });
  await allDone();
  const after = batchRig({ count: 5, answer, events: before.events, settings: before.settings });
  after.batches.resume(id);
  await allDone();
  expect(after.batches.get(id)?.skips).toEqual([
    { reason: 'It was erased.', count: 4, eventId: before.events[0] },
  ]);
});

it('leaves out what is damaged', async () => {
  const before = batchRig({ count: 3, takesMs: 100 });
  await before.start({});
  await before.start({});
  await before.time.advance(1);
  const whole = killed(before.settings);
  const list = JSON.parse(whole.values.get('batches') ?? '[]');

  const one = killed(whole);
  one.values.set('batch-ids:0', 'bat_other:0123');
  expect(batchRig({ settings: one }).batches.list()).toHaveLength(1);
  const two = killed(whole);
  two.values.set('batches', JSON.stringify([{ ...list[0], place: -1 }, 'x', list[1]]));
  expect(batchRig({ settings: two }).batches.list()).toHaveLength(1);
  const three = killed(whole);
  three.values.set('batches', '{"half');
  expect(batchRig({ settings: three }).batches.list()).toEqual([]);
});
