import { createHooktap, type Hooktap, parseTarget, type Store, systemClock, ulidSource } from '@hooktap/core';
import { parseWords } from '@hooktap/query';
import { Failure } from '../failure.ts';
import { version } from '../version.ts';
import type { EventDesk } from './event-desk.ts';

/** Where the last run delivered to; replays without an instance go there. */
export const lastTargetSetting = 'last-target';

/** No instance runs: from the store itself, which is this process's own until it is closed. */
export function stoppedDesk(store: Store, dataDir: string): EventDesk {
  let hooktap: Promise<Hooktap> | null = null;
  const bytesOf = async (address: Parameters<Store['body']>[0]): Promise<Uint8Array> => {
    const body = await store.body(address);
    const chunks: Buffer[] = [];
    if (body) for await (const chunk of body.read()) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  return {
    async list(q, limit) {
      const { items, total } = await store.page({ words: parseWords(q), limit });
      return { items, total };
    },
    event: (id) => store.event(id),
    eventBody: (eventId) => bytesOf({ of: 'event', eventId }),
    attemptBody: (deliveryId, number, side) => bytesOf({ of: 'attempt', deliveryId, number, side }),
    async replay(id, request) {
      hooktap ??= deliveringHooktap(store, dataDir);
      const replayed = await (await hooktap).inspection.replay(id, request);
      if (!replayed.ok) throw new Failure(replayed.error.message);
      return replayed.value.delivery;
    },
    async close() {
      await (await hooktap)?.close(0);
      await store.close();
    },
  };
}

/** Enough of Hooktap to deliver; nothing listens. */
async function deliveringHooktap(store: Store, dataDir: string): Promise<Hooktap> {
  const { createForwarder } = await import('@hooktap/forwarder');
  const last = parseTarget(store.setting(lastTargetSetting) ?? '');
  return createHooktap({
    store,
    forwarder: createForwarder(),
    clock: systemClock,
    ids: ulidSource(),
    version: version(),
    dataDir,
    // Reading and replaying erase nothing.
    retention: { keepEvents: Number.MAX_SAFE_INTEGER, keepDays: 36_500, keepBytes: Number.MAX_SAFE_INTEGER },
    endpoint: {
      name: 'default',
      target: last.ok ? last.target : null,
      reply: { kind: 'ack' },
      timeoutMs: 30_000,
      hostHeader: 'target',
      addHeaders: [],
      only: null,
    },
  });
}
