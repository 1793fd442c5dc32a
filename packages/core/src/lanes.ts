import type { Delivery, DeliveryId, EndpointQueue, TargetStatus } from '@hooktap/protocol';
import type { Clock } from './clock.ts';
import { type Deliver, withStatus } from './deliver.ts';
import type { Duty, Settled } from './duty.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { toDeliverySummary } from './event-state.ts';
import type { Forwarder, ForwardOutcome } from './forwarder-port.ts';
import { Lane } from './lane.ts';
import type { Publisher } from './publisher.ts';
import type { Store } from './store-port.ts';
import { attemptStored, type Route } from './stored-attempt.ts';
import { parseTarget, type Target } from './target.ts';
import { TargetMonitor } from './target-monitor.ts';

export interface LanesContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly book: EndpointBook;
  readonly deliver: Deliver;
  readonly forwarder: Forwarder;
  /** The waits before retries pass so many times as fast. */
  readonly timeScale: number;
  readonly random: () => number;
}

const keyOf = (endpoint: string, { url }: Target): string => `${endpoint}\n${url}`;

/** Every lane there is, and the health of the targets at their ends. */
export class Lanes {
  readonly #context: LanesContext;
  readonly #lanes = new Map<string, Lane>();
  readonly #monitors = new Map<string, TargetMonitor>();
  /** Called once with how the next attempt of a delivery left it. */
  readonly #settling = new Map<DeliveryId, (settled: Settled) => void>();
  #stopped = false;

  constructor(context: LanesContext) {
    this.#context = context;
    this.#watchTargets();
    context.book.subscribe(() => this.#adapt());
  }

  lane({ name }: EndpointPolicy, target: Target): Lane {
    const key = keyOf(name, target);
    const known = this.#lanes.get(key);
    if (known) return known;
    const lane = this.#open(name, target);
    this.#lanes.set(key, lane);
    return lane;
  }

  /** The lane in which a delivery is, and its duty, taken out, unless it is under way. */
  takeOut(id: DeliveryId): { lane: Lane; duty: Duty | null } | null {
    for (const lane of this.#lanes.values()) {
      if (lane.isUnderWay(id)) return { lane, duty: null };
      const duty = lane.take(id);
      if (duty) return { lane, duty };
    }
    return null;
  }

  /** Whether a sender waits for the handler's answer to what waits here. */
  waits(id: DeliveryId): boolean {
    return [...this.#lanes.values()].some((lane) => lane.peek(id)?.waiter != null);
  }

  /** How the next attempt of a delivery leaves it. */
  settled(id: DeliveryId): Promise<Settled> {
    return new Promise((resolve) => this.#settling.set(id, resolve));
  }

  queue(endpoint: string): EndpointQueue {
    const total: EndpointQueue = { waiting: 0, held: 0, retrying: 0, underWay: 0 };
    for (const lane of this.#of(endpoint)) {
      const queue = lane.queue();
      total.waiting += queue.waiting;
      total.held += queue.held;
      total.retrying += queue.retrying;
      total.underWay += queue.underWay;
      const next = queue.nextAttemptAt;
      if (next && (!total.nextAttemptAt || next < total.nextAttemptAt)) total.nextAttemptAt = next;
    }
    return total;
  }

  targets(endpoint?: string): TargetStatus[] {
    const all = [...this.#monitors.values()].map(({ status }) => status);
    return endpoint === undefined ? all : all.filter((status) => status.endpoint === endpoint);
  }

  /** An attempt's outcome is fresher news than the last look at a target. */
  learn(endpoint: string, target: Target, outcome: ForwardOutcome): void {
    this.#monitors.get(keyOf(endpoint, target))?.learn(target, outcome);
  }

  /** Ends what waits at an endpoint; what is under way ends by itself. */
  async cancelAll(endpoint: string): Promise<void> {
    for (const lane of this.#of(endpoint)) {
      for (const duty of lane.takeAll()) await this.note(duty, { status: 'cancelled' });
    }
  }

  /** Puts a change of status on record where no attempt was made. */
  async note(duty: Duty, settled: Settled): Promise<void> {
    const { store, deliver } = this.#context;
    const delivery = await store.delivery(duty.id);
    if (!delivery) return;
    await deliver.note({ ...withStatus(toDeliverySummary(delivery), settled), promised: duty.promised });
    await deliver.announceEvent(duty.eventId);
  }

  stop(): void {
    this.#stopped = true;
    for (const lane of this.#lanes.values()) lane.stop();
    for (const monitor of this.#monitors.values()) monitor.stop();
  }

  #of(endpoint: string): Lane[] {
    return [...this.#lanes.values()].filter(({ context }) => context.endpoint === endpoint);
  }

  #open(endpoint: string, target: Target): Lane {
    const { book, clock } = this.#context;
    const policy = () => this.#policy(endpoint);
    return new Lane({
      endpoint,
      target,
      clock,
      concurrency: () => policy().concurrency,
      admission: () => {
        const mode = book.mode(endpoint);
        if (mode !== 'deliver') return mode === 'paused' ? 'hold' : 'breakpoint';
        return book.holds(policy()) && this.#isDown(endpoint, target) ? 'hold' : 'deliver';
      },
      run: async (duty, queuedMs) => {
        const settled = await this.#run(
          duty,
          { policy: policy(), target, holds: book.holds(policy()) },
          queuedMs,
        );
        this.#settling.get(duty.id)?.(settled);
        this.#settling.delete(duty.id);
        return settled;
      },
      note: (duty, settled) => void this.note(duty, settled),
    });
  }

  #run(duty: Duty, route: Route, queuedMs: number): Promise<Settled> {
    if (duty.waiter) return duty.waiter.run(queuedMs);
    const { store, deliver, clock, timeScale, random } = this.#context;
    const context = { store, deliver, now: () => clock.now(), timeScale, random };
    return attemptStored(context, duty, route, queuedMs);
  }

  /** An endpoint that is gone leaves what is under way to the one for the rest. */
  #policy(endpoint: string): EndpointPolicy {
    const { book } = this.#context;
    return book.find(endpoint) ?? book.match('');
  }

  #isDown(endpoint: string, target: Target): boolean {
    return this.#monitors.get(keyOf(endpoint, target))?.status.health === 'down';
  }

  #watchTargets(): void {
    const { book, forwarder, clock, publisher } = this.#context;
    const wanted = new Set<string>();
    for (const { name, targets } of book.all) {
      for (const target of targets) {
        const key = keyOf(name, target);
        wanted.add(key);
        if (this.#monitors.has(key) || this.#stopped) continue;
        const onChange = (status: TargetStatus) => {
          publisher.publish({ type: 'target.changed', target: status });
          this.#lanes.get(key)?.reconsider();
        };
        const monitor = new TargetMonitor({ forwarder, clock, endpoint: name, target, onChange });
        this.#monitors.set(key, monitor);
        monitor.start();
      }
    }
    for (const [key, monitor] of this.#monitors) {
      if (wanted.has(key)) continue;
      monitor.stop();
      this.#monitors.delete(key);
    }
  }

  /** After a change of the configuration or of a switch. */
  #adapt(): void {
    this.#watchTargets();
    for (const [key, lane] of [...this.#lanes]) {
      this.#retarget(lane);
      if (lane.isIdle) this.#lanes.delete(key);
      else lane.reconsider();
    }
  }

  /** What waits for a handler that has moved goes to where it is now. */
  #retarget(lane: Lane): void {
    const { endpoint, target } = lane.context;
    const policy = this.#context.book.find(endpoint);
    const [only, ...others] = policy?.targets ?? [];
    if (!policy || !only || others.length > 0 || only.url === target.url) return;
    for (const duty of lane.takeAll()) {
      if (duty.replay) lane.add(duty);
      else this.lane(policy, only).add(duty);
    }
  }
}

/** Where a delivery on record goes; null where its target can no longer be read. */
export function laneOf(lanes: Lanes, book: EndpointBook, { endpoint, target }: Delivery): Lane | null {
  const parsed = parseTarget(target);
  return parsed.ok ? lanes.lane(book.find(endpoint) ?? book.match(''), parsed.target) : null;
}
