import { createHooktap, type Inspection, systemClock, ulidSource } from '@hooktap/core';
import { createForwarder } from '@hooktap/forwarder';
import { openInspectorApi } from '@hooktap/inspector-api';
import type { EventId } from '@hooktap/protocol';
import { createMemoryStore } from '@hooktap/store';

export const token = 'correct-horse';

/** A whole Hooktap in memory behind a real inspector API that can stop and come back. */
export interface ServedHooktap extends AsyncDisposable {
  readonly origin: string;
  readonly inspection: Inspection;
  capture(requestTarget: string, body?: string): Promise<EventId>;
  stopServing(): Promise<void>;
  serveAgain(token?: string): Promise<void>;
}

export async function serveHooktap(): Promise<ServedHooktap> {
  const store = createMemoryStore({ clock: systemClock });
  const forwarder = createForwarder({ insecureTarget: false });
  const hooktap = await createHooktap({
    store,
    forwarder,
    clock: systemClock,
    ids: ulidSource(),
    version: '0.0.0-test',
    dataDir: '/nowhere',
    retention: { keepEvents: 10_000, keepDays: 30, keepBytes: 2 ** 30 },
  });
  const { inspection, intake } = hooktap;
  // Told of now, as at every start, and not whenever it is next looked at.
  hooktap.applyEndpoints([]);
  const serve = async (port: number, withToken: string) => {
    const opened = await openInspectorApi({ inspection, token: withToken, port, assetsDir: null });
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.api;
  };
  let api = await serve(0, token);
  const { port, origin } = api;

  return {
    origin,
    inspection,
    async capture(requestTarget, body = '') {
      const writer = intake.openBody();
      await writer.write(Buffer.from(body));
      const answered = new Promise<EventId>((resolve) => {
        const leave = inspection.publisher.subscribe((change) => {
          if (change.type !== 'event.updated' || change.event.requestTarget !== requestTarget) return;
          leave();
          resolve(change.event.id);
        });
      });
      const request = {
        receivedAt: Date.now(),
        via: 'direct',
        method: 'POST',
        requestTarget,
        httpVersion: '1.1',
        rawHeaders: [],
        rawTrailers: [],
        remoteAddress: '127.0.0.1',
        localOrigin: 'http://127.0.0.1',
        body: await writer.finish(),
        bodyState: 'complete',
      } as const;
      await intake.receive(request, sender);
      return answered;
    },
    stopServing: () => api.close(),
    async serveAgain(withToken = token) {
      api = await serve(port, withToken);
    },
    async [Symbol.asyncDispose]() {
      await api.close();
      await hooktap.close(0);
      await forwarder.close();
      await store.close();
    },
  };
}

/** A sender that takes every answer. */
const sender = {
  hasLeft: false,
  onceGone: () => {},
  send: async () => 'sent' as const,
  tap: { head: async () => {}, data: () => undefined, end: () => {} },
  headSent: () => false,
  destroy: () => {},
};
