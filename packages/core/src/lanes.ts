import type { Delivery, DeliveryId, EndpointQueue, TargetStatus } from '@hooktap/protocol';
import type { Duty } from './duty.ts';
import { DutyNotes } from './duty-notes.ts';
import { policyToday, targetToday } from './endpoint-today.ts';
import type { Forwarder, ForwardOutcome } from './forwarder-port.ts';
import { Lane } from './lane.ts';
import type { Admission } from './lane-context.ts';
import { totalQueue } from './lane-queue.ts';
import type { Publisher } from './publisher.ts';
import { notDeliveredReply } from './replies.ts';
import { callbacks } from './say.ts';
import { Settling } from './settling.ts';
import { parseTarget, type Target } from './target.ts';
import { routeKey, TargetMonitors } from './target-monitors.ts';
import { Turns, type TurnsContext } from './turns.ts';

interface LanesContext extends TurnsContext {
  readonly publisher: Publisher;
  readonly forwarder: Forwarder;
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
  readonly #turns: Turns;
  #isOpen = true;

  constructor(context: LanesContext) {
    this.#context = context;
    const { forwarder, clock, publisher, book } = context;
    this.#notes = new DutyNotes(context);
    this.#turns = new Turns(context);
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
      cause === 'replay' ? parsed.target : targetToday(this.#context.book, endpoint, parsed.target),
    );
  }

  /** One that was taken out of a lane a while ago goes on there, or in its place where a change has closed it since. */
  laneAgain({ context: { endpoint, target } }: Lane, { replay }: Duty): Lane {
    return this.lane(endpoint, replay ? target : targetToday(this.#context.book, endpoint, target));
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
    this.lane(endpoint, targetToday(this.#context.book, endpoint, target)).add(duty);
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

  /** Takes out all that waits at an endpoint that is deleted, and ends it; what is under way ends by itself. */
  async cancelAll(endpoint: string): Promise<void> {
    const why = callbacks.sentence('endpoint-gone', { endpoint });
    const duties = this.#of(endpoint).flatMap((lane) => lane.takeAll(why));
    await Promise.all(
      duties.map(async (duty) => {
        await duty.waiter?.answer(notDeliveredReply);
        await this.#notes.note(duty, { status: 'cancelled', why });
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
  idle(): Promise<void> {
    return this.#turns.idle();
  }

  #of(endpoint: string): Lane[] {
    return [...this.#lanes.values()].filter(({ context }) => context.endpoint === endpoint);
  }

  #open(endpoint: string, target: Target): Lane {
    const policy = () => policyToday(this.#context.book, endpoint);
    const lane = new Lane({
      endpoint,
      target,
      clock: this.#context.clock,
      isOpen: () => this.#isOpen,
      concurrency: () => policy().concurrency,
      admission: () => this.#admission(endpoint, target),
      run: (duty, ending) => this.#turns.run(duty, { policy: policy(), target, ending }),
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
    return this.#monitors.isDown(endpoint, target) && book.holds(policyToday(book, endpoint))
      ? 'hold'
      : 'deliver';
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
    const today = targetToday(this.#context.book, endpoint, target);
    if (today.url !== target.url) lane.moveTo(this.lane(endpoint, today));
  }
}
