import { EventEmitter, once } from 'node:events';
import { type Client, createClient } from '@hooktap/client';
import { createHooktap, type Hooktap, type Tunnel, toInstant } from '@hooktap/core';
import { openInspectorApi } from '@hooktap/inspector-api';
import type { EndpointConfig, Event, EventId, TunnelStatus } from '@hooktap/protocol';
import type { Catalog } from '@hooktap/providers';
import { openReceiver } from '@hooktap/receiver';
import { createMemoryStore } from '@hooktap/store';
import WebSocket from 'ws';
import { loadCatalog } from '../../provider-catalog.ts';
import { loadRetrySchedules, retrySchedules } from '../../retry-schedules.ts';
import { builtInspector } from './built-inspector.ts';
import { countedIds } from './counted-ids.ts';
import { type Scene, ScriptedHandler } from './scripted-handler.ts';

/** The moment at which every picture is taken. */
export const pictureTime = Date.UTC(2026, 10, 21, 14, 32, 41);
export const publicUrl = 'https://quiet-otter-42.loca.lt';
const token = 'of-the-pictures';
const megabyte = 1_000_000;

/** A Hooktap whose clock, ids, handler and tunnel are told before; receiver, core, API and stream are the real ones. */
export interface PictureHooktap extends AsyncDisposable {
  readonly hooktap: Hooktap;
  readonly handler: ScriptedHandler;
  readonly client: Client;
  readonly origin: string;
  readonly token: string;
  readonly ports: { readonly direct: number; readonly tunnel: number };
  /** Sets the clock, so many seconds before the pictures are taken. */
  before(seconds: number): void;
  expect(...scenes: readonly Scene[]): void;
  setTunnel(change: Partial<TunnelStatus>): void;
  configure(endpoints: readonly EndpointConfig[]): void;
  /** The newest event, once it satisfies the test. */
  newest(test?: (event: Event) => boolean): Promise<Event>;
  event(id: EventId, test: (event: Event) => boolean): Promise<Event>;
  /** Settles once it is true; it is looked at with every message of the stream. */
  until(test: () => boolean): Promise<void>;
  /** Ends the API as a crash does: open pages see it go. */
  stopAnswering(): Promise<void>;
}

class SetTunnel implements Tunnel {
  #status: TunnelStatus;
  readonly #listeners = new Set<(status: TunnelStatus) => void>();
  constructor(status: TunnelStatus) {
    this.#status = status;
  }
  status = () => this.#status;
  sockets = () => 10;
  probes = () => [{ kind: 'reached', at: this.#status.since, url: publicUrl, tookMs: 212 } as const];
  retry = () => 'under-way' as const;
  subscribe = (listener: (status: TunnelStatus) => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  set(change: Partial<TunnelStatus>): void {
    this.#status = { ...this.#status, ...change };
    for (const listener of this.#listeners) listener(this.#status);
  }
  async close(): Promise<void> {}
}

export async function openPictureHooktap(): Promise<PictureHooktap> {
  let now = pictureTime;
  const clock = { now: () => now, monotonic: () => 0 };
  const handler = new ScriptedHandler((ms) => {
    now += ms;
  });
  await loadRetrySchedules();
  const store = createMemoryStore({ clock });
  const hooktap = await createHooktap({
    store,
    forwarder: handler,
    clock,
    ids: countedIds(),
    version: '0.1.0',
    dataDir: '/home/ana/.local/state/hooktap/bakery-3f9c',
    retention: { keepEvents: 10_000, keepDays: 30, keepBytes: 1000 * megabyte },
    schedules: retrySchedules,
    catalog: loadCatalog().then(seeded),
  });
  hooktap.attachReceiver({ url: 'http://127.0.0.1:4401', port: 4401, addresses: ['127.0.0.1'] });
  const since = toInstant(pictureTime - 8_040_000);
  const tunnel = new SetTunnel({
    kind: 'localtunnel',
    state: 'open',
    reason: 'It is open.',
    since,
    url: publicUrl,
  });
  hooktap.attachTunnel(tunnel);
  const { intake, inspection } = hooktap;
  const receiverFor = async (via: 'direct' | 'tunnel', into = intake) => {
    const opened = await openReceiver({
      host: '127.0.0.1',
      port: 0,
      intake: into,
      maxBody: megabyte,
      via,
      clock,
      onMisuse: (error) => {
        throw error;
      },
    });
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.receiver;
  };
  const [direct, tunnelled, ours] = [
    await receiverFor('direct'),
    await receiverFor('tunnel'),
    await receiverFor('direct', hooktap.triggerIntake),
  ];
  hooktap.attachTrigger(async () => ours.origin);
  const opened = await openInspectorApi({ inspection, token, port: 0, assetsDir: builtInspector() });
  if (!opened.ok) throw new Error(opened.error.message);
  const { api } = opened;
  return {
    hooktap,
    handler,
    client: createClient({ origin: api.origin, token, WebSocket }),
    origin: api.origin,
    token,
    ports: { direct: direct.port, tunnel: tunnelled.port },
    before: (seconds) => {
      now = pictureTime - seconds * 1000;
    },
    expect: (...scenes) => handler.expect(...scenes),
    setTunnel: (change) => tunnel.set(change),
    configure(endpoints) {
      const source = { kind: 'config', file: 'hooktap.config.ts', line: 4 } as const;
      const applied = hooktap.applyEndpoints(endpoints.map((config) => ({ config, source })));
      if (!applied.ok) throw new Error(JSON.stringify(applied.errors));
    },
    newest: (test = () => true) =>
      awaited(
        hooktap,
        async () => {
          const { items } = await store.page({ words: [], limit: 1 });
          return items[0] ? store.event(items[0].id) : null;
        },
        test,
      ),
    event: (id, test) => awaited(hooktap, () => store.event(id), test),
    until: async (test) => void (await awaited(hooktap, test, (isSo) => isSo)),
    stopAnswering: () => api.close(),
    async [Symbol.asyncDispose]() {
      await Promise.all([direct, tunnelled, ours].map((receiver) => receiver.closeNow()));
      await api.close();
      await hooktap.close(0);
      await store.close();
    },
  };
}

/** Samples that are asked for without a seed are always the same ones. */
const seeded = (catalog: Catalog): Catalog => ({
  ...catalog,
  sample: (provider, name, options) => catalog.sample(provider, name, { seed: 7, ...options }),
  scenario: (provider, name, options) => catalog.scenario(provider, name, { seed: 7, ...options }),
});

/** What is found and satisfies the test, looked for again with every message of the stream. */
async function awaited<T>(
  { inspection }: Hooktap,
  find: () => T | Promise<T>,
  test: (found: NonNullable<T>) => boolean,
): Promise<NonNullable<T>> {
  const changes = new EventEmitter();
  const stop = inspection.publisher.subscribe(() => changes.emit('change'));
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(30_000)]);
  try {
    for (;;) {
      const changed = once(changes, 'change', { signal });
      changed.catch(() => undefined);
      const found = await find();
      if (found !== null && found !== undefined && test(found)) return found;
      await changed.catch(() => {
        throw new Error(`What was waited for did not come of ${JSON.stringify(found)}`);
      });
    }
  } finally {
    over.abort();
    stop();
  }
}
