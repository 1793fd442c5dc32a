import { openAsBlob } from 'node:fs';
import { type Client, HooktapProblem } from '@hooktap/client';
import type { DeliveryListItem, EventListItem } from '@hooktap/protocol';
import { countedBlob } from './counted-blob.ts';
import type { EventDesk } from './event-desk.ts';

const largestPage = 500;

/** Through the inspector API of the instance that runs. */
export function runningDesk(client: Client): EventDesk {
  return {
    async list(q, limit) {
      const items: EventListItem[] = [];
      let cursor: string | undefined;
      let [total, totalIsExact] = [0, true];
      do {
        const asked = Math.min(limit - items.length, largestPage);
        const page = await client.events({ q, limit: asked, ...(cursor !== undefined && { cursor }) });
        items.push(...page.items);
        ({ total, totalIsExact } = page);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined && items.length < limit);
      return { items, total, totalIsExact };
    },
    event: (id) => unlessAbsent(client.event(id)),
    endpoint: (name) => unlessAbsent(client.endpoint(name)),
    eventBody: async (id) => (await client.eventBody(id)).bytes,
    attemptBody: async (id, number, side) => (await client.attemptBody(id, number, side)).bytes,
    async replay(id, request) {
      const { delivery, also = [] } = await client.replay(id, request);
      return [delivery, ...also];
    },
    async deliveries({ q, status, limit }) {
      const items: DeliveryListItem[] = [];
      let cursor: string | undefined;
      let [total, totalIsExact] = [0, true];
      do {
        const asked = Math.min(limit - items.length, largestPage);
        const page = await client.deliveries({
          q,
          limit: asked,
          ...(status !== undefined && { status }),
          ...(cursor !== undefined && { cursor }),
        });
        items.push(...page.items);
        ({ total, totalIsExact } = page);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined && items.length < limit);
      return { items, total, totalIsExact };
    },
    delivery: (id) => unlessAbsent(client.delivery(id)),
    each: (verb, selection) => (verb === 'retry' ? client.retryAll(selection) : client.cancelAll(selection)),
    batches: {
      start: (request) => client.startBatch(request),
      get: (id) => client.batch(id),
      cancel: (id) => client.cancelBatch(id),
      resume: (id) => client.resumeBatch(id),
    },
    savedRequests: {
      list: async () => (await client.savedRequests()).items,
      send: (id, request) => client.sendSavedRequest(id, request),
      remove: async (ids) => (await client.deleteSavedRequests(ids)).items,
      rename: (id, name) => client.renameSavedRequest(id, name),
    },
    drift: {
      types: () => client.driftTypes(),
      fields: (type) => unlessAbsent(client.driftFields(type)),
      shape: (type, format) => unlessAbsent(client.driftShape(type, format)),
    },
    verification: (id) => unlessAbsent(client.verification(id)),
    trigger: (request) => client.trigger(request),
    // Both the web's stream and Node's types of it are iterable.
    exportEvents: async (request) => (await client.exportEvents(request)) as AsyncIterable<Uint8Array>,
    exportSummary: ({ q, ids, safe }) =>
      client.exportSummary({ safe, ...(q !== undefined && { q }), ...(ids && { ids }) }),
    importFile: async (path, { format, faults, read }) =>
      client.importEvents(countedBlob(await openAsBlob(path), read), { format, faults }),
    close: async () => undefined,
  };
}

async function unlessAbsent<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HooktapProblem && error.status === 404) return null;
    throw error;
  }
}
