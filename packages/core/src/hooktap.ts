import type { Status } from '@hooktap/protocol';
import { annotate } from './annotate.ts';
import { Batches } from './batch-desk.ts';
import { Capture } from './capture.ts';
import type { Clock } from './clock.ts';
import { type EndpointDefaults, type RetrySchedules, usualDefaults } from './compile-endpoint.ts';
import { Deliver } from './deliver.ts';
import { deliveryDesk } from './delivery-desk.ts';
import { Duplicates } from './duplicates.ts';
import { type Applied, type ConfiguredEndpoint, EndpointBook } from './endpoint-book.ts';
import { endpointDesk } from './endpoint-desk.ts';
import { EventReadings } from './event-readings.ts';
import type { Forwarder } from './forwarder-port.ts';
import type { IdSource } from './ids.ts';
import type { Inspection } from './inspection-port.ts';
import type { Intake } from './intake-port.ts';
import { Lanes } from './lanes.ts';
import { ProbeNonces } from './probe-nonces.ts';
import type { ProviderCatalog } from './provider-port.ts';
import { Publisher } from './publisher.ts';
import { Receive } from './receive.ts';
import { recover } from './recover.ts';
import { Replay } from './replay.ts';
import { keepRetaining } from './retain.ts';
import { selectDeliveries, selectEvents } from './selected.ts';
import { remove, restore } from './selection.ts';
import type { RetentionLimits, Store } from './store-port.ts';
import { Surroundings } from './surroundings.ts';
import type { Tunnel } from './tunnel-port.ts';

/** Of a handler's response this much is recorded; the rest is only passed on. */
const responseRecordLimit = 10 * 1024 * 1024;

export interface HooktapOptions {
  readonly store: Store;
  readonly forwarder: Forwarder;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly version: string;
  readonly dataDir: string;
  readonly retention: RetentionLimits;
  /** What endpoints go by that say nothing of it. */
  readonly defaults?: EndpointDefaults;
  readonly schedules?: RetrySchedules;
  /** The provider packs, which may come later than the first request; without them nothing is recognised. */
  readonly catalog?: Promise<ProviderCatalog>;
  /** The waits before retries pass so many times as fast; by default in real time. */
  readonly timeScale?: number;
}

/** One running Hooktap without its servers: what the receiver and the inspector API are given. */
export interface Hooktap {
  readonly intake: Intake;
  readonly inspection: Inspection;
  /** Takes the endpoints of flags and config file, all or none; the next request goes by them. */
  applyEndpoints(endpoints: readonly ConfiguredEndpoint[]): Applied;
  attachReceiver(receiver: Status['receiver']): void;
  attachTunnel(tunnel: Tunnel): void;
  /** For one probe of the public URL; withdraw it when the probe is over. */
  issueNonce(): { nonce: string; withdraw(): void };
  /** Goes on with, or closes, what the last stop left open. */
  recover(): Promise<void>;
  /** Lets attempts finish for `graceMs`, then ends them; the store stays open. */
  close(graceMs: number): Promise<void>;
}

/** Wires the stories to their ports. */
export async function createHooktap(options: HooktapOptions): Promise<Hooktap> {
  const { store, forwarder, clock, ids } = options;
  const { defaults = usualDefaults, schedules = () => null, timeScale = 1 } = options;
  const random = Math.random;
  const publisher = await Publisher.open(store);
  const nonces = new ProbeNonces();
  const book = new EndpointBook({ store, defaults, schedules });
  const deliver = new Deliver({
    store,
    publisher,
    forwarder,
    clock,
    recordLimit: responseRecordLimit,
    onOutcome: (endpoint, target, outcome) => lanes.learn(endpoint, target, outcome),
  });
  const lanes = new Lanes({ store, publisher, clock, book, deliver, forwarder, timeScale, random });
  const surroundings = new Surroundings(options, { publisher, book, lanes });
  const publicOrigin = () => surroundings.publicOrigin();
  const duplicates = new Duplicates();
  const catalog = options.catalog ?? new Promise<ProviderCatalog>(() => {});
  const readings = new EventReadings({ store, publisher, book, duplicates, catalog });
  const capture = new Capture({ store, publisher, clock, ids, duplicates, readings, publicOrigin });
  const replay = new Replay({ store, publisher, clock, ids, deliver, book, lanes });
  const waitingLimit = () => surroundings.waitingLimit();
  const stories = { store, publisher, clock, ids, capture, deliver, book, lanes, readings };
  const receive = new Receive({ ...stories, timeScale, random, waitingLimit });
  const endpoints = endpointDesk({ book, lanes, publisher });
  const batches = new Batches({
    store,
    publisher,
    clock,
    ids,
    replayOne: (id, request) => replay.replayToEnd(id, request),
    select: (q, limit) => selectEvents(store, q, { now: clock.now(), limit }),
  });
  const retaining = keepRetaining({ store, publisher, clock, limits: options.retention });

  return {
    intake: {
      openBody: () => store.openBody(),
      receive: (request, sender) => receive.receive(request, sender),
      rejected: (request) => store.noteRejected(request),
      probeAnswer: (nonce) => nonces.answer(nonce),
    },
    inspection: {
      version: options.version,
      instance: surroundings.instance,
      store,
      publisher,
      endpoints,
      deliveries: deliveryDesk({
        store,
        clock,
        deliver,
        book,
        lanes,
        select: (selection) => selectDeliveries(store, selection, clock.now()),
      }),
      batches,
      status: () => surroundings.status(),
      annotate: (eventId, marks) => annotate({ store, publisher }, eventId, marks),
      remove: (selection) => remove({ store, publisher, clock }, selection),
      restore: (selection) => restore({ store, publisher, clock }, selection),
      replay: (id, request) => replay.replay(id, request),
    },
    applyEndpoints: (given) => book.apply(given),
    attachReceiver: (receiver) => surroundings.attachReceiver(receiver),
    attachTunnel: (tunnel) => surroundings.attachTunnel(tunnel),
    issueNonce: () => nonces.issue(),
    recover: () => recover({ store, clock, deliver, book, lanes }),
    close: async (graceMs) => {
      batches.close();
      endpoints.stop();
      lanes.stop();
      retaining.stop();
      const timer = setTimeout(() => deliver.stop(), graceMs);
      await deliver.idle();
      clearTimeout(timer);
      deliver.stop();
    },
  };
}
