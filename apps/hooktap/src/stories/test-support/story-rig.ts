import {
  type Clock,
  type ConfiguredEndpoint,
  createHooktap,
  type Hooktap,
  type HooktapOptions,
  type Store,
  systemClock,
  ulidSource,
} from '@hooktap/core';
import { createForwarder } from '@hooktap/forwarder';
import type {
  Delivery,
  DeliveryStatus,
  EndpointConfig,
  Event,
  EventId,
  StreamChange,
} from '@hooktap/protocol';
import { openReceiver } from '@hooktap/receiver';
import { createMemoryStore, type FilePort, nodeFiles, openLowdbStore } from '@hooktap/store';

type Config = Partial<EndpointConfig>;

export interface RigOptions {
  readonly endpoints: readonly Config[];
  /** In memory unless given; a folder outlives the rig. */
  readonly dataDir?: string;
  /** The disk below that folder. */
  readonly file?: FilePort;
  readonly timeScale?: number;
  readonly clock?: Clock;
  /** None unless given. */
  readonly catalog?: NonNullable<HooktapOptions['catalog']>;
  readonly folders?: NonNullable<HooktapOptions['folders']>;
}

/** What a sender got. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A whole Hooktap of this process: receiver, stories, store and forwarder, with real sockets. */
export interface StoryRig extends AsyncDisposable {
  readonly hooktap: Hooktap;
  readonly store: Store;
  readonly changes: readonly StreamChange[];
  readonly origin: string;
  send(path: string, body?: string, init?: RequestInit): Promise<Got>;
  /** Takes another set of endpoints. */
  apply(endpoints: readonly Config[]): ReturnType<Hooktap['applyEndpoints']>;
  /** The first change that satisfies the test, from those told already on. */
  told(test: (change: StreamChange) => boolean): Promise<StreamChange>;
  /** Once this holds; looked at after every change. */
  until<T>(look: () => Promise<T | null | undefined | false>): Promise<T>;
  /** Its deliveries, once all of them have one of these statuses. */
  deliveries(path: string, ...statuses: DeliveryStatus[]): Promise<Delivery[]>;
  event(path: string): Promise<Event>;
  close(graceMs?: number): Promise<void>;
}

export async function openRig(options: RigOptions): Promise<StoryRig> {
  const { dataDir, timeScale = 1, clock = systemClock } = options;
  const store =
    dataDir === undefined
      ? createMemoryStore({ clock })
      : await openedStore(dataDir, clock, options.file ?? nodeFiles);
  const forwarder = createForwarder({ insecureTarget: false });
  const hooktap = await createHooktap({
    store,
    forwarder,
    clock,
    ids: ulidSource(),
    version: '0.0.0-test',
    dataDir: dataDir ?? '/nowhere',
    retention: { keepEvents: 10_000, keepDays: 30, keepBytes: 2 ** 30 },
    timeScale,
    ...(options.catalog && { catalog: options.catalog }),
    ...(options.folders && { folders: options.folders }),
  });
  const { publisher } = hooktap.inspection;
  const changes: StreamChange[] = [];
  const lookers = new Set<() => void>();
  publisher.subscribe((change) => {
    changes.push(change);
    for (const look of lookers) look();
  });
  const apply = (endpoints: readonly Config[]) => hooktap.applyEndpoints(endpoints.map(configured));
  const applied = apply(options.endpoints);
  if (!applied.ok)
    throw new Error(applied.errors.map(({ path, message }) => `${path}: ${message}`).join(' '));
  const opened = await openReceiver({
    host: '127.0.0.1',
    port: 0,
    intake: hooktap.intake,
    maxBody: 2 ** 24,
    via: 'direct',
    clock: systemClock,
    onMisuse: (error) => {
      throw error;
    },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const { receiver } = opened;
  await hooktap.recover();

  const until = async <T>(look: () => Promise<T | null | undefined | false>): Promise<T> => {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        const looker = () => {
          lookers.delete(looker);
          resolve();
        };
        lookers.add(looker);
      });
      const found = await look();
      if (found) return found;
      await changed;
    }
  };
  const find = async (path: string): Promise<Event | null> => {
    const { items } = await store.page({ words: [], limit: 500 });
    const item = items.find((one) => one.requestTarget === path);
    return item ? store.event(item.id as EventId) : null;
  };
  let closed: Promise<void> | null = null;
  const close = (graceMs = 0) => {
    closed ??= (async () => {
      await receiver.close(graceMs);
      await hooktap.close(graceMs);
      await forwarder.close();
      await store.close();
    })();
    return closed;
  };
  return {
    hooktap,
    store,
    changes,
    origin: receiver.origin,
    apply,
    until,
    async send(path, body = '{}', init = {}) {
      const response = await fetch(`${receiver.origin}${path}`, { method: 'POST', body, ...init });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    told: (test) => until(async () => changes.find(test)),
    deliveries: (path, ...statuses) =>
      until(async () => {
        const found = await find(path);
        const all = found?.deliveries ?? [];
        return all.length > 0 && all.every(({ status }) => statuses.includes(status)) && all;
      }),
    event: (path) => until(() => find(path)),
    close,
    [Symbol.asyncDispose]: () => close(),
  };
}

const configured = (config: Config): ConfiguredEndpoint => ({
  config: { name: 'default', path: '/', ...config },
  source: { kind: 'flags' },
});

async function openedStore(dataDir: string, clock: Clock, file: FilePort): Promise<Store> {
  const opened = await openLowdbStore({ dataDir, clock, file });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.store;
}
