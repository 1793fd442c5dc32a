import type { TargetStatus } from '@hooktap/protocol';
import type { Clock } from './clock.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { Forwarder, ForwardOutcome } from './forwarder-port.ts';
import type { Target } from './target.ts';
import { TargetMonitor } from './target-monitor.ts';

interface MonitorsContext {
  readonly forwarder: Forwarder;
  readonly clock: Clock;
  readonly onChange: (status: TargetStatus, target: Target) => void;
}

/** What one endpoint sends to one target. */
export const routeKey = (endpoint: string, { url }: Target): string => `${endpoint}\n${url}`;

/** The health of every target that an endpoint leads to. */
export class TargetMonitors {
  readonly #context: MonitorsContext;
  readonly #monitors = new Map<string, TargetMonitor>();
  #stopped = false;

  constructor(context: MonitorsContext) {
    this.#context = context;
  }

  /** Watches the targets of these endpoints, and no others. */
  watch(policies: readonly EndpointPolicy[]): void {
    const wanted = new Set<string>();
    for (const { name, targets } of policies) {
      for (const target of targets) {
        wanted.add(routeKey(name, target));
        this.#begin(name, target);
      }
    }
    for (const [key, monitor] of this.#monitors) {
      if (wanted.has(key)) continue;
      monitor.stop();
      this.#monitors.delete(key);
    }
  }

  statuses(endpoint?: string): TargetStatus[] {
    const all = [...this.#monitors.values()].map(({ status }) => status);
    return endpoint === undefined ? all : all.filter((status) => status.endpoint === endpoint);
  }

  isDown(endpoint: string, target: Target): boolean {
    return this.#monitors.get(routeKey(endpoint, target))?.status.health === 'down';
  }

  /** An attempt's outcome is fresher news than the last look at a target. */
  learn(endpoint: string, target: Target, outcome: ForwardOutcome): void {
    this.#monitors.get(routeKey(endpoint, target))?.learn(target, outcome);
  }

  stop(): void {
    this.#stopped = true;
    for (const monitor of this.#monitors.values()) monitor.stop();
  }

  #begin(endpoint: string, target: Target): void {
    const key = routeKey(endpoint, target);
    if (this.#monitors.has(key) || this.#stopped) return;
    const { forwarder, clock, onChange } = this.#context;
    const monitor = new TargetMonitor({
      forwarder,
      clock,
      endpoint,
      target,
      onChange: (status) => onChange(status, target),
    });
    this.#monitors.set(key, monitor);
    monitor.start();
  }
}
