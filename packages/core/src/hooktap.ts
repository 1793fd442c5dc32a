import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { Status, TargetStatus, TunnelStatus } from '@hooktap/protocol';
import { annotate } from './annotate.ts';
import { Capture } from './capture.ts';
import { type Clock, toInstant } from './clock.ts';
import { Deliver } from './deliver.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { Forwarder } from './forwarder-port.ts';
import type { IdSource } from './ids.ts';
import type { Inspection } from './inspection-port.ts';
import type { Intake } from './intake-port.ts';
import { ProbeNonces } from './probe-nonces.ts';
import { Publisher } from './publisher.ts';
import { Receive } from './receive.ts';
import { recover } from './recover.ts';
import { Replay } from './replay.ts';
import { keepRetaining } from './retain.ts';
import { remove, restore } from './selection.ts';
import { Slots } from './slots.ts';
import type { RetentionLimits, Store } from './store-port.ts';
import { TargetMonitor } from './target-monitor.ts';
import type { Tunnel } from './tunnel-port.ts';

/** Deliveries that nobody waits for run beside each other up to this many. */
const backgroundDeliveries = 8;
/** Of a handler's response this much is recorded; the rest is only passed on. */
const responseRecordLimit = 10 * 1024 * 1024;
/** Sockets of a tunnel that stay free for capturing while others wait for the handler. */
const freeSockets = 3;

export interface HooktapOptions {
  readonly store: Store;
  readonly forwarder: Forwarder;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly version: string;
  readonly dataDir: string;
  readonly retention: RetentionLimits;
  readonly endpoint: EndpointPolicy;
}

/** One running Hooktap without its servers: what the receiver and the inspector API are given. */
export interface Hooktap {
  readonly intake: Intake;
  readonly inspection: Inspection;
  attachReceiver(receiver: Status['receiver']): void;
  attachTunnel(tunnel: Tunnel): void;
  /** For one probe of the public URL; withdraw it when the probe is over. */
  issueNonce(): { nonce: string; withdraw(): void };
  /** Goes on with, or closes, what the last stop left open. */
  recover(): Promise<void>;
  /** Lets attempts finish for `graceMs`, then ends them; the store stays open. */
  close(graceMs: number): Promise<void>;
}

/** Wires the three stories to their ports. */
export async function createHooktap(options: HooktapOptions): Promise<Hooktap> {
  const { store, forwarder, clock, ids, endpoint } = options;
  const publisher = await Publisher.open(store);
  const surroundings = new Surroundings(options, publisher);
  const stopping = new AbortController();
  // Every attempt under way listens to it.
  setMaxListeners(0, stopping.signal);
  const nonces = new ProbeNonces();
  const slots = new Slots(backgroundDeliveries);
  const deliver = new Deliver({
    store,
    publisher,
    forwarder,
    clock,
    recordLimit: responseRecordLimit,
    stopping: stopping.signal,
    onOutcome: (target, outcome) => surroundings.monitor?.learn(target, outcome),
  });
  const publicOrigin = () => surroundings.tunnel?.status().url?.replace(/\/$/, '') ?? null;
  const capture = new Capture({ store, publisher, clock, ids, endpoint: endpoint.name, publicOrigin });
  const replay = new Replay({ store, publisher, clock, ids, deliver, slots, endpoint });
  const waitingLimit = () => {
    const sockets = surroundings.tunnel?.sockets() ?? null;
    return sockets === null ? null : Math.max(1, sockets - freeSockets);
  };
  const receive = new Receive({
    store,
    publisher,
    clock,
    ids,
    capture,
    deliver,
    slots,
    endpoint,
    waitingLimit,
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
      ...pendingDesks,
      status: () => surroundings.status(),
      annotate: (eventId, marks) => annotate({ store, publisher }, eventId, marks),
      remove: (selection) => remove({ store, publisher, clock }, selection),
      restore: (selection) => restore({ store, publisher, clock }, selection),
      replay: (id, request) => replay.replay(id, request),
    },
    attachReceiver: (receiver) => surroundings.attachReceiver(receiver),
    attachTunnel: (tunnel) => surroundings.attachTunnel(tunnel),
    issueNonce: () => nonces.issue(),
    recover: () => recover({ store, clock, deliver, replay }),
    close: async (graceMs) => {
      surroundings.close();
      retaining.stop();
      const timer = setTimeout(() => stopping.abort(), graceMs);
      await deliver.idle();
      clearTimeout(timer);
      stopping.abort();
    },
  };
}

/** What stands around the stories and is told in the status: receiver, tunnel and target. */
class Surroundings {
  readonly instance = randomBytes(8).toString('hex');
  readonly monitor: TargetMonitor | null;
  tunnel: Tunnel | null = null;
  readonly #options: HooktapOptions;
  readonly #publisher: Publisher;
  readonly #startedAt: number;
  #receiver: Status['receiver'] = { url: '', port: 0, addresses: [] };

  constructor(options: HooktapOptions, publisher: Publisher) {
    const { clock, forwarder, endpoint } = options;
    this.#options = options;
    this.#publisher = publisher;
    this.#startedAt = clock.monotonic();
    const onChange = (target: TargetStatus) => publisher.publish({ type: 'target.changed', target });
    const { name, target } = endpoint;
    this.monitor = target && new TargetMonitor({ forwarder, clock, endpoint: name, target, onChange });
    this.monitor?.start();
  }

  attachReceiver(receiver: Status['receiver']): void {
    this.#receiver = receiver;
  }

  attachTunnel(tunnel: Tunnel): void {
    this.tunnel = tunnel;
    this.#publisher.publish({ type: 'tunnel.changed', tunnel: tunnel.status() });
    tunnel.subscribe((status) => this.#publisher.publish({ type: 'tunnel.changed', tunnel: status }));
  }

  close(): void {
    this.monitor?.stop();
  }

  status(): Status {
    const { store, clock, endpoint, retention, dataDir, version } = this.#options;
    const { events, pinned, openDeliveries, storedBytes } = store.counts();
    return {
      version,
      instance: this.instance,
      uptimeMs: clock.monotonic() - this.#startedAt,
      seq: store.currentSeq(),
      receiver: this.#receiver,
      tunnel: this.tunnel?.status() ?? notAttached(clock),
      targets: this.monitor ? [this.monitor.status] : [],
      reply: endpoint.reply.kind === 'fixed' ? String(endpoint.reply.statusCode) : endpoint.reply.kind,
      counts: { events, pinned, openDeliveries, rejected: store.rejected().total },
      sizes: { storedBytes, keepBytes: retention.keepBytes },
      dataDir,
      warnings: [...store.warnings],
    };
  }
}

const notAttached = (clock: Clock): TunnelStatus => ({
  kind: 'none',
  state: 'connecting',
  reason: 'The tunnel is about to be opened.',
  since: toInstant(clock.now()),
  url: null,
});

// In the making: takes the place of the desks until they are wired.
const pendingDesks = {} as Pick<Inspection, 'endpoints' | 'deliveries' | 'batches'>;
