import type { DeliveryId, EventId } from '@hooktap/protocol';
import { afterEach, expect, it, vi } from 'vitest';
import { systemClock } from './clock.ts';
import { type Duty, newDuty, type Settled, type Waiter } from './duty.ts';
import { Lane } from './lane.ts';
import type { Admission } from './lane-context.ts';
import { callbacks } from './say.ts';
import { parseTarget } from './target.ts';

const parsed = parseTarget('3000');
if (!parsed.ok) throw new Error(parsed.message);
const { target } = parsed;

const duty = (seq: number, known: Partial<Duty> = {}): Duty =>
  newDuty({ id: `dlv_${seq}` as DeliveryId, eventId: `evt_${seq}` as EventId, seq, since: 0, ...known });

/** A lane whose attempts end when the test says so. */
function laneRig({ concurrency = 8, clock = systemClock } = {}) {
  const flying = new Map<
    number,
    { settle(settled: Settled): void; fail(bug: Error): void; ending: AbortController }
  >();
  const begun: number[] = [];
  const noted: [number, string][] = [];
  const settled: [number, string][] = [];
  const switches = { admission: 'deliver' as Admission, open: true };
  const lane = new Lane({
    endpoint: 'default',
    target,
    clock,
    isOpen: () => switches.open,
    concurrency: () => concurrency,
    admission: () => switches.admission,
    run: ({ seq }, ending) => {
      begun.push(seq);
      return new Promise((settle, fail) => flying.set(seq, { settle, fail, ending }));
    },
    note: ({ seq }, { status }) => void noted.push([seq, status]),
    settled: ({ seq }, { status }) => void settled.push([seq, status]),
  });
  const end = async (seq: number, status: Settled['status'], nextAttemptAt?: number) => {
    flying.get(seq)?.settle({ status, ...(nextAttemptAt !== undefined && { nextAttemptAt }) });
    await new Promise(setImmediate);
  };
  return { lane, flying, begun, noted, settled, switches, end };
}

afterEach(() => vi.restoreAllMocks());

it('begins in the order of events, as many at a time as it may', async () => {
  const { lane, begun, end } = laneRig({ concurrency: 2 });
  for (const seq of [3, 5, 1, 4]) lane.add(duty(seq));
  expect(begun).toEqual([3, 5]);
  await end(3, 'succeeded');
  await end(5, 'failed');
  expect(begun).toEqual([3, 5, 1, 4]);
  await end(1, 'succeeded');
  await end(4, 'succeeded');
  expect(lane.isIdle).toBe(true);
});

it('loses no slot to a bug', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { lane, flying, begun, noted, settled } = laneRig({ concurrency: 1 });
  lane.add(duty(1, { key: '' }));
  lane.add(duty(2, { key: '' }));
  flying.get(1)?.fail(new Error('a bug'));
  await new Promise(setImmediate);
  expect(begun).toEqual([1, 2]);
  expect(noted).toEqual([[1, 'failed']]);
  expect(settled).toEqual([[1, 'failed']]);
  expect(told).toHaveBeenCalledOnce();
});

it('sends what was kept back one by one, and what comes then behind it', async () => {
  const { lane, begun, switches, end, noted } = laneRig();
  switches.admission = 'hold';
  for (const seq of [1, 2, 3]) lane.add(duty(seq));
  expect(noted).toEqual([
    [1, 'held'],
    [2, 'held'],
    [3, 'held'],
  ]);
  expect(lane.queue()).toMatchObject({ held: 3, underWay: 0 });
  switches.admission = 'deliver';
  lane.reconsider();
  expect(begun).toEqual([1]);
  expect(lane.admission()).toBe('hold');
  await end(1, 'succeeded');
  await end(2, 'succeeded');
  // The last one is under way: what comes now waits for it, but is not held.
  expect(lane.admission()).toBe('deliver');
  expect(lane.hasRoom()).toBe(false);
  lane.add(duty(4));
  expect(begun).toEqual([1, 2, 3]);
  await end(3, 'succeeded');
  expect(begun).toEqual([1, 2, 3, 4]);
});

it('sends more at a time of what was kept back where it does not catch up one by one', async () => {
  let now = 0;
  const { lane, begun, switches, end } = laneRig({ clock: { ...systemClock, monotonic: () => now } });
  switches.admission = 'hold';
  for (let seq = 1; seq <= 20; seq += 1) lane.add(duty(seq));
  switches.admission = 'deliver';
  lane.reconsider();
  // Each takes six seconds, and two come in that time.
  const turn = async (seq: number) => {
    for (const next of [18 + 2 * seq + 1, 18 + 2 * seq + 2]) lane.add(duty(next));
    now += 6_000;
    await end(seq, 'succeeded');
  };
  await turn(1);
  await turn(2);
  expect(begun).toEqual([1, 2, 3]);
  await turn(3);
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  // A handler that is down again is tried with one.
  await end(4, 'held');
  await end(5, 'held');
  lane.wake();
  expect(begun).toEqual([1, 2, 3, 4, 5, 4]);
});

it('promises what it keeps back or puts off, so that a stop does not end it', async () => {
  const { lane, end } = laneRig();
  const [held, retrying] = [duty(1, { promised: false }), duty(2, { promised: false })];
  lane.add(held);
  lane.add(retrying);
  await end(1, 'held');
  await end(2, 'retrying', Date.now() + 60_000);
  expect(lane.queue()).toMatchObject({ held: 1, retrying: 1 });
  expect([held.promised, retrying.promised]).toEqual([true, true]);
  await lane.stop();
});

it('keeps those with the key of one that is put off waiting', async () => {
  const { lane, begun, end } = laneRig();
  for (const seq of [1, 2]) lane.add(duty(seq, { key: 'a' }));
  lane.add(duty(3, { key: 'b' }));
  expect(begun).toEqual([1, 3]);
  await end(1, 'retrying', Date.now() + 60_000);
  expect(begun).toEqual([1, 3]);
  expect(lane.take('dlv_1' as DeliveryId)).toMatchObject({ seq: 1 });
  lane.pump();
  expect(begun).toEqual([1, 3, 2]);
  await lane.stop();
});

it('lets a person have one out of a very long line, wherever it waits', async () => {
  const { lane, switches, begun } = laneRig();
  switches.admission = 'hold';
  const count = 50_000;
  for (let seq = 1; seq <= count; seq += 1) lane.add(duty(seq));
  const asked = lane.take(`dlv_${count / 2}` as DeliveryId);
  expect(asked).toMatchObject({ seq: count / 2 });
  if (asked) lane.ask(asked);
  expect(begun).toEqual([count / 2]);
  expect(lane.takeAll(callbacks.sentence('endpoint-gone', { endpoint: 'a' }))).toHaveLength(count - 1);
  expect(lane.queue()).toMatchObject({ held: 0, waiting: 0, underWay: 1 });
});

it('begins nothing before it is open, and nothing after it has stopped', async () => {
  const { lane, begun, switches, end } = laneRig({ concurrency: 1 });
  switches.open = false;
  const stopped = vi.fn(async () => undefined);
  lane.add(duty(1));
  lane.add(duty(2, { waiter: { stop: stopped } as Partial<Waiter> as Waiter }));
  expect(begun).toEqual([]);
  switches.open = true;
  lane.pump();
  expect(begun).toEqual([1]);
  await lane.stop();
  expect(stopped).toHaveBeenCalledOnce();
  await end(1, 'succeeded');
  expect(begun).toEqual([1]);
});

it('ends what a handler drops every time while it answers others, and goes on', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { lane, begun, flying, noted, settled, end } = laneRig();
  const drop = async (seq: number) => {
    flying.get(seq)?.settle({ status: 'held', dropped: true });
    await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(60_000);
  };
  lane.add(duty(1, { key: '' }));
  for (let time = 1; time < 5; time += 1) await drop(1);
  for (const seq of [2, 3]) lane.add(duty(seq, { key: '' }));
  expect(begun).toEqual([1, 1, 1, 1, 1]);
  await drop(1);
  expect(begun.slice(5)).toEqual([2]);
  // It drops that one as well: it is the handler, and the order is as it was.
  await drop(2);
  expect(begun.slice(5)).toEqual([2, 1]);
  for (let time = 1; time < 5; time += 1) await drop(1);
  await drop(1);
  expect(begun.slice(-1)).toEqual([2]);
  await end(2, 'succeeded');
  expect(begun.slice(-1)).toEqual([1]);
  await drop(1);
  expect(begun.slice(-1)).toEqual([3]);
  expect(noted.slice(-1)).toEqual([[1, 'failed']]);
  expect(settled.slice(-2)).toEqual([
    [2, 'succeeded'],
    [1, 'failed'],
  ]);
  vi.useRealTimers();
});

it('says when a handler that drops connections is tried next; a pause and its end try at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const { lane, begun, flying, switches } = laneRig();
  const drop = async () => {
    flying.get(1)?.settle({ status: 'held', dropped: true });
    await new Promise(setImmediate);
  };
  const heldForMs = () => Date.parse(lane.queue().heldUntil ?? '') - Date.now();
  lane.add(duty(1));
  await drop();
  expect(heldForMs()).toBe(250);
  await vi.advanceTimersByTimeAsync(250);
  expect(begun).toEqual([1, 1]);
  expect(lane.queue()).not.toHaveProperty('heldUntil');
  await drop();
  expect(heldForMs()).toBe(375);
  switches.admission = 'hold';
  lane.reconsider();
  expect(lane.queue()).not.toHaveProperty('heldUntil');
  switches.admission = 'deliver';
  lane.reconsider();
  expect(begun).toEqual([1, 1, 1]);
  await lane.stop();
  vi.useRealTimers();
});
