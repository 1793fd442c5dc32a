import type { Delivery, DeliveryId, EndpointQueue, TargetStatus } from '@hooktap/protocol';
import type { Clock } from './clock.ts';
import type { Deliver } from './deliver.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import type { Duty, Settled } from './duty.ts';
import { DutyNotes } from './duty-notes.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { Forwarder, ForwardOutcome } from './forwarder-port.ts';
import { Lane } from './lane.ts';
import type { Admission } from './lane-context.ts';
import { totalQueue } from './lane-queue.ts';
import type { Publisher } from './publisher.ts';
import { notDeliveredReply } from './replies.ts';
import { Settling } from './settling.ts';
import type { Store } from './store-port.ts';
import { attemptStored } from './stored-attempt.ts';
import { parseTarget, type Target } from './target.ts';
import { routeKey, TargetMonitors } from './target-monitors.ts';

interface LanesContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly book: EndpointBook;
  readonly deliver: Deliver;
  readonly records: DeliveryRecords;
  readonly forwarder: Forwarder;
  /** The waits before retries pass so many times as fast. */
  readonly timeScale: number;
  readonly random: () => number;
}

/** Where a delivery that is not over is; `arriving`: on its way to the disk. `waiting` is taken out of its lane. */
type Found =
  | { readonly kind: 'arriving' }
  | { readonly kind: 'under-way'; cancel(): void }
  | { readonly kind: 'waiting'; readonly lane: Lane; readonly duty: Duty };

/** Every lane there is, and the health of the targets at their ends. */
export class Lanes {
  readonly #context: LanesContext;
  readonly #lanes = new Map<string, Lane>();
  readonly #monitors: TargetMonitors;
  readonly #notes: DutyNotes;
  readonly settling = new Settling();
  readonly #arriving = new Set<DeliveryId>();
  readonly #running = new Set<Promise<unknown>>();
  #isOpen = true;

  constructor(context: LanesContext) {
    this.#context = context;
    const { forwarder, clock, publisher, book } = context;
    this.#notes = new DutyNotes(context);
    this.#monitors = new TargetMonitors({
      forwarder,
      clock,
      onChange: (status, target) => {
        publisher.publish({ type: 'target.changed', target: status });
        const lane = this.#lanes.get(routeKey(status.endpoint, target));
        if (status.health === 'up') lane?.wake();
        else lane?.reconsider();
      },
    });
    this.#monitors.watch(book.all);
    book.subscribe(() => this.#adapt());
  }

  /** Nothing begins until `open`. */
  shut(): void {
    this.#isOpen = false;
  }

  open(): void {
    this.#isOpen = true;
    for (const lane of this.#lanes.values()) lane.pump();
  }

  lane(endpoint: string, target: Target): Lane {
    const key = routeKey(endpoint, target);
    const known = this.#lanes.get(key);
    if (known) return known;
    const lane = this.#open(endpoint, target);
    this.#lanes.set(key, lane);
    return lane;
  }

  /** Where a delivery on record goes today; null where its target can no longer be read. */
  laneOf({ endpoint, target, cause }: Pick<Delivery, 'endpoint' | 'target' | 'cause'>): Lane | null {
    const parsed = parseTarget(target);
    if (!parsed.ok) return null;
    return this.lane(
      endpoint,
      cause === 'replay' ? parsed.target : this.#targetToday(endpoint, parsed.target),
    );
  }

  /** A delivery is about to be added: nobody else is to begin it. */
  expect(id: DeliveryId): void {
    this.#arriving.add(id);
  }

  /** It was not kept, so that it is not added after all. */
  forget(id: DeliveryId): void {
    this.#arriving.delete(id);
  }

  /** An arrival, to wherever its endpoint leads by now. */
  add(endpoint: string, target: Target, duty: Duty): void {
    this.#arriving.delete(duty.id);
    this.lane(endpoint, this.#targetToday(endpoint, target)).add(duty);
  }

  /** Null where it is over, or was never begun. */
  takeOut(id: DeliveryId): Found | null {
    if (this.#arriving.has(id)) return { kind: 'arriving' };
    for (const lane of this.#lanes.values()) {
      if (lane.isUnderWay(id)) return { kind: 'under-way', cancel: () => lane.cancel(id) };
      const duty = lane.take(id);
      if (duty) return { kind: 'waiting', lane, duty };
    }
    return null;
  }

  /** What waits, left where it is. */
  peek(id: DeliveryId): Duty | undefined {
    for (const lane of this.#lanes.values()) {
      const duty = lane.peek(id);
      if (duty) return duty;
    }
    return undefined;
  }

  queue(endpoint: string): EndpointQueue {
    return totalQueue(this.#of(endpoint).map((lane) => lane.queue()));
  }

  targets(endpoint?: string): TargetStatus[] {
    return this.#monitors.statuses(endpoint);
  }

  /** An attempt's outcome is fresher news than the last look at a target. */
  learn(endpoint: string, target: Target, outcome: ForwardOutcome): void {
    this.#monitors.learn(endpoint, target, outcome);
  }

  /** Takes out all that waits at an endpoint and ends it; what is under way ends by itself. */
  async cancelAll(endpoint: string): Promise<void> {
    const duties = this.#of(endpoint).flatMap((lane) => lane.takeAll());
    await Promise.all(
      duties.map(async (duty) => {
        await duty.waiter?.answer(notDeliveredReply);
        await this.#notes.note(duty, { status: 'cancelled' });
        this.settling.tell(duty.id, { status: 'cancelled' });
      }),
    );
  }

  /** Nothing more begins. Settles when the senders that wait for their turn are told. */
  async stop(): Promise<void> {
    this.#monitors.stop();
    await Promise.all([...this.#lanes.values()].map((lane) => lane.stop()));
  }

  /** Settles when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  #of(endpoint: string): Lane[] {
    return [...this.#lanes.values()].filter(({ context }) => context.endpoint === endpoint);
  }

  #open(endpoint: string, target: Target): Lane {
    const policy = () => this.#policy(endpoint);
    const lane = new Lane({
      endpoint,
      target,
      clock: this.#context.clock,
      isOpen: () => this.#isOpen,
      concurrency: () => policy().concurrency,
      admission: () => this.#admission(endpoint, target),
      run: (duty, ending) => this.#run(duty, { policy: policy(), target, ending }),
      note: (duty, settled) => void this.#notes.note(duty, settled),
      settled: ({ id }, settled) => {
        this.#retarget(lane);
        this.settling.tell(id, settled);
      },
    });
    return lane;
  }

  #admission(endpoint: string, target: Target): Admission {
    const { book } = this.#context;
    const mode = book.mode(endpoint);
    if (mode !== 'deliver') return mode === 'paused' ? 'hold' : 'breakpoint';
    return this.#monitors.isDown(endpoint, target) && book.holds(this.#policy(endpoint)) ? 'hold' : 'deliver';
  }

  #run(
    duty: Duty,
    to: { policy: EndpointPolicy; target: Target; ending: AbortController },
  ): Promise<Settled> {
    const { clock, book } = this.#context;
    const turn = { ...to, queuedMs: clock.monotonic() - duty.since };
    const attempt = () =>
      duty.waiter
        ? duty.waiter.run(turn)
        : attemptStored(
            { ...this.#context, now: () => clock.now(), holds: (policy) => book.holds(policy) },
            duty,
            turn,
          );
    const running = duty.noting ? duty.noting.then(attempt) : attempt();
    this.#running.add(running);
    return running.finally(() => this.#running.delete(running));
  }

  /** An endpoint that is gone leaves what is under way to the one for the rest. */
  #policy(endpoint: string): EndpointPolicy {
    const { book } = this.#context;
    return book.find(endpoint) ?? book.match('');
  }

  /** What waits for a handler that has moved goes to where it is now. */
  #targetToday(endpoint: string, target: Target): Target {
    const targets = this.#context.book.find(endpoint)?.targets ?? [];
    const [only] = targets;
    return only && targets.length === 1 ? only : target;
  }

  /** After a change of the configuration or of a switch. */
  #adapt(): void {
    this.#monitors.watch(this.#context.book.all);
    for (const [key, lane] of [...this.#lanes]) {
      this.#retarget(lane);
      if (lane.isIdle) this.#lanes.delete(key);
      else lane.reconsider();
    }
  }

  #retarget(lane: Lane): void {
    const { endpoint, target } = lane.context;
    const today = this.#targetToday(endpoint, target);
    if (today.url !== target.url) lane.moveTo(this.lane(endpoint, today));
  }
}
