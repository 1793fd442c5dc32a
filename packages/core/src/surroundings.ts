import { randomBytes } from 'node:crypto';
import type { Status, TunnelStatus } from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { HooktapOptions } from './hooktap-options.ts';
import type { Lanes } from './lanes.ts';
import type { Publisher } from './publisher.ts';
import type { StoreTrouble } from './store-trouble.ts';
import type { Tunnel } from './tunnel-port.ts';

interface Stories {
  readonly trouble: StoreTrouble;
  readonly publisher: Publisher;
  readonly book: EndpointBook;
  readonly lanes: Lanes;
}

/** What stands around the stories and is told in the status: receiver, tunnel and targets. */
export class Surroundings {
  readonly instance = randomBytes(8).toString('hex');
  tunnel: Tunnel | null = null;
  readonly #options: HooktapOptions;
  readonly #stories: Stories;
  readonly #startedAt: number;
  #receiver: Status['receiver'] = { url: '', port: 0, addresses: [] };

  constructor(options: HooktapOptions, stories: Stories) {
    this.#options = options;
    this.#stories = stories;
    this.#startedAt = options.clock.monotonic();
  }

  attachReceiver(receiver: Status['receiver']): void {
    this.#receiver = receiver;
  }

  attachTunnel(tunnel: Tunnel): void {
    const { publisher } = this.#stories;
    this.tunnel = tunnel;
    publisher.publish({ type: 'tunnel.changed', tunnel: tunnel.status() });
    tunnel.subscribe((status) => publisher.publish({ type: 'tunnel.changed', tunnel: status }));
  }

  /** Without a path; null before the first URL. */
  publicOrigin(): string | null {
    return this.tunnel?.status().url?.replace(/\/$/, '') ?? null;
  }

  /** The present public URL and the one before, without paths. */
  publicOrigins(): readonly string[] {
    const { url = null, previousUrl } = this.tunnel?.status() ?? {};
    return [url, previousUrl].flatMap((one) => (one ? [one.replace(/\/$/, '')] : []));
  }

  /** How many tunnelled requests may wait for a handler; null: no limit. */
  waitingLimit(): number | null {
    const sockets = this.tunnel?.sockets() ?? null;
    return sockets === null ? null : Math.max(1, sockets - freeSockets);
  }

  status(): Status {
    const { store, clock, retention, dataDir, version } = this.#options;
    const { lanes, book, trouble } = this.#stories;
    const warnings = [...store.warnings, ...trouble.warnings];
    const { events, pinned, openDeliveries, storedBytes } = store.counts();
    return {
      version,
      instance: this.instance,
      uptimeMs: clock.monotonic() - this.#startedAt,
      seq: store.currentSeq(),
      receiver: this.#receiver,
      tunnel: this.tunnel?.status() ?? notAttached(clock),
      targets: lanes.targets(),
      reply: replyText(book.match('/')),
      counts: { events, pinned, openDeliveries, rejected: store.rejected().total },
      sizes: { storedBytes, keepBytes: retention.keepBytes },
      dataDir,
      warnings: warnings.map(({ message }) => message),
      ...(warnings.length > 0 && { warningParts: warnings.map(({ parts }) => parts) }),
    };
  }
}

/** Sockets of a tunnel that stay free for capturing while others wait for the handler. */
const freeSockets = 3;

const replyText = ({ reply }: EndpointPolicy): string =>
  reply.kind === 'fixed' ? String(reply.reply.statusCode) : reply.kind;

const notAttached = (clock: Clock): TunnelStatus => ({
  kind: 'none',
  state: 'connecting',
  reason: 'The tunnel is about to be opened.',
  since: toInstant(clock.now()),
  url: null,
});
