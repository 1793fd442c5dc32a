import { type Clock, type Tunnel, type TunnelRetried, toInstant } from '@hooktap/core';
import type { TunnelProbe, TunnelStatus } from '@hooktap/protocol';
import { Alarm, pause } from './alarm.ts';
import type { RegistrationFailure, TunnelClient } from './localtunnel-client.ts';
import { type Pace, retryWait } from './pace.ts';
import type { Probe, ProbeResult } from './probe.ts';
import { ProbeLog } from './probe-log.ts';
import { because, part, type Reason } from './reason.ts';
import { Registrar } from './registrar.ts';
import { StatusBoard } from './status-board.ts';

interface SupervisorOptions {
  port: number;
  /** The server's URL without a slash at its end. */
  host: string;
  name: string | undefined;
  rememberName(name: string): void;
  probe: Probe;
  clock: Clock;
  random(): number;
  pace: Pace;
}

const wasClosed: Reason = { reason: 'it was closed', parts: [part('closed')] };
const allGone: Reason = { reason: 'all its sockets are gone', parts: [part('all-gone')] };

/** Keeps a localtunnel open, under one name, and tells truly how it stands. */
export class LocaltunnelSupervisor implements Tunnel {
  readonly #options: SupervisorOptions;
  readonly #board: StatusBoard;
  readonly #registrar: Registrar;
  readonly #ending = new AbortController();
  readonly #trouble = new Alarm();
  /** Ends the wait before the next try. */
  readonly #hurry = new Alarm();
  readonly #probes = new ProbeLog();
  #doing: 'trying' | 'watching' | 'waiting' = 'trying';
  readonly #ended: Promise<void>;
  #sockets: number | null = null;
  #lastCarriedAt = 0;
  /** Failures in a row to get a tunnel. */
  #failures = 0;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#registrar = new Registrar({
      port: options.port,
      host: options.host,
      name: options.name,
      rememberName: options.rememberName,
      pace: options.pace,
      signal: this.#ending.signal,
      onTrouble: () => this.#trouble.ring(),
      onRequest: () => this.#carried(),
    });
    const [host, { name }] = [new URL(options.host).host, this.#registrar];
    const asking = {
      reason: `Asking ${host} for the tunnel “${name}”.`,
      parts: [part('asking', { host, name })],
    };
    this.#board = new StatusBoard('localtunnel', 'connecting', asking, options.clock);
    this.#ended = this.#supervise();
  }

  status(): TunnelStatus {
    return this.#board.status;
  }

  subscribe(listener: (status: TunnelStatus) => void): () => void {
    return this.#board.subscribe(listener);
  }

  sockets(): number | null {
    return this.#sockets;
  }

  probes(): readonly TunnelProbe[] {
    return this.#probes.all;
  }

  retry(): TunnelRetried {
    if (this.#ending.signal.aborted) return 'off';
    switch (this.#doing) {
      case 'trying':
        return 'under-way';
      case 'watching':
        this.#trouble.ring();
        return 'probing';
      case 'waiting':
        this.#hurry.ring();
        return 'opening';
    }
  }

  async close(): Promise<void> {
    this.#board.show('closed', { reason: 'The tunnel was closed.', parts: [part('closed')] });
    this.#ending.abort();
    await this.#ended;
  }

  async #supervise(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      const opened = await this.#registrar.register(this.#board);
      if (!opened.ok) {
        await this.#waitAfter(opened.failure);
        continue;
      }
      const lost = (await this.#prove(opened.client)) ?? (await this.#watch(opened.client));
      this.#doing = 'trying';
      opened.client.close();
      await this.#waitToReopen(lost);
    }
  }

  /** Checks a new tunnel before anybody is told its URL; answers what is wrong with it, if anything. */
  async #prove(client: TunnelClient): Promise<Reason | null> {
    const waits = [...this.#options.pace.proofWaitsMs];
    for (;;) {
      const result = await this.#probe(client);
      if (this.#ending.signal.aborted) return wasClosed;
      if (result.ok) return this.#opened(client);
      const wait = waits.shift();
      if (wait === undefined || client.spent.aborted) return result;
      const given = `${client.url} was given, but does not work yet: ${result.reason}.`;
      this.#board.show('degraded', because(given, result, part('not-yet', { url: client.url })), wait);
      await pause(wait, this.#ending.signal);
    }
  }

  #opened(client: TunnelClient): null {
    this.#failures = 0;
    this.#doing = 'watching';
    this.#sockets = client.sockets;
    const warning = this.#registrar.adopt(client);
    const reason = `${client.url} reaches this machine.`;
    const reaches: Reason = { reason, parts: [part('reaches', { url: client.url })] };
    this.#board.showOpen(
      client.url,
      warning === null
        ? reaches
        : because(`${reason} ${warning.reason}`, warning, part('reaches', { url: client.url })),
    );
    return null;
  }

  /** Ends when the tunnel has to be opened anew; answers why. */
  async #watch(client: TunnelClient): Promise<Reason> {
    const { clock, pace } = this.#options;
    const { signal } = this.#ending;
    const { reason, parts } = this.#board.status;
    const well: Reason = { reason, ...(parts && { parts }) };
    let failed = false;
    while (!signal.aborted) {
      const waitMs = failed ? pace.recheckMs : pace.tickMs;
      const before = clock.now();
      const troubled = await this.#trouble.wait(waitMs, signal);
      // The wall clock, since the monotonic one may stand still while the machine sleeps.
      const slept = clock.now() - before > 2 * Math.max(waitMs, pace.tickMs);
      const idle = clock.monotonic() - this.#lastCarriedAt >= pace.idleMs;
      if (!failed && !troubled && !slept && !idle) continue;
      const result = await this.#probe(client);
      if (signal.aborted) break;
      if (!result.ok && (failed || client.spent.aborted)) return result;
      if (!result.ok) {
        const broken = `Requests do not come through: ${result.reason}.`;
        this.#board.show('degraded', because(broken, result, part('not-through')), pace.recheckMs);
      } else if (client.lostSockets() * 2 >= client.sockets) {
        return client.lastTrouble() ?? { reason: 'half of its sockets are gone', parts: [part('half-gone')] };
      } else {
        this.#board.showOpen(client.url, well);
      }
      failed = !result.ok;
    }
    return wasClosed;
  }

  async #probe(client: TunnelClient): Promise<ProbeResult> {
    const { clock, probe } = this.#options;
    const spent = client.spent;
    const [at, startedAt] = [toInstant(clock.now()), clock.monotonic()];
    const answered = await probe(client.url, AbortSignal.any([this.#ending.signal, spent]));
    const tookMs = clock.monotonic() - startedAt;
    const result: ProbeResult = spent.aborted
      ? { ok: false, ...(client.lastTrouble() ?? allGone) }
      : answered;
    const looked = { at, url: client.url };
    if (!this.#ending.signal.aborted)
      this.#probes.note(
        result.ok
          ? { kind: 'reached', ...looked, tookMs: result.latencyMs }
          : {
              kind: 'failed',
              ...looked,
              tookMs,
              reason: result.reason,
              ...(result.parts && { parts: result.parts }),
            },
      );
    if (result.ok) this.#carried();
    return result;
  }

  /** Before the next try; a person may cut it short. */
  async #wait(ms: number): Promise<void> {
    this.#doing = 'waiting';
    await this.#hurry.wait(ms, this.#ending.signal);
    this.#doing = 'trying';
  }

  #carried(): void {
    this.#lastCarriedAt = this.#options.clock.monotonic();
  }

  async #waitAfter(failure: RegistrationFailure): Promise<void> {
    const { kind, reason } = failure;
    // A server that gave this name before only seems to refuse it: what stands before it is at fault.
    const isRefused = kind === 'refused' && this.#board.status.url === null;
    const wait = isRefused || kind === 'throttled' ? this.#slowWait() : this.#nextWait();
    const keeps = 'Hooktap keeps trying; the receiver on this machine works meanwhile.';
    this.#board.show(
      isRefused ? 'failed' : 'reconnecting',
      because(`There is no public URL: ${reason}. ${keeps}`, failure, part('no-url'), part('keeps-trying')),
      wait,
    );
    await this.#wait(wait);
  }

  async #waitToReopen(lost: Reason): Promise<void> {
    const wait = this.#nextWait();
    const broken = `The tunnel does not work: ${lost.reason}. It is opened anew.`;
    this.#board.show('reconnecting', because(broken, lost, part('lost'), part('anew')), wait);
    await this.#wait(wait);
  }

  #nextWait(): number {
    return retryWait(this.#options.pace, this.#failures++, this.#options.random());
  }

  #slowWait(): number {
    return this.#options.pace.refusedRetryMs * (1 + Math.min(this.#failures++, 4)) + this.#nextWait();
  }
}
