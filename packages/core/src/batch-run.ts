import { setImmediate } from 'node:timers/promises';
import type { Batch, BatchState, ChaosCounts, EventId, Instant, Saying } from '@hooktap/protocol';
import { BatchEstimate } from './batch-estimate.ts';
import { Flights } from './batch-flights.ts';
import { arrivalGaps, handlerPace, type Pacer, timedPace } from './batch-pace.ts';
import type { BatchedOptions, BatchPlan } from './batch-plan.ts';
import { BatchProgress } from './batch-progress.ts';
import { type BatchedReplay, BatchTally } from './batch-tally.ts';
import type { Sleep } from './batch-wait.ts';
import { type Steps, stepsOf } from './chaos-steps.ts';
import { type Clock, toInstant } from './clock.ts';
import { reportBug } from './report-bug.ts';
import { callbacks, type Reason, reasonOf } from './say.ts';
import { StoreError } from './store-port.ts';

/** More than this many are never under way at once. */
const mostUnderWay = 64;
/** Events that are skipped need no waiting at all: now and then others get their turn. */
const breathEvery = 128;

/** How far it is, as it is kept. What was under way counts as not sent. */
export interface BatchPosition {
  readonly tally: BatchTally;
  readonly ranMs: number;
  readonly end: BatchEnd | null;
}

export interface BatchEnd extends Partial<Reason> {
  readonly state: Exclude<BatchState, 'running'>;
  readonly at: Instant;
}

export interface BatchRunContext {
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly replayOne: (id: EventId, options: BatchedOptions) => Promise<BatchedReplay>;
  /** Epoch milliseconds; null where the event is gone. */
  readonly arrivedAt: (id: EventId) => Promise<number | null>;
  /** At most every 250 ms, and at each change of state. */
  readonly tell: (batch: Batch) => void;
  /** There is something new to keep; `now` where the state changed or nothing is under way any more. */
  readonly keep: (when: 'now' | 'some-time') => void;
}

/** One batch: begins replay after replay at its pace until it is through, fails or is told to end. */
export class BatchRun {
  readonly plan: BatchPlan;
  readonly total: number;
  /** Only while it runs: of many events it is large, and its seed makes it again. */
  #steps: Steps | null;
  readonly #chaos: ChaosCounts | undefined;
  readonly #context: BatchRunContext;
  readonly #flights: Flights;
  readonly #progress: BatchProgress;
  readonly #tally: BatchTally;
  readonly #estimate = new BatchEstimate();
  #end: BatchEnd | null;
  #ranMs: number;
  #since = 0;
  #position: number;
  #control = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(plan: BatchPlan, context: BatchRunContext, position?: BatchPosition) {
    this.plan = plan;
    const steps = stepsOf(plan.ids.count, plan.chaos);
    this.total = steps.count;
    this.#chaos = steps.chaos;
    this.#steps = position ? null : steps;
    this.#context = context;
    this.#flights = new Flights(context.clock);
    const { clock, sleep } = context;
    this.#progress = new BatchProgress({ clock, sleep, tell: () => context.tell(this.batch()) });
    this.#tally = position?.tally ?? new BatchTally();
    this.#end = position?.end ?? null;
    this.#ranMs = position?.ranMs ?? 0;
    this.#position = this.#tally.done;
  }

  get state(): BatchState {
    return this.#end?.state ?? 'running';
  }

  get ranMs(): number {
    return this.#ranMs + (this.#end ? 0 : this.#context.clock.monotonic() - this.#since);
  }

  /** At its start, and to go on. */
  go(): void {
    const control = new AbortController();
    this.#control = control;
    this.#end = null;
    this.#since = this.#context.clock.monotonic();
    this.#estimate.begin(this.#reached);
    this.#changed();
    this.#loop = this.#loop
      .then(() => this.#run(control.signal))
      .catch((error: unknown) =>
        this.end('stopped', callbacks.sentence('batch-stuck', { why: messageOf(error) })),
      );
  }

  /** What is under way ends as usual; nothing more begins. */
  end(state: BatchEnd['state'], why?: Saying): void {
    if (this.#end) return;
    this.#ranMs = this.ranMs;
    const at = toInstant(this.#context.clock.now());
    this.#end = { state, at, ...(why && reasonOf(why)) };
    this.#control.abort();
    this.#steps = null;
    this.#changed();
  }

  batch(): Batch {
    const { id, startedAt, target, pace, chaos, signing } = this.plan;
    const counts = this.#tally.counts();
    const remainingMs = this.#end ? undefined : this.#estimate.remaining(this.#reached, this.total);
    return {
      id,
      state: this.state,
      total: this.total,
      ...counts,
      startedAt,
      pace,
      ...(this.#end && { endedAt: this.#end.at }),
      ...(remainingMs !== undefined && { remainingMs }),
      ...(target !== undefined && { target }),
      ...signing,
      ...(chaos && { seed: chaos.seed }),
      ...(this.#chaos && { chaos: this.#chaos }),
      ...(this.#end?.reason !== undefined && { reason: this.#end.reason }),
      ...(this.#end?.parts && { parts: this.#end.parts }),
    };
  }

  async #run(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const steps = this.#steps ?? stepsOf(this.plan.ids.count, this.plan.chaos);
    this.#steps = steps;
    const pacer = this.#pacer();
    while (this.#position < this.total && !signal.aborted) {
      if (this.#position % breathEvery === 0) await setImmediate();
      const step = steps.at(this.#position);
      await pacer(step, signal);
      await this.#flights.fewerThan(mostUnderWay);
      if (signal.aborted) return;
      this.#position += 1;
      this.#flights.launch(this.#replay(this.plan.ids.at(step.index)));
    }
    await this.#flights.fewerThan(1);
    if (!signal.aborted) this.end('done');
  }

  async #replay(id: EventId): Promise<void> {
    const { target, stopOnFailure, signing } = this.plan;
    const options = { ...signing, ...(target !== undefined && { target }) };
    try {
      const replay = await this.#context.replayOne(id, options);
      this.#tally.add(id, replay);
      if (stopOnFailure && replay.kind === 'settled' && replay.status !== 'succeeded') {
        this.end('stopped', failureReason(id, replay.after));
      }
    } catch (error) {
      const reason = messageOf(error);
      this.#tally.add(id, { kind: 'skipped', reason });
      this.end('stopped', callbacks.sentence('batch-failed', { id, why: reason }));
    }
    // The launch counts this one as under way until it has returned.
    if (this.#end && this.#flights.count === 1) this.#changed();
    else this.#progressed();
  }

  #pacer(): Pacer {
    const { clock, sleep, arrivedAt } = this.#context;
    const { pace, order, ids } = this.plan;
    const context = { clock, sleep, flights: this.#flights };
    if (pace === 'handler') return handlerPace(context);
    if ('rate' in pace) return timedPace(context, async () => 1_000 / pace.rate);
    const gaps = arrivalGaps({
      arrivedAt: ({ index }) => arrivedAt(ids.at(index)),
      speed: pace.speed,
      newestFirst: order === 'newest-first',
    });
    return timedPace(context, gaps);
  }

  #changed(): void {
    this.#progress.now();
    this.#context.keep('now');
  }

  get #reached() {
    return { ranMs: this.ranMs, done: this.#tally.done };
  }

  #progressed(): void {
    this.#estimate.saw(this.#reached);
    this.#progress.soon();
    this.#context.keep('some-time');
  }
}

const failureReason = (id: EventId, after: string): Saying =>
  /^\d+$/.test(after)
    ? callbacks.sentence('batch-answered', { status: after, id })
    : callbacks.sentence('batch-unanswered', { id, failure: after });

/** For the person who asked; what the ports do not foresee is told as a bug besides. */
function messageOf(error: unknown): string {
  if (!(error instanceof StoreError)) reportBug('in a batch of replays', error);
  return error instanceof Error ? error.message : String(error);
}
