import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '@hooktap/client';
import type { EventId, Triggered, TriggerRequest } from '@hooktap/protocol';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Bench, quiet, type Ready } from '../test-support/bin.ts';
import { stripeSecret } from '../test-support/provider-project.ts';

interface Received {
  readonly id: string;
  readonly body: string;
  readonly signature: string;
}

const bench = new Bench();
const received: Received[] = [];
let underWay = 0;
let mostUnderWay = 0;
const handler = createServer(async (request, response) => {
  mostUnderWay = Math.max(mostUnderWay, ++underWay);
  received.push(await read(request));
  setTimeout(() => {
    underWay -= 1;
    response.end();
  }, answersAfterMs);
});
let answersAfterMs = 0;
let dataDir = '';
let ready: Ready;

beforeEach(async () => {
  received.length = 0;
  mostUnderWay = 0;
  answersAfterMs = 0;
  await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
  dataDir = bench.folder();
  const listen = [...quiet, '--json', `/stripe=${handlerUrl()}`, '--data-dir', dataDir];
  ready = await bench.run(listen, { HOOKTAP_SECRET_STRIPE: stripeSecret }).ready();
});
afterEach(async () => {
  await bench.clean();
  handler.closeAllConnections();
  await new Promise((resolve) => handler.close(resolve));
});

const handlerUrl = () => `http://127.0.0.1:${(handler.address() as AddressInfo).port}`;
const client = () => createClient({ origin: ready.inspector, token: ready.token });
const hooktap = (...args: string[]) => bench.run([...args, '--data-dir', dataDir]).ended;
const chaos = { duplicate: 0.4, drop: 0.2, reorder: 5 };

async function read(request: IncomingMessage): Promise<Received> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return { id: JSON.parse(body).id, body, signature: String(request.headers['stripe-signature']) };
}

/** What was sent, and what the handler got of it in which order. */
async function sent(request: Partial<TriggerRequest>): Promise<Triggered & { readonly order: string[] }> {
  const before = received.length;
  const stripe = { provider: 'stripe', eventType: 'invoice.paid', count: 20 };
  const triggered = await client().trigger({ ...stripe, ...request });
  return { ...triggered, order: received.slice(before).map(({ id }) => id) };
}
const places = ({ items }: Triggered) => items.map(({ index }) => index);

it('comes in the same order with the same seed, in another with another', async () => {
  const first = await sent({ seed: 7, chaos });
  const again = await sent({ seed: 7, chaos });
  expect(first.order).toHaveLength(first.chaos?.sendings ?? 0);
  expect(again.order).toEqual(first.order);
  expect(again).toMatchObject({ seed: 7, chaos: first.chaos });
  const other = await sent({ seed: 7, chaos: { ...chaos, seed: 8 } });
  expect(other.seed).toBe(8);
  expect(other.order).not.toEqual(first.order);
  // By the clock it is the same plan, and arrives in its order.
  const paced = await sent({ seed: 7, rate: 200, chaos });
  expect(places(paced)).toEqual(places(first));
  const events = await Promise.all(paced.items.map(({ eventId }) => client().event(eventId as EventId)));
  expect(events.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq).toSorted((a, b) => a - b));
});

it('draws a seed where none is given, and that one makes the same trouble with new ids', async () => {
  const first = await sent({ chaos });
  const again = await sent({ chaos: { ...chaos, seed: first.seed } });
  expect(places(again)).toEqual(places(first));
  expect(first.order.filter((id) => again.order.includes(id))).toEqual([]);
});

it('counts what was dropped, doubled and moved', async () => {
  const { items, order, chaos: counts } = await sent({ seed: 7, chaos });
  const distinct = new Set(order).size;
  expect(counts).toMatchObject({
    events: 20,
    sendings: items.length,
    dropped: 20 - distinct,
    doubled: order.length - distinct,
    delayed: 0,
  });
  expect([counts?.dropped, counts?.doubled, counts?.moved].every((count) => (count ?? 0) > 0)).toBe(true);
});

it('sends the very same callback twice, which is marked as a duplicate', async () => {
  const { items } = await sent({ count: 3, chaos: { duplicate: 1 } });
  expect(places({ items })).toEqual([0, 0, 1, 1, 2, 2]);
  for (let pair = 0; pair < 6; pair += 2) expect(received[pair + 1]).toEqual(received[pair]);
  expect(new Set(received.map(({ id }) => id)).size).toBe(3);
  const { items: marked } = await client().events({ q: 'is:duplicate' });
  expect(marked.map(({ id }) => id).toReversed()).toEqual([1, 3, 5].map((place) => items[place]?.eventId));
  const second = await client().event(items[1]?.eventId as EventId);
  expect(second).toMatchObject({ duplicateOf: items[0]?.eventId, verification: { verdict: 'valid' } });
});

it('sends at once what is a burst, and waits where it delays', async () => {
  answersAfterMs = 200;
  await sent({ count: 6, chaos: { burst: 3 } });
  expect(mostUnderWay).toBe(3);
  await sent({ count: 6, to: `${handlerUrl()}/elsewhere`, chaos: { burst: 6 } });
  expect(mostUnderWay).toBe(6);
  answersAfterMs = 0;
  const began = performance.now();
  const { chaos: counts } = await sent({ count: 5, seed: 7, chaos: { delay: '200ms' } });
  expect(counts).toMatchObject({ delayed: 5, dropped: 0, doubled: 0, moved: 0 });
  // The delays of this seed are 687 ms together.
  expect(performance.now() - began).toBeGreaterThan(680);
});

it('disturbs a scenario', async () => {
  const play = { provider: 'zavu', scenario: 'conversation', speed: 100 };
  const { items, chaos: counts } = await client().trigger({ ...play, chaos: { duplicate: 1, seed: 3 } });
  expect(counts).toMatchObject({ events: 6, sendings: 12, doubled: 6 });
  expect(places({ items })).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  const none = await client().trigger({ ...play, chaos: { drop: 1 } });
  expect(none).toMatchObject({ items: [], chaos: { events: 6, sendings: 0, dropped: 6 } });
});

it('is refused where its delays would take too long, and stops when nobody waits for it', async () => {
  const long = sent({ count: 100, chaos: { delay: '1m' } });
  await expect(long).rejects.toMatchObject({
    code: 'trigger-invalid',
    errors: [{ path: 'chaos.delay', message: expect.stringContaining('240 s is the most') }],
  });
  expect(received).toEqual([]);
  const over = new AbortController();
  const late = { delay: '50ms' };
  const request = { provider: 'stripe', eventType: 'invoice.paid', count: 200, chaos: late };
  const sending = client().trigger(request, over.signal);
  await expect.poll(() => received.length).toBeGreaterThan(2);
  over.abort();
  await expect(sending).rejects.toThrow();
  // As many at the same pace: it has had the time to notice, and then to send more.
  const asLong = () => sent({ count: 10, to: '/elsewhere', chaos: late });
  await asLong();
  const inTheEnd = received.length;
  await asLong();
  expect(received.length).toBe(inTheEnd);
  expect(inTheEnd).toBeLessThan(200);
});

it('is asked for and told on the command line', async () => {
  const asked = ['trigger', 'stripe', 'invoice.paid', '--count', '10', '--chaos', 'duplicate=1,drop=0.3'];
  const first = await hooktap(...asked);
  expect(first.code).toBe(0);
  const told =
    /^chaos: 10 events, (\d+) sendings: \d+ dropped, \d+ doubled, 0 delayed, 0 moved {2}(\d+) succeeded, 0 failed {2}seed (\d+)$/m;
  const [line, sendings, succeeded, seed = ''] = told.exec(first.stdout) ?? [];
  expect(sendings).toBe(succeeded);
  expect(first.stdout.match(/ no\. \d+$/gm)).toHaveLength(Number(sendings) / 2);
  expect(first.stdout.match(/ no\. \d+ again$/gm)).toHaveLength(Number(sendings) / 2);
  expect(first.stderr).toContain(`--chaos-seed ${seed}`);
  const again = await hooktap(...asked, '--chaos-seed', seed, '--json');
  expect(again.stderr).toBe(`${line}\n`);
  expect(again.stdout.trim().split('\n')).toHaveLength(Number(sendings));
  const alone = await hooktap('trigger', 'stripe', 'invoice.paid', '--chaos-seed', '1');
  expect(alone).toMatchObject({ code: 2, stderr: expect.stringContaining('give both') });
  const replayed = await hooktap('replay', '--last', '5', '--chaos', 'duplicate=1,delay=20ms', '--seed', '1');
  expect(replayed.stdout).toMatch(
    /^chaos: 5 events, 10 sendings: 0 dropped, 5 doubled, 10 delayed, 0 moved\n10 of 10 {2}10 succeeded/m,
  );
});
