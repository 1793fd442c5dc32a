import * as z from 'zod';
import { BatchIds } from './batch-ids.ts';
import type { BatchPlan } from './batch-plan.ts';
import type { BatchPosition, BatchRun } from './batch-run.ts';
import type { Sleep } from './batch-wait.ts';
import { type Clock, toInstant } from './clock.ts';
import { KeptBatch, places, planOf, positionOf } from './kept-batch.ts';
import type { Store } from './store-port.ts';

const mostIds = 100_000;
/** How often the position is written: once a second, less often where that would write more than this. */
const bytesPerSecond = 260_000;

const listName = 'batches';
const idsName = (place: number) => `batch-ids:${place}`;

interface ArchiveContext {
  readonly store: Pick<Store, 'setting' | 'setSetting'>;
  readonly clock: Clock;
  readonly sleep: Sleep;
}

/** Batches that are not through, over a restart: their events by id, and how far each was a moment ago. */
export class BatchArchive {
  readonly #store: Pick<Store, 'setting' | 'setSetting'>;
  readonly #clock: Clock;
  readonly #sleep: Sleep;
  readonly #runs: () => readonly BatchRun[];
  readonly #placeOf = new Map<BatchRun, number>();
  #savedAt = Number.NEGATIVE_INFINITY;
  #saving: Promise<void> | null = null;
  #again = false;
  #later: AbortController | null = null;

  /** `runs`: all there are, newest first. */
  constructor({ store, clock, sleep }: ArchiveContext, runs: () => readonly BatchRun[]) {
    this.#store = store;
    this.#clock = clock;
    this.#sleep = sleep;
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

  /** `some-time`: within the interval, also where nothing further happens. */
  keep(when: 'now' | 'some-time'): void {
    if (when === 'now') void this.saved();
    else if (!this.#later) this.#keepLater();
  }

  #keepLater(): void {
    const leftMs = this.#savedAt + this.#intervalMs() - this.#clock.monotonic();
    if (leftMs <= 0 && !this.#saving) {
      void this.saved();
      return;
    }
    const later = new AbortController();
    this.#later = later;
    void this.#sleep(Math.max(0, leftMs), later.signal).then(() => {
      if (!later.signal.aborted) void this.saved();
    });
  }

  /** Settles once the position of now is on disk, or could not be put there: a batch goes on without it. */
  saved(): Promise<void> {
    this.#later?.abort();
    this.#later = null;
    this.#again = true;
    this.#saving ??= this.#save();
    return this.#saving;
  }

  /** Settles once nothing is to be put on disk any more. */
  async idle(): Promise<void> {
    await (this.#later ? this.saved() : this.#saving);
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
