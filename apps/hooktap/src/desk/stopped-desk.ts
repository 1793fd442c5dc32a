import { createReadStream } from 'node:fs';
import {
  createHooktap,
  type Hooktap,
  type Inspection,
  type Outcome,
  readDeliveryQuery,
  readEventQuery,
  type Store,
  systemClock,
  ulidSource,
} from '@hooktap/core';
import type { Batch, BatchId, DriftQuery, EventId } from '@hooktap/protocol';
import { savedRequestFiles } from '@hooktap/store';
import { surroundings } from '../data-dir.ts';
import { Failure } from '../failure.ts';
import { projectCatalog } from '../provider-catalog.ts';
import { loadRetrySchedules, retrySchedules } from '../retry-schedules.ts';
import { version } from '../version.ts';
import type { EventDesk, ExportRequest } from './event-desk.ts';
import { knownEndpoints } from './known-endpoints.ts';

/** No instance runs: from the store itself, which is this process's own until it is closed. */
export function stoppedDesk(store: Store, dataDir: string): EventDesk {
  let hooktap: Promise<Hooktap> | null = null;
  const inspection = async (): Promise<Inspection> => {
    hooktap ??= deliveringHooktap(store, dataDir);
    return (await hooktap).inspection;
  };
  const drift = async () => {
    const { Drift } = await import('@hooktap/drift');
    const { publisher, providers } = await inspection();
    return new Drift({ store, publisher, providers, now: () => systemClock.now() });
  };
  const bytesOf = async (address: Parameters<Store['body']>[0]): Promise<Uint8Array> => {
    const body = await store.body(address);
    const chunks: Buffer[] = [];
    if (body) for await (const chunk of body.read()) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  const selected = async ({ ids, q = '' }: ExportRequest): Promise<readonly EventId[]> => {
    if (ids) return ids;
    const { matcher } = unlessRefused(readEventQuery(q, systemClock.now(), store));
    return (await store.matching([], matcher)).reverse();
  };
  return {
    async list(q, limit) {
      const { matcher } = unlessRefused(readEventQuery(q, systemClock.now(), store));
      return store.page({ words: [], limit, ...(matcher && { matcher }) });
    },
    event: (id) => store.event(id),
    endpoint: async (name) => (await inspection()).endpoints.get(name),
    eventBody: (eventId) => bytesOf({ of: 'event', eventId }),
    attemptBody: (deliveryId, number, side) => bytesOf({ of: 'attempt', deliveryId, number, side }),
    async replay(id, request) {
      const { replay } = await inspection();
      const { delivery, also = [] } = unlessRefused(await replay(id, request));
      return [delivery, ...also];
    },
    async deliveries({ q, status, limit }) {
      const { matcher } = unlessRefused(readDeliveryQuery(q, systemClock.now()));
      const { items, totals, totalIsExact } = await store.deliveries({ matcher, status, limit });
      const total = Object.values(status === undefined ? totals : { only: totals[status] });
      return { items, total: total.reduce((sum, count) => sum + count, 0), totalIsExact };
    },
    delivery: (id) => store.delivery(id),
    async each(verb, selection) {
      const { deliveries } = await inspection();
      return unlessRefused(await deliveries.each(verb, selection));
    },
    batches: {
      start: async (request) => unlessRefused(await (await inspection()).batches.start(request)),
      get: async (id) => known((await inspection()).batches.get(id), id),
      cancel: async (id) => unlessRefused(await (await inspection()).batches.cancel(id)),
      resume: async (id) => unlessRefused(await (await inspection()).batches.resume(id)),
    },
    savedRequests: {
      list: async () => (await inspection()).savedRequests.list(),
      send: async (id, request) => unlessRefused(await (await inspection()).savedRequests.send(id, request)),
      remove: async (ids) => unlessRefused(await (await inspection()).savedRequests.remove(ids)),
      rename: async (id, name) => unlessRefused(await (await inspection()).savedRequests.rename(id, name)),
    },
    drift: {
      types: async () => (await drift()).types(),
      fields: async (type) => (await drift()).fields(kindOf(type)),
      shape: async (type, format) => (await drift()).shape(kindOf(type), format, false),
    },
    verification: async (id) => (await inspection()).providers.verification(id),
    trigger: async (request) => unlessRefused(await (await inspection()).providers.trigger(request)),
    async exportEvents(request) {
      const { exportEvents } = await import('@hooktap/exporting');
      return exportEvents(store, await selected(request), { ...request, version: version() });
    },
    async exportSummary(request) {
      const { summarizeExport } = await import('@hooktap/exporting');
      return summarizeExport(store, await selected(request), { safe: request.safe });
    },
    async importFile(path, { format, faults, read }) {
      const { importEntries } = await import('@hooktap/exporting');
      const { importEvents } = await inspection();
      return unlessRefused(await importEvents(importEntries(counted(path, read), format), { faults }));
    },
    async close() {
      await (await hooktap)?.close(0);
      await store.close();
    },
  };
}

async function* counted(path: string, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path)) {
    read(chunk.length);
    yield chunk;
  }
}

const kindOf = ({ provider, type }: DriftQuery) => ({
  provider: provider ?? null,
  eventType: type ?? null,
});

function unlessRefused<T>(outcome: Outcome<T, { readonly message: string }>): T {
  if (outcome.ok) return outcome.value;
  throw new Failure(outcome.error.message);
}

function known(batch: Batch | null, id: BatchId): Batch {
  if (batch) return batch;
  throw new Failure(`There is no batch ${id}.`);
}

/** Enough of Hooktap to deliver; nothing listens. */
async function deliveringHooktap(store: Store, dataDir: string): Promise<Hooktap> {
  const { createForwarder } = await import('@hooktap/forwarder');
  await loadRetrySchedules();
  const hooktap = await createHooktap({
    store,
    forwarder: createForwarder(),
    clock: systemClock,
    ids: ulidSource(),
    version: version(),
    dataDir,
    schedules: retrySchedules,
    catalog: projectCatalog(surroundings()),
    savedRequests: savedRequestFiles(dataDir),
    // Reading and replaying erase nothing.
    retention: { keepEvents: Number.MAX_SAFE_INTEGER, keepDays: 36_500, keepBytes: Number.MAX_SAFE_INTEGER },
  });
  hooktap.applyEndpoints(await knownEndpoints(store, surroundings()));
  return hooktap;
}
