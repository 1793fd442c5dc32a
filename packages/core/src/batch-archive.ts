import type { Saying } from '@hooktap/protocol';
import { Batch, Chaos, Instant } from '@hooktap/protocol';
import * as z from 'zod';
import { BatchIds } from './batch-ids.ts';
import { type BatchPlan, signingOf } from './batch-plan.ts';
import type { BatchEnd, BatchPosition, BatchRun } from './batch-run.ts';
import { BatchTally } from './batch-tally.ts';
import { type Clock, toInstant } from './clock.ts';
import { callbacks, reasonOf } from './say.ts';
import type { Store } from './store-port.ts';

/** The settings are one small document that each change writes as a whole, so what is kept in it is bounded. */
const places = 8;
const mostIds = 100_000;
/** How often the position is written: once a second, less often where that would write more than this. */
const bytesPerSecond = 260_000;

const listName = 'batches';
const idsName = (place: number) => `batch-ids:${place}`;

const KeptBatch = z.object({
  place: z
    .number()
    .int()
    .min(0)
    .max(places - 1),
  batch: Batch,
  order: z.enum(['original', 'newest-first']),
  stopOnFailure: z.boolean(),
  chaos: Chaos.optional(),
  ranMs: z.number().nonnegative(),
  savedAt: Instant,
});
type KeptBatch = z.infer<typeof KeptBatch>;

/** Batches that are not through, over a restart: their events by id, and how far each was a moment ago. */
export class BatchArchive {
  readonly #store: Pick<Store, 'setting' | 'setSetting'>;
  readonly #clock: Clock;
  readonly #runs: () => readonly BatchRun[];
  readonly #placeOf = new Map<BatchRun, number>();
  #savedAt = Number.NEGATIVE_INFINITY;
  #saving: Promise<void> | null = null;
  #again = false;

  /** `runs`: all there are, newest first. */
  constructor(store: Pick<Store, 'setting' | 'setSetting'>, clock: Clock, runs: () => readonly BatchRun[]) {
    this.#store = store;
    this.#clock = clock;
    this.#runs = runs;
  }

  /** What an earlier run left, newest first; what is damaged is left out. */
  read(): { plan: BatchPlan; position: BatchPosition; place: number }[] {
    return listOf(this.#store.setting(listName)).flatMap((found) => {
      const kept = KeptBatch.safeParse(found).data;
      const ids = kept && this.#ids(kept);
      return ids ? [{ plan: planOf(kept, ids), position: positionOf(kept), place: kept.place }] : [];
    });
  }

  /** This one already has its events written there. */
  adopt(run: BatchRun, place: number): void {
    this.#placeOf.set(run, place);
  }

  keep(when: 'now' | 'some-time'): void {
    const sinceMs = this.#clock.monotonic() - this.#savedAt;
    if (when === 'some-time' && (this.#saving || sinceMs < this.#intervalMs())) return;
    void this.saved();
  }

  /** Settles once the position of now is on disk, or could not be put there: a batch goes on without it. */
  saved(): Promise<void> {
    this.#again = true;
    this.#saving ??= this.#save();
    return this.#saving;
  }

  /** Settles once nothing is being put on disk. */
  async idle(): Promise<void> {
    await this.#saving;
  }

  async #save(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      this.#savedAt = this.#clock.monotonic();
      const chosen = this.#chosen();
      await this.#place(chosen);
      const list = chosen.map((run) => this.#describe(run));
      await this.#set(listName, JSON.stringify(list));
    }
    this.#saving = null;
  }

  /** The newest of those that are not through, as many as there is room for. */
  #chosen(): BatchRun[] {
    let ids = 0;
    return this.#runs()
      .filter((run) => {
        if (run.state === 'done' || ids + run.plan.ids.count > mostIds) return false;
        ids += run.plan.ids.count;
        return true;
      })
      .slice(0, places);
  }

  async #place(chosen: readonly BatchRun[]): Promise<void> {
    for (const [run, place] of this.#placeOf) {
      if (chosen.includes(run)) continue;
      this.#placeOf.delete(run);
      await this.#set(idsName(place), '');
    }
    for (const run of chosen) {
      if (this.#placeOf.has(run)) continue;
      const taken = new Set(this.#placeOf.values());
      const place = Array.from({ length: places }, (_, index) => index).find((index) => !taken.has(index));
      if (place === undefined) throw new Error('More batches were chosen than there are places.');
      this.#placeOf.set(run, place);
      await this.#set(idsName(place), `${run.plan.id}:${run.plan.ids.packed}`);
    }
  }

  #describe(run: BatchRun): KeptBatch {
    const { remainingMs: _remainingMs, ...batch } = run.batch();
    const { order, stopOnFailure, chaos } = run.plan;
    return {
      place: this.#placeOf.get(run) ?? 0,
      batch,
      order,
      stopOnFailure,
      ...(chaos && { chaos }),
      ranMs: run.ranMs,
      savedAt: toInstant(this.#clock.now()),
    };
  }

  async #set(name: string, value: string): Promise<void> {
    if ((this.#store.setting(name) ?? '') !== value) await this.#store.setSetting(name, value);
  }

  #ids({ place, batch }: KeptBatch): BatchIds | null {
    const [id, packed] = this.#store.setting(idsName(place))?.split(':') ?? [];
    return id === batch.id && packed !== undefined ? BatchIds.read(packed) : null;
  }

  #intervalMs(): number {
    let bytes = 0;
    for (const run of this.#placeOf.keys()) bytes += run.plan.ids.packed.length;
    return Math.max(1_000, (bytes / bytesPerSecond) * 1_000);
  }
}

function listOf(text: string | undefined): unknown[] {
  try {
    return z.array(z.unknown()).safeParse(JSON.parse(text ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

function planOf({ batch, order, stopOnFailure, chaos }: KeptBatch, ids: BatchIds): BatchPlan {
  const { id, startedAt, target, pace } = batch;
  return {
    id,
    startedAt,
    ids,
    pace,
    order,
    stopOnFailure,
    ...(target !== undefined && { target }),
    ...signingOf(batch),
    ...(chaos && { chaos: { ...chaos, seed: chaos.seed ?? 0 } }),
  };
}

function positionOf({ batch, ranMs, savedAt }: KeptBatch): BatchPosition {
  return { tally: BatchTally.of(batch), ranMs, end: endOf(batch, savedAt) };
}

function endOf({ state, reason, parts, endedAt }: Batch, savedAt: Instant): BatchEnd {
  if (state === 'running') return { state: 'cancelled', ...reasonOf(interrupted), at: savedAt };
  return { state, at: endedAt ?? savedAt, ...(reason !== undefined && { reason, ...(parts && { parts }) }) };
}

/** Why a batch ended that Hooktap's own end cut short. */
export const interrupted: Saying = callbacks.sentence('batch-interrupted');
