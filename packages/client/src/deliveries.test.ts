import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from './client.ts';
import { type ServedHooktap, serveHooktap, token } from './test-support/served-hooktap.ts';

/** Answers 500 until it is mended. */
let broken = true;
const handler = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(broken ? 500 : 200).end('done'));
});
let target = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
  target = `http://127.0.0.1:${(handler.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => handler.close(resolve)));
beforeEach(() => {
  broken = true;
});

/** With one endpoint that acknowledges and does not retry by itself. */
async function withClient(work: (client: Client, hooktap: ServedHooktap) => Promise<void>): Promise<void> {
  await using hooktap = await serveHooktap();
  const client = createClient({ origin: hooktap.origin, token });
  await client.putEndpoint({
    name: 'hook',
    path: '/hook',
    target,
    reply: 'ack',
    retry: 'none',
    secrets: ['s'],
  });
  await work(client, hooktap);
}

/** The only delivery of an event that has just come. */
async function deliveryOf(client: Client, hooktap: ServedHooktap, path: string, status: string) {
  const id = await hooktap.capture(path, '{}');
  await expect.poll(async () => (await client.event(id)).delivery?.status).toBe(status);
  const [delivery] = (await client.event(id)).deliveries;
  if (!delivery) throw new Error('It has no delivery.');
  return delivery;
}

describe('the client', () => {
  it('makes, switches and removes endpoints; secrets are counted', () =>
    withClient(async (client) => {
      expect((await client.endpoints()).items.map(({ name }) => name).toSorted()).toEqual([
        'default',
        'hook',
      ]);
      expect(await client.endpoint('hook')).toMatchObject({
        source: { kind: 'api' },
        mode: 'deliver',
        config: { secrets: 1, path: '/hook' },
      });
      expect((await client.changeEndpoint('hook', 'pause')).mode).toBe('paused');
      expect((await client.changeEndpoint('hook', 'resume')).mode).toBe('deliver');
      expect((await client.changeEndpoint('hook', 'hold')).hold).toBe(true);
      await expect(client.putEndpoint({ name: 'hook', filter: '(' })).rejects.toMatchObject({ status: 400 });
      await client.removeEndpoint('hook');
      await expect(client.endpoint('hook')).rejects.toMatchObject({ code: 'not-found', status: 404 });
    }));

  it('reads, compares, retries and cancels deliveries', () =>
    withClient(async (client, hooktap) => {
      const { id, eventId } = await deliveryOf(client, hooktap, '/hook/a', 'failed');
      expect(await client.delivery(id)).toMatchObject({ id, status: 'failed', event: { id: eventId } });
      broken = false;
      expect((await client.retry(id)).delivery).toMatchObject({ id });
      await expect.poll(async () => (await client.delivery(id)).status).toBe('succeeded');
      expect(await client.compareAttempt(id, 2, 'previous')).toMatchObject({
        status: { before: '500', after: '200' },
        body: 'same',
      });
      await expect(client.cancel(id)).rejects.toMatchObject({ code: 'conflict', status: 409 });
      expect(await client.cancelAll({ ids: [id] })).toMatchObject({
        ids: [],
        refused: [{ id, code: 'conflict' }],
      });
      expect((await client.retryAll({ ids: [id] })).ids).toEqual([id]);
    }));

  it('lists the delivery log with its totals', () =>
    withClient(async (client, hooktap) => {
      await deliveryOf(client, hooktap, '/hook/a', 'failed');
      const { id } = await deliveryOf(client, hooktap, '/hook/b', 'failed');
      const page = await client.deliveries({ q: 'path:/hook/*', status: 'failed', limit: 1 });
      expect(page).toMatchObject({
        total: 2,
        totals: { failed: 2 },
        items: [{ id, event: { path: '/hook/b' } }],
      });
      const next = await client.deliveries({
        q: 'path:/hook/*',
        status: 'failed',
        limit: 1,
        cursor: page.nextCursor ?? '',
      });
      expect(next).toMatchObject({ nextCursor: null, items: [{ event: { path: '/hook/a' } }] });
    }));

  it('lets go and answers what waits at a breakpoint', () =>
    withClient(async (client, hooktap) => {
      broken = false;
      await client.changeEndpoint('hook', 'breakpoint');
      const first = await deliveryOf(client, hooktap, '/hook/a', 'held');
      await client.releaseBreakpoint(first.id, { edit: { setHeaders: [['X-Edited', 'yes']] } });
      await expect.poll(async () => (await client.delivery(first.id)).status).toBe('succeeded');
      await expect(client.answerBreakpoint(first.id, { status: 202 })).rejects.toMatchObject({ status: 409 });

      await client.putEndpoint({ name: 'hook', path: '/hook', target });
      const answered = hooktap.capture('/hook/b', '{}');
      const held = async () => (await client.deliveries({ status: 'held' })).items[0]?.id;
      await expect.poll(held).toBeDefined();
      const waiting = (await held()) ?? first.id;
      expect((await client.answerBreakpoint(waiting, { status: 202 })).delivery.status).toBe('cancelled');
      expect((await client.event(await answered)).reply).toMatchObject({ statusCode: 202 });
    }));

  it('starts, follows, cancels and resumes batches', () =>
    withClient(async (client, hooktap) => {
      for (const path of ['/hook/a', '/hook/b', '/hook/c']) await deliveryOf(client, hooktap, path, 'failed');
      broken = false;
      const { id, total } = await client.startBatch({ last: 3, pace: { rate: 1 } });
      expect(total).toBe(3);
      expect((await client.cancelBatch(id)).state).toBe('cancelled');
      expect((await client.resumeBatch(id)).state).toBe('running');
      await client.cancelBatch(id);
      const quick = await client.startBatch({ q: 'path:/hook/*' });
      await expect.poll(async () => (await client.batch(quick.id)).state).toBe('done');
      expect(await client.batch(quick.id)).toMatchObject({ total: 3, succeeded: 3 });
      expect((await client.batches()).items.map((batch) => batch.id)).toEqual([quick.id, id]);
      await expect(client.startBatch({})).rejects.toMatchObject({ status: 400 });
    }));
});
