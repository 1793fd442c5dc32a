import type { Batch, BatchId, BatchRequest, EventId, EventListItem } from '@hooktap/protocol';
import { BatchRequest as RequestSchema } from '@hooktap/protocol';
import { Batches, type BatchesContext } from './batch-desk.ts';
import type { BatchedReplay } from './batch-tally.ts';
import type { Sleep } from './batch-wait.ts';
import { type Clock, toInstant } from './clock.ts';
import { type IdSource, ulidSource } from './ids.ts';

const epoch = Date.UTC(2026, 10, 21, 12);

/** Time that passes when a test says so. */
export class VirtualTime implements Clock {
  #monotonic = 0;
  #suspended = 0;
  #timers = new Set<{ due: number; wake: () => void }>();

  now = () => epoch + this.#monotonic + this.#suspended;
  monotonic = () => this.#monotonic;

  readonly sleep: Sleep = (ms, signal) =>
    new Promise((resolve) => {
      const wake = () => {
        this.#timers.delete(timer);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = { due: this.#monotonic + ms, wake };
      this.#timers.add(timer);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
    });

  /** Timers fire in order, and what they set going is done before the next. */
  async advance(ms: number): Promise<void> {
    const end = this.#monotonic + ms;
    await allDone();
    for (let next = this.#next(); next && next.due <= end; next = this.#next()) {
      this.#monotonic = Math.max(this.#monotonic, next.due);
      next.wake();
      await allDone();
    }
    this.#monotonic = end;
  }

  /** A laptop sleeps: the wall clock goes on, timers and the monotonic clock stand still. */
  suspend(ms: number): void {
    this.#suspended += ms;
  }

  #next() {
    return [...this.#timers].sort((a, b) => a.due - b.due)[0];
  }
}

/** Everything that waits for nothing but promises, or its turn, is through. */
export async function allDone(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** What the settings of a store keep, which a test may take over to the next run. */
export class Settings {
  readonly values = new Map<string, string>();
  writes = 0;
  setting = (name: string) => this.values.get(name);
  setSetting = async (name: string, value: string) => {
    this.writes += 1;
    this.values.set(name, value);
    return { ok: true } as const;
  };
}

export const answered = (code: number, before = 'none'): BatchedReplay => ({
  kind: 'settled',
  status: code < 300 ? 'succeeded' : 'failed',
  before,
  after: String(code),
});

interface RigOptions {
  readonly count?: number;
  /** Between arrivals. */
  readonly gapMs?: number;
  /** How long the handler takes. */
  readonly takesMs?: number;
  readonly answer?: (id: EventId, place: number) => BatchedReplay;
  readonly settings?: Settings;
  readonly time?: VirtualTime;
  readonly ids?: IdSource;
  readonly events?: EventId[];
  readonly context?: Partial<BatchesContext>;
}

/** Batches over events that arrived one after the other, and a handler that takes its time. */
export function batchRig(options: RigOptions = {}) {
  const { count = 10, gapMs = 1_000, takesMs = 0, answer = () => answered(200) } = options;
  const { time = new VirtualTime(), settings = new Settings(), ids = ulidSource() } = options;
  const events =
    options.events ?? Array.from({ length: count }, (_, place) => ids.event(epoch - (count - place) * gapMs));
  const places = new Map(events.map((id, place) => [id, place]));
  const placeOf = (id: EventId) => places.get(id) ?? -1;
  const sent: { place: number; at: number; target: string | undefined }[] = [];
  const told: Batch[] = [];
  let underWay = 0;
  let mostUnderWay = 0;

  const batches = new Batches({
    clock: time,
    sleep: time.sleep,
    ids,
    publisher: {
      publish: (change) => {
        if (change.type === 'batch.progress') told.push(change.batch);
      },
    },
    store: {
      setting: settings.setting,
      setSetting: settings.setSetting,
      listItem: async (id) => {
        const at = epoch - (count - placeOf(id)) * gapMs;
        return placeOf(id) < 0 ? null : ({ receivedAt: toInstant(at) } as EventListItem);
      },
    },
    select: async (_q, limit) => ({ ok: true, value: events.toReversed().slice(0, limit) }),
    replayOne: async (id, { target }) => {
      sent.push({ place: placeOf(id), at: time.monotonic(), target });
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      if (takesMs > 0) await time.sleep(takesMs, new AbortController().signal);
      underWay -= 1;
      return answer(id, placeOf(id));
    },
    ...options.context,
  });

  return {
    batches,
    events,
    ids,
    time,
    settings,
    sent,
    told,
    places: () => sent.map(({ place }) => place),
    moments: () => sent.map(({ at }) => at),
    mostUnderWay: () => mostUnderWay,
    /** Settles once it does not run any more and everything is kept. */
    ended: async (id: BatchId): Promise<Batch | null> => {
      while (batches.get(id)?.state === 'running') await allDone();
      await allDone();
      return batches.get(id);
    },
    /** As the API would, with the defaults of the schema. */
    start: async (request: Partial<BatchRequest>): Promise<Batch> => {
      const started = await batches.start(RequestSchema.parse({ q: '', ...request }));
      if (!started.ok) throw new Error(started.error.message);
      return started.value;
    },
  };
}

export const upTo = (count: number) => Array.from({ length: count }, (_, place) => place);
