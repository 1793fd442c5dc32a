import type { TargetStatus } from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { Forwarder, ForwardOutcome } from './forwarder-port.ts';
import { reportBug } from './report-bug.ts';
import { handlers, type Reason, reasonOf } from './say.ts';
import type { Target } from './target.ts';

const probeEveryMs = 3_000;
/** What waits for a handler to come up should not wait long. */
const probeDownEveryMs = 400;
const probeTimeoutMs = 2_000;

const told = (bug: unknown) => reportBug('to look at a target', bug);

interface MonitorOptions {
  readonly forwarder: Forwarder;
  readonly clock: Clock;
  readonly endpoint: string;
  readonly target: Target;
  readonly onChange: (status: TargetStatus) => void;
}

/** Knows whether something listens at a target: by cheap connections, and by what attempts found. */
export class TargetMonitor {
  readonly #options: MonitorOptions;
  #status: TargetStatus;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(options: MonitorOptions) {
    const { endpoint, target, clock } = options;
    this.#options = options;
    const since = toInstant(clock.now());
    this.#status = {
      endpoint,
      url: target.url,
      health: 'unknown',
      since,
      ...reasonOf(handlers.sentence('not-looked')),
    };
  }

  get status(): TargetStatus {
    return this.#status;
  }

  start(): void {
    this.#look().catch(told);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** An attempt's outcome is fresher news than the last look. */
  learn(target: Target, outcome: ForwardOutcome): void {
    if (target.url !== this.#status.url) return;
    if (outcome.kind === 'responded') {
      const status = String(outcome.response.statusCode);
      this.#settle('up', reasonOf(handlers.sentence('target-answered', { status })));
    } else if (outcome.failure === 'connection-refused' || outcome.failure === 'dns') {
      const wasUp = this.#status.health === 'up';
      // The attempt's own words say what to do about its event.
      const refused = reasonOf(handlers.sentence('refused'));
      this.#settle('down', outcome.failure === 'dns' ? unresolved(target, outcome.message) : refused);
      if (wasUp) this.#lookIn(probeDownEveryMs);
    }
  }

  async #look(): Promise<void> {
    const { health, ...why } = await this.#options.forwarder.probe(this.#options.target, probeTimeoutMs);
    if (this.#stopped) return;
    this.#settle(health, why);
    const pauseMs = this.#status.health === 'down' ? probeDownEveryMs : probeEveryMs;
    this.#lookIn(pauseMs);
  }

  #lookIn(pauseMs: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look().catch(told), pauseMs);
    this.#timer.unref();
  }

  #settle(health: TargetStatus['health'], why: Reason): void {
    if (health === this.#status.health) return;
    const { endpoint, url } = this.#status;
    this.#status = { endpoint, url, health, ...why, since: toInstant(this.#options.clock.now()) };
    this.#options.onChange(this.#status);
  }
}

function unresolved({ hostname }: Target, message: string): Reason {
  return { reason: message, parts: [handlers.part('unresolved', { host: hostname, code: 'DNS' })] };
}
