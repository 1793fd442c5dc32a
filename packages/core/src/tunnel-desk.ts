import type { TunnelReport, TunnelRetry } from '@hooktap/protocol';
import type { Clock } from './clock.ts';
import type { Store } from './store-port.ts';
import type { Surroundings } from './surroundings.ts';
import { TunnelHistory } from './tunnel-history.ts';
import type { Tunnel } from './tunnel-port.ts';

/** Between two tries that a person asks for: public tunnel servers shut out whoever asks too often. */
const retryGapMs = 3000;

interface Context {
  readonly store: Pick<Store, 'currentSeq'>;
  readonly clock: Clock;
  readonly surroundings: Surroundings;
}

/** The tunnel as a person sees it: what became of it in this run, and a try at once. */
export class TunnelDeskOfRun {
  readonly #context: Context;
  readonly #history: TunnelHistory;
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(context: Context) {
    this.#context = context;
    this.#history = new TunnelHistory(context.clock);
  }

  attach(tunnel: Tunnel): void {
    this.#history.note(tunnel.status());
    tunnel.subscribe((status) => this.#history.note(status));
  }

  report(): TunnelReport {
    const { surroundings, store } = this.#context;
    const { tunnel } = surroundings;
    return {
      tunnel: surroundings.status().tunnel,
      history: this.#history.stays,
      probes: [...(tunnel?.probes() ?? [])],
      urls: this.#history.urls,
      sockets: tunnel?.sockets() ?? null,
      waitingLimit: surroundings.waitingLimit(),
      seq: store.currentSeq(),
    };
  }

  retry(): TunnelRetry {
    const { surroundings, clock } = this.#context;
    const now = clock.monotonic();
    if (!surroundings.tunnel) return { kind: 'under-way' };
    if (now - this.#triedAt < retryGapMs) return { kind: 'too-soon' };
    const kind = surroundings.tunnel.retry();
    if (kind === 'probing' || kind === 'opening') this.#triedAt = now;
    return { kind };
  }
}
