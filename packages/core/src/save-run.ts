import {
  type Attempt,
  type AttemptMade,
  type AttemptName,
  attemptsInTime,
  type Event,
  type EventId,
  earlierAttempts,
  type ReplayRequest,
  type RunResult,
  type RunState,
  type SaveRun,
} from '@hooktap/protocol';
import type { Sleep } from './batch-wait.ts';
import { type Clock, toInstant } from './clock.ts';
import type { ExpectedAnswers } from './expected-answers.ts';
import type { Forwarder } from './forwarder-port.ts';
import { handlersListen, type Listening } from './handler-listening.ts';
import type { ReplayEnd } from './replay.ts';
import { handlers, type Reason, reasonOf } from './say.ts';
import type { Store } from './store-port.ts';
import type { Target } from './target.ts';

/** So many events are replayed, the newest of those found. */
const mostEvents = 50;
const mostNames = 20;
const patienceMs = 30_000;

export interface SaveRunContext {
  readonly store: Pick<Store, 'event' | 'delivery'>;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly probe: Forwarder['probe'];
  readonly expected: ExpectedAnswers;
  /** Where a replay of the event would go; none where there is no target. */
  readonly targetsOf: (event: Event) => readonly Target[];
  /** Settles once its attempt is on record. */
  readonly replayOne: (id: EventId, request: ReplayRequest) => Promise<ReplayEnd>;
  /** Something changed that people see. */
  readonly tell: () => void;
}

interface Asked {
  readonly number: number;
  readonly changed: readonly string[];
  /** Newest first. */
  readonly ids: readonly EventId[];
  readonly settleMs: number;
}

/** One change, and what the handler answers since. */
export class Run {
  readonly #context: SaveRunContext;
  readonly #asked: Asked;
  readonly #ending = new AbortController();
  readonly #startedAt: string;
  #state: RunState = 'waiting';
  #endedAt: string | undefined;
  #why: Reason | undefined;
  #results: RunResult[] = [];
  readonly done: Promise<void>;

  constructor(context: SaveRunContext, asked: Asked) {
    this.#context = context;
    this.#asked = asked;
    this.#startedAt = toInstant(context.clock.now());
    this.done = this.#go();
  }

  get state(): RunState {
    return this.#state;
  }

  /** Whether an attempt of it is on record. */
  get hasSent(): boolean {
    return this.#results.some(({ attempt }) => attempt !== undefined);
  }

  /** What is under way is left alone; nothing more is sent. */
  supersede(): void {
    if (this.#endedAt !== undefined) return;
    this.#ending.abort();
    this.#end('superseded');
  }

  describe(): SaveRun {
    const { number, changed, ids } = this.#asked;
    return {
      number,
      state: this.#state,
      startedAt: this.#startedAt,
      ...(this.#endedAt !== undefined && { endedAt: this.#endedAt }),
      changed: changed.slice(0, mostNames),
      changedCount: changed.length,
      results: this.#results,
      matched: ids.length,
      ...this.#why,
    };
  }

  async #go(): Promise<void> {
    const events = await this.#events();
    this.#results = await Promise.all(events.map((event) => this.#waiting(event)));
    if (this.#ending.signal.aborted) return;
    this.#context.tell();
    if (events.length === 0) {
      this.#why = reasonOf(handlers.sentence('none-chosen'));
      return this.#end('done');
    }
    const listening = await this.#listen(events);
    if (listening.kind === 'aborted') return;
    if (listening.kind === 'gone') {
      const { kind: _gone, ...why } = listening;
      this.#why = why;
      this.#results = this.#results.map((one) => ({ ...one, verdict: 'missed', ...why }));
      return this.#end('done');
    }
    this.#state = 'replaying';
    this.#context.tell();
    for (const [place, event] of events.entries()) {
      await this.#one(event, place);
      if (this.#ending.signal.aborted) return;
    }
    this.#end('done');
  }

  /** In the order of their arrival. */
  async #events(): Promise<Event[]> {
    const found = await Promise.all(
      this.#asked.ids.slice(0, mostEvents).map((id) => this.#context.store.event(id)),
    );
    return found.filter((event) => event !== null).reverse();
  }

  async #waiting(event: Event): Promise<RunResult> {
    return {
      eventId: event.id,
      eventType: event.eventType,
      method: event.method,
      path: event.path,
      expected: await this.#context.expected.of(event.id),
      verdict: 'waiting',
    };
  }

  #listen(events: readonly Event[], settleMs = this.#asked.settleMs): Promise<Listening> {
    const { probe, clock, sleep, targetsOf } = this.#context;
    const targets = new Map(events.flatMap(targetsOf).map((one) => [one.url, one]));
    return handlersListen(
      [...targets.values()],
      { probe, clock, sleep, settleMs, patienceMs },
      this.#ending.signal,
    );
  }

  async #one(event: Event, place: number): Promise<void> {
    let end = await this.#replay(event);
    // It went down after it was last looked at: once more, when it is back.
    if (end?.kind === 'settled' && goesAgain.has(end.after)) {
      const listening = await this.#listen([event], 0);
      if (listening.kind === 'listening') end = await this.#replay(event);
    }
    if (!end || this.#ending.signal.aborted) return;
    const result = await this.#judged(event, place, end);
    this.#results = this.#results.map((one, index) => (index === place ? result : one));
    this.#context.tell();
  }

  /**
   * What was signed rightly at its arrival is signed anew, since its signed time grows old; the rest goes as it came.
   * Null: another change came meanwhile.
   */
  async #replay({ id, verification }: Event): Promise<ReplayEnd | null> {
    const { replayOne } = this.#context;
    const resign = verification.verdict === 'valid';
    const end = await this.#unlessSuperseded(replayOne(id, resign ? { resign } : {}));
    return end?.kind === 'skipped' && resign ? this.#unlessSuperseded(replayOne(id, {})) : end;
  }

  /** `event`: as it was before the run. */
  async #judged({ deliveries }: Event, place: number, end: ReplayEnd): Promise<RunResult> {
    const waiting = this.#results[place] as RunResult;
    if (end.kind === 'skipped') {
      const { reason, parts } = end;
      return { ...waiting, verdict: 'skipped', reason, ...(parts && { parts }) };
    }
    const { store, expected } = this.#context;
    const delivery = await store.delivery(end.deliveryId);
    const attempt = delivery?.attempts.at(-1);
    if (!delivery || !attempt) {
      return { ...waiting, verdict: 'missed', ...reasonOf(handlers.sentence('cancelled')) };
    }
    const name = nameOf({ delivery, attempt });
    const before = earlierAttempts(attemptsInTime(deliveries), delivery).at(-1);
    const fault = await expected.fault(waiting.expected, name, attempt);
    return {
      ...waiting,
      ...(before && { before: nameOf(before) }),
      verdict: fault === null ? 'met' : 'missed',
      attempt: name,
      ...outcomeOf(attempt),
      tookMs: attempt.timing.totalMs,
      ...(fault !== null && reasonOf(fault)),
    };
  }

  async #unlessSuperseded<T>(work: Promise<T>): Promise<T | null> {
    const { signal } = this.#ending;
    if (signal.aborted) return null;
    const ended = new AbortController();
    const superseded = new Promise<null>((resolve) => {
      signal.addEventListener('abort', () => resolve(null), { signal: ended.signal });
    });
    try {
      return await Promise.race([work, superseded]);
    } finally {
      ended.abort();
    }
  }

  #end(state: 'done' | 'superseded'): void {
    if (this.#endedAt !== undefined) return;
    this.#state = state;
    this.#endedAt = toInstant(this.#context.clock.now());
    this.#context.tell();
  }
}

const goesAgain: ReadonlySet<string> = new Set(['connection-refused', 'reset']);

function outcomeOf({ outcome }: Attempt): Pick<RunResult, 'statusCode' | 'failure'> {
  return outcome.kind === 'responded' ? { statusCode: outcome.statusCode } : { failure: outcome.failure };
}

const nameOf = ({ delivery, attempt }: AttemptMade): AttemptName => ({
  deliveryId: delivery.id,
  attempt: attempt.number,
});
