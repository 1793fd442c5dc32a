import { gzipSync } from 'node:zlib';
import { createHooktap, type Inspection, systemClock, ulidSource } from '@hooktap/core';
import { createForwarder } from '@hooktap/forwarder';
import type { EventId, RawHeaders } from '@hooktap/protocol';
import { createMemoryStore } from '@hooktap/store';
import { type InspectorApi, openInspectorApi } from '../open-inspector-api.ts';

export const token = 'correct-horse';

export interface CapturedRequest {
  readonly requestTarget?: string;
  readonly headers?: RawHeaders;
  readonly body?: string | Buffer;
  readonly bodyState?: 'complete' | 'truncated' | 'aborted';
  /** Its sender has gone by the time of the answer. */
  readonly isLeaving?: boolean;
}

/** A whole Hooktap in memory behind its inspector API, gone with the block that holds it. */
export interface InspectorRig extends AsyncDisposable {
  readonly api: InspectorApi;
  readonly inspection: Inspection;
  /** Captures as the receiver would; settles once the event is published and answered. */
  capture(request?: CapturedRequest): Promise<EventId>;
  /** Asks with the token. */
  ask(path: string, init?: RequestInit): Promise<Response>;
}

export interface RigOptions {
  readonly target?: string;
  readonly targets?: readonly string[];
  readonly assetsDir?: string;
  readonly tickMs?: number;
  readonly allowHosts?: readonly string[];
  readonly renewToken?: () => string | null;
}

export const gzipped = (text: string): CapturedRequest => ({
  headers: [['Content-Encoding', 'gzip']],
  body: gzipSync(text),
});

export async function openRig(options: RigOptions = {}): Promise<InspectorRig> {
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
  const applied = hooktap.applyEndpoints([
    {
      config: {
        name: 'default',
        path: '/',
        ...(options.target !== undefined && { target: options.target }),
        ...(options.targets && { targets: [...options.targets] }),
        reply: 'ack',
        retry: 'none',
        timeout: 5000,
      },
      source: { kind: 'flags' },
    },
  ]);
  if (!applied.ok) throw new Error(applied.errors[0]?.message);
  const { inspection, intake } = hooktap;
  const opened = await openInspectorApi({
    inspection,
    token,
    port: 0,
    allowHosts: options.allowHosts ?? [],
    assetsDir: options.assetsDir ?? null,
    ...(options.renewToken && { renewToken: options.renewToken }),
    ...(options.tickMs !== undefined && { tickMs: options.tickMs }),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const { api } = opened;

  return {
    api,
    inspection,
    async capture({
      requestTarget = '/hook',
      headers = [],
      body = '',
      bodyState = 'complete',
      isLeaving = false,
    } = {}) {
      const writer = intake.openBody();
      await writer.write(Buffer.from(body));
      const answered = new Promise<EventId>((resolve) => {
        const leave = inspection.publisher.subscribe((change) => {
          if (change.type !== 'event.updated' || change.event.requestTarget !== requestTarget) return;
          leave();
          resolve(change.event.id);
        });
      });
      await intake.receive(
        {
          receivedAt: Date.now(),
          via: 'direct',
          method: 'POST',
          requestTarget,
          httpVersion: '1.1',
          rawHeaders: headers,
          rawTrailers: [],
          remoteAddress: '127.0.0.1',
          localOrigin: 'http://127.0.0.1',
          body: await writer.finish(),
          bodyState,
        },
        isLeaving ? { ...sender, send: async () => 'gone' as const } : sender,
      );
      return answered;
    },
    ask: (path, init = {}) =>
      fetch(`${api.origin}${path}`, {
        ...init,
        headers: { Authorization: `Bearer ${token}`, ...init.headers },
      }),
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
