import type { Batch, BatchId, BatchRequest, EventId } from '@hooktap/protocol';
import { BatchArchive } from './batch-archive.ts';
import { BatchIds } from './batch-ids.ts';
import { type BatchedOptions, type BatchPlan, signingOf } from './batch-plan.ts';
import { type BatchPosition, BatchRun } from './batch-run.ts';
import type { BatchedReplay } from './batch-tally.ts';
import { type Sleep, systemSleep } from './batch-wait.ts';
import { seeded } from './chaos-steps.ts';
import { type Clock, toInstant } from './clock.ts';
import { saying } from './field-fault.ts';
import type { IdSource } from './ids.ts';
import type { BatchDesk, BatchRefusal, Outcome } from './inspection-port.ts';
import { interrupted } from './kept-batch.ts';
import type { Publisher } from './publisher.ts';
import { refusals } from './say.ts';
import type { Store } from './store-port.ts';
import { parseTarget } from './target.ts';

/** So many are remembered, the newest; none that runs is forgotten. */
const remembered = 20;

export interface BatchesContext {
  readonly store: Pick<Store, 'listItem' | 'setting' | 'setSetting'>;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly clock: Clock;
  readonly ids: Pick<IdSource, 'batch'>;
  /** Begins a replay of one event and settles once its first attempt is on record, or it was not sent. */
  readonly replayOne: (id: EventId, options: BatchedOptions) => Promise<BatchedReplay>;
  /** Ids of the events that a query finds, newest first, at most `limit`; the empty query finds all. */
  readonly select: (q: string, limit?: number) => Promise<Outcome<readonly EventId[], BatchRefusal>>;
  readonly sleep?: Sleep;
}

type Refused = { readonly ok: false; readonly error: BatchRefusal };
const refuse = (error: BatchRefusal): Refused => ({ ok: false, error });

/** Many replays asked for at once. */
export class Batches implements BatchDesk {
  readonly #context: BatchesContext;
  readonly #archive: BatchArchive;
  /** Newest first. */
  #runs: BatchRun[] = [];
  #closed = false;

  /** Knows the batches that an earlier run of Hooktap did not bring to their end; `resume` goes on with them. */
  constructor(context: BatchesContext) {
    this.#context = context;
    this.#archive = new BatchArchive({ sleep: systemSleep, ...context }, () => this.#runs);
    this.#runs = this.#archive.read().map(({ plan, position, place }) => {
      const run = this.#newRun(plan, position);
      this.#archive.adopt(run, place);
      return run;
    });
  }

  list(): Batch[] {
    return this.#runs.map((run) => run.batch());
  }

  get(id: BatchId): Batch | null {
    return this.#find(id)?.batch() ?? null;
  }

  async start(request: BatchRequest): Promise<Outcome<Batch, BatchRefusal>> {
    const target = request.target === undefined ? null : parseTarget(request.target);
    if (target && !target.ok) {
      const wrong = saying(target);
      return refuse({ code: 'target-invalid', ...wrong, errors: [{ path: 'target', ...wrong }] });
    }
    const selected = await this.#select(request);
    if (!selected.ok) return selected;
    const refusal = this.#noRoom();
    if (refusal) return refusal;
    const run = this.#newRun(this.#planOf(request, selected.value, target?.target.url));
    this.#remember(run);
    run.go();
    return this.#kept(run);
  }

  async cancel(id: BatchId): Promise<Outcome<Batch, BatchRefusal>> {
    const run = this.#find(id);
    if (!run) return notFound(id);
    if (run.state !== 'running') {
      return refuse({
        code: 'conflict',
        ...refusals.sentence('batch-not-running', { id, state: run.state }),
      });
    }
    run.end('cancelled');
    return this.#kept(run);
  }

  async resume(id: BatchId): Promise<Outcome<Batch, BatchRefusal>> {
    const run = this.#find(id);
    if (!run) return notFound(id);
    if (run.state === 'running')
      return refuse({ code: 'conflict', ...refusals.sentence('batch-running', { id }) });
    if (run.state === 'done')
      return refuse({ code: 'conflict', ...refusals.sentence('batch-through', { id }) });
    const refusal = this.#noRoom();
    if (refusal) return refusal;
    run.go();
    return this.#kept(run);
  }

  /**
   * Ends what runs, to be resumed after the next start. Settles once that is on disk, and the end of those that ended
   * before; what is under way is not waited for.
   */
  async close(): Promise<void> {
    this.#closed = true;
    const running = this.#runs.filter(({ state }) => state === 'running');
    for (const run of running) run.end('cancelled', interrupted);
    await (running.length > 0 ? this.#archive.saved() : this.#archive.idle());
  }

  async #select({ ids, q, last, order }: BatchRequest): Promise<Outcome<EventId[], BatchRefusal>> {
    // Ids rise with arrival, so sorting them is the order of arrival.
    if (ids) return { ok: true, value: inOrder([...new Set(ids)].sort(), order) };
    const found = await (q === undefined ? this.#context.select('', last) : this.#context.select(q));
    return found.ok ? { ok: true, value: inOrder(found.value.slice(0, last).reverse(), order) } : found;
  }

  #planOf(request: BatchRequest, ids: readonly EventId[], target: string | undefined): BatchPlan {
    const now = this.#context.clock.now();
    const { pace, order, stopOnFailure, chaos } = request;
    return {
      id: this.#context.ids.batch(now),
      startedAt: toInstant(now),
      ids: BatchIds.pack(ids),
      pace,
      order,
      stopOnFailure,
      ...(target !== undefined && { target }),
      ...signingOf(request),
      ...(chaos && { chaos: seeded(chaos) }),
    };
  }

  #newRun(plan: BatchPlan, position?: BatchPosition): BatchRun {
    const { clock, sleep = systemSleep, replayOne, store, publisher } = this.#context;
    return new BatchRun(
      plan,
      {
        clock,
        sleep,
        replayOne,
        arrivedAt: async (id) => {
          const event = await store.listItem(id);
          return event && Date.parse(event.receivedAt);
        },
        tell: (batch) => publisher.publish({ type: 'batch.progress', batch }),
        keep: (when) => this.#archive.keep(when),
      },
      position,
    );
  }

  /** As it is now, once that is on disk: what was answered outlives a kill. */
  async #kept(run: BatchRun): Promise<Outcome<Batch, BatchRefusal>> {
    const value = run.batch();
    await this.#archive.saved();
    return { ok: true, value };
  }

  #noRoom(): Refused | null {
    if (this.#closed) return refuse({ code: 'conflict', ...refusals.sentence('ending') });
    if (this.#runs.filter(({ state }) => state === 'running').length < remembered) return null;
    return refuse({
      code: 'conflict',
      ...refusals.sentence('batches-many', { most: String(remembered) }),
    });
  }

  #remember(run: BatchRun): void {
    this.#runs.unshift(run);
    if (this.#runs.length <= remembered) return;
    const oldest = this.#runs.findLast(({ state }) => state !== 'running');
    this.#runs = this.#runs.filter((one) => one !== oldest);
  }

  #find(id: BatchId): BatchRun | undefined {
    return this.#runs.find(({ plan }) => plan.id === id);
  }
}

/** Turns what stands in the order of arrival. */
const inOrder = (ids: EventId[], order: BatchRequest['order']) =>
  order === 'original' ? ids : ids.reverse();

const notFound = (id: BatchId): Refused =>
  refuse({
    code: 'not-found',
    ...refusals.sentence('batch-unknown', { id, most: String(remembered) }),
  });
