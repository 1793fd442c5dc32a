import type { DeliveryId, EndpointQueue } from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { Duty, Settled } from './duty.ts';
import { OrderedLine } from './ordered-line.ts';
import { RetryClock } from './retry-clock.ts';
import type { Target } from './target.ts';

/** What becomes of an arrival: it goes on when its turn comes, is kept back, or waits for a person. */
export type Admission = 'deliver' | 'hold' | 'breakpoint';

export interface LaneContext {
  readonly endpoint: string;
  readonly target: Target;
  readonly clock: Clock;
  readonly concurrency: () => number;
  /** What the endpoint's switches and its target's health make of an arrival. */
  readonly admission: () => Admission;
  readonly run: (duty: Duty, queuedMs: number) => Promise<Settled>;
  /** Puts a change of status on record without an attempt. */
  readonly note: (duty: Duty, settled: Settled) => void;
}

const firstBrakeMs = 250;
const longestBrakeMs = 5000;

/** The deliveries of one endpoint to one target: who is next, who waits, who is kept back. */
export class Lane {
  readonly context: LaneContext;
  /** Due, in the order of their events. */
  readonly #line = new OrderedLine<Duty>(({ seq }) => seq);
  /** Asked for by a person: they go before all others, whatever is paused. */
  readonly #asked = new OrderedLine<Duty>(() => 0);
  /** At a breakpoint. */
  readonly #parked = new Map<DeliveryId, Duty>();
  readonly #underWay = new Map<DeliveryId, Duty>();
  readonly #retries: RetryClock<Duty>;
  readonly #busyKeys = new Map<string, number>();
  #held = 0;
  #brakeMs = firstBrakeMs;
  #brake: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(context: LaneContext) {
    this.context = context;
    this.#retries = new RetryClock(context.clock, (duty, overdue) => this.#due(duty, overdue));
  }

  /** Whatever was kept back goes first, so that the handler sees them in order. */
  admission(): Admission {
    const admission = this.context.admission();
    return admission === 'deliver' && this.#held > 0 ? 'hold' : admission;
  }

  /** Whether an arrival would begin at once. */
  hasRoom(): boolean {
    return this.#line.length === 0 && this.#underWay.size < this.context.concurrency();
  }

  queue(): EndpointQueue {
    const { next } = this.#retries;
    return {
      waiting: this.#line.length - this.#held + this.#asked.length,
      held: this.#held + this.#parked.size,
      retrying: this.#retries.length,
      underWay: this.#underWay.size,
      ...(next !== null && { nextAttemptAt: toInstant(next) }),
    };
  }

  get isIdle(): boolean {
    return (
      [this.#line, this.#asked, this.#retries].every(({ length }) => length === 0) &&
      this.#parked.size === 0 &&
      this.#underWay.size === 0
    );
  }

  /** In the order of its event. */
  add(duty: Duty): void {
    const admission = this.admission();
    if (duty.held) this.#held += 1;
    this.#line.add(duty);
    if (!duty.held && admission !== 'deliver') this.#keepBack(duty);
    this.pump();
  }

  /** At once, since a person asked for it. */
  ask(duty: Duty): void {
    this.#asked.add(duty);
    this.pump();
  }

  park(duty: Duty): void {
    this.#parked.set(duty.id, duty);
  }

  /** Again at `at`, in milliseconds since 1970. */
  retryAt(duty: Duty, at: number): void {
    this.#occupy(duty);
    this.#retries.put(duty, at);
  }

  isUnderWay(id: DeliveryId): boolean {
    return this.#underWay.has(id);
  }

  /** What waits in any way, left where it is. */
  peek(id: DeliveryId): Duty | undefined {
    const waiting = [...this.#line, ...this.#asked, ...this.#retries.items()];
    return this.#parked.get(id) ?? waiting.find((duty) => duty.id === id);
  }

  /** Takes out what waits in any way. */
  take(id: DeliveryId): Duty | undefined {
    const is = (duty: Duty) => duty.id === id;
    const parked = this.#parked.get(id);
    if (parked && this.#parked.delete(id)) return parked;
    const retrying = this.#retries.take(is);
    if (retrying) {
      this.#vacate(retrying);
      return retrying;
    }
    const duty = this.#asked.take(is) ?? this.#line.take(is);
    if (duty?.held) this.#held -= 1;
    return duty;
  }

  /** Everything that waits, to be moved elsewhere. */
  takeAll(): Duty[] {
    const ids = [...this.#parked.keys()];
    for (const { id } of [...this.#line, ...this.#asked, ...this.#retries.items()]) ids.push(id);
    return ids.flatMap((id) => this.take(id) ?? []);
  }

  /** After a change of switches or health. */
  reconsider(): void {
    const admission = this.context.admission();
    if (admission === 'deliver') this.#unpark();
    else this.#holdWaiting();
    this.pump();
  }

  /** Begins what may begin. */
  pump(): void {
    for (let duty = this.#next(); duty; duty = this.#next()) void this.#begin(duty);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#brake);
    this.#retries.stop();
  }

  #next(): Duty | undefined {
    if (this.#stopped || this.#underWay.size >= this.context.concurrency()) return undefined;
    if (this.#asked.length > 0) return this.#asked.take(() => true);
    if (this.#brake || this.context.admission() !== 'deliver') return undefined;
    // What was kept back goes one by one: in order, and without flooding a handler that has only just come up.
    if (this.#line.first()?.held && this.#underWay.size > 0) return undefined;
    const duty = this.#line.take(({ key }) => key === null || !this.#busyKeys.has(key));
    if (duty?.held) this.#held -= 1;
    return duty;
  }

  async #begin(duty: Duty): Promise<void> {
    this.#underWay.set(duty.id, duty);
    this.#occupy(duty);
    const settled = await this.context.run(duty, this.context.clock.monotonic() - duty.since);
    this.#underWay.delete(duty.id);
    this.#vacate(duty);
    if (!this.#stopped) this.#goOn(duty, settled);
    this.pump();
  }

  #goOn(duty: Duty, { status, nextAttemptAt }: Settled): void {
    duty.waiter = null;
    if (status === 'succeeded') this.#brakeMs = firstBrakeMs;
    if (status === 'retrying' && nextAttemptAt !== undefined) {
      duty.cause = 'scheduled';
      this.retryAt(duty, nextAttemptAt);
    } else if (status === 'held') {
      duty.held = true;
      duty.cause = 'scheduled';
      duty.since = this.context.clock.monotonic();
      this.#held += 1;
      this.#line.add(duty);
      this.#slowDown();
    }
  }

  /** A handler that is said to be up and still takes nothing is not tried in a tight loop. */
  #slowDown(): void {
    if (this.#brake) return;
    this.#brake = setTimeout(() => {
      this.#brake = undefined;
      this.pump();
    }, this.#brakeMs);
    this.#brake.unref();
    this.#brakeMs = Math.min(this.#brakeMs * 2, longestBrakeMs);
  }

  #due(duty: Duty, overdue: boolean): void {
    this.#vacate(duty);
    duty.since = this.context.clock.monotonic();
    // A burst after the machine slept would hit the handler all at once: these go one by one, too.
    duty.held = overdue;
    this.add(duty);
  }

  #unpark(): void {
    for (const duty of this.#parked.values()) {
      this.#parked.delete(duty.id);
      this.#line.add(duty);
      if (duty.held) this.#held += 1;
    }
  }

  #holdWaiting(): void {
    for (const duty of this.#line) if (!duty.held) this.#keepBack(duty);
  }

  #keepBack(duty: Duty): void {
    const { waiter } = duty;
    duty.held = true;
    this.#held += 1;
    duty.waiter = null;
    duty.promised = true;
    if (waiter) void waiter.hold();
    else this.context.note(duty, { status: 'held' });
  }

  #occupy({ key }: Duty): void {
    if (key !== null) this.#busyKeys.set(key, (this.#busyKeys.get(key) ?? 0) + 1);
  }

  #vacate({ key }: Duty): void {
    if (key === null) return;
    const left = (this.#busyKeys.get(key) ?? 1) - 1;
    if (left > 0) this.#busyKeys.set(key, left);
    else this.#busyKeys.delete(key);
  }
}
