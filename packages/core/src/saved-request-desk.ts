import type {
  DeliverySummary,
  EventId,
  ReplayRequest,
  SavedRequest,
  SavedRequestId,
  SaveRequest,
  SendSavedRequest,
  Seq,
} from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { IdSource } from './ids.ts';
import type { ImportableEvent } from './import-events.ts';
import type { Outcome, ReplayRefusal, SavedRequestDesk, SavedRequestRefusal } from './inspection-port.ts';
import type { Publisher } from './publisher.ts';
import { bytesOfRecord, eventOfRecord, recordOf, replayOfRecord, savedRequestOf } from './saved-request.ts';
import { noRoom, takenBy } from './saved-request-room.ts';
import type { SavedRequestRecord, SavedRequestShelf } from './saved-request-shelf.ts';
import { refusals } from './say.ts';
import type { Store, StoreError, WriteResult } from './store-port.ts';
import { bytesInMemory } from './stored-body.ts';

/** How long a deleted one can be brought back. */
const restorableMs = 10 * 60_000;

interface SavedRequestsContext {
  readonly store: Store;
  readonly shelf: SavedRequestShelf;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly clock: Clock;
  readonly ids: Pick<IdSource, 'savedRequest'>;
  readonly replay: (
    id: EventId,
    request: ReplayRequest,
  ) => Promise<Outcome<{ delivery: DeliverySummary; seq: Seq }, ReplayRefusal | StoreError>>;
  /** Keeps an event of that request; answers its id. */
  readonly makeEvent: (event: ImportableEvent) => Promise<Outcome<EventId, SavedRequestRefusal | StoreError>>;
}

const notFound = (id: SavedRequestId) => ({
  ok: false as const,
  error: { code: 'not-found' as const, ...refusals.sentence('request-unknown', { id }) },
});

/** Whole requests under names. All are in memory, since they are few; each change is on disk before it is answered. */
export class SavedRequests implements SavedRequestDesk {
  readonly #context: SavedRequestsContext;
  #records: Promise<Map<SavedRequestId, SavedRequestRecord>> | null = null;
  readonly #removed = new Map<SavedRequestId, { readonly record: SavedRequestRecord; readonly at: number }>();
  #line: Promise<unknown> = Promise.resolve();

  constructor(context: SavedRequestsContext) {
    this.#context = context;
  }

  async list(): Promise<SavedRequest[]> {
    const records = [...(await this.#all()).values()];
    const shown = await Promise.all(records.map((record) => this.#shown(record)));
    return shown.sort((a, b) => a.name.localeCompare(b.name));
  }

  async get(id: SavedRequestId): Promise<SavedRequest | null> {
    const record = (await this.#all()).get(id);
    return record ? this.#shown(record) : null;
  }

  async body(id: SavedRequestId) {
    const record = (await this.#all()).get(id);
    return record ? bytesInMemory(bytesOfRecord(record)) : null;
  }

  save(request: SaveRequest) {
    return this.#inTurn(async () => {
      return this.#write(request, null);
    });
  }

  replace(id: SavedRequestId, request: SaveRequest) {
    return this.#inTurn(async () => {
      const before = (await this.#all()).get(id);
      return before ? this.#write(request, before) : notFound(id);
    });
  }

  rename(id: SavedRequestId, name: string) {
    return this.#inTurn(async () => {
      const all = await this.#all();
      const before = all.get(id);
      if (!before) return notFound(id);
      const taken = takenBy(all, name, id);
      if (taken) return taken;
      return this.#put({ ...before, name, updatedAt: toInstant(this.#context.clock.now()) });
    });
  }

  remove(ids: readonly SavedRequestId[]) {
    return this.#inTurn(async () => {
      const all = await this.#all();
      const now = this.#context.clock.now();
      this.#forget(now);
      const gone: SavedRequest[] = [];
      for (const id of ids) {
        const record = all.get(id);
        if (!record) continue;
        const removed = await this.#context.shelf.remove(id);
        if (!removed.ok) return removed;
        all.delete(id);
        this.#removed.set(id, { record, at: now });
        gone.push(await this.#shown(record));
      }
      this.#tell();
      return { ok: true as const, value: gone };
    });
  }

  restore(ids: readonly SavedRequestId[]) {
    return this.#inTurn(async () => {
      this.#forget(this.#context.clock.now());
      const back: SavedRequest[] = [];
      for (const id of ids) {
        const removed = this.#removed.get(id);
        if (!removed) continue;
        const taken = takenBy(await this.#all(), removed.record.name, id);
        const full = taken ?? noRoom(await this.#all(), removed.record);
        if (full) return full;
        const put = await this.#put(removed.record);
        if (!put.ok) return put;
        this.#removed.delete(id);
        back.push(put.value);
      }
      return { ok: true as const, value: back };
    });
  }

  async send(id: SavedRequestId, { target, confirmBlocked }: SendSavedRequest) {
    const record = (await this.#all()).get(id);
    if (!record) return notFound(id);
    const request = { ...replayOfRecord(record, target), ...(confirmBlocked && { confirmBlocked }) };
    const isKept = (await this.#context.store.listItem(record.eventId)) !== null;
    const of = isKept ? { ok: true as const, value: record.eventId } : await this.#eventAnew(record);
    if (!of.ok) return of;
    const sent = await this.#context.replay(of.value, isKept ? request : withoutEdit(request));
    return sent.ok ? { ok: true as const, value: { ...sent.value, madeEvent: !isKept } } : sent;
  }

  /** Its event is gone: another is made of its own bytes, so that its deliveries have a place. */
  async #eventAnew(record: SavedRequestRecord) {
    const { clock, makeEvent } = this.#context;
    const made = await makeEvent(eventOfRecord(record, clock.now()));
    if (!made.ok) return made;
    const stored = await this.#inTurn(() => this.#put({ ...record, eventId: made.value }));
    return stored.ok ? made : stored;
  }

  async #write(request: SaveRequest, before: SavedRequestRecord | null) {
    const { store, clock, ids } = this.#context;
    const now = clock.now();
    const taken = takenBy(await this.#all(), request.name, before?.id);
    if (taken) return taken;
    const made = await recordOf(store, request, {
      id: before?.id ?? ids.savedRequest(now),
      createdAt: before?.createdAt ?? toInstant(now),
      updatedAt: toInstant(now),
    });
    if (!made.ok) return made;
    return noRoom(await this.#all(), made.value) ?? this.#put(made.value);
  }

  async #put(
    record: SavedRequestRecord,
  ): Promise<{ ok: true; value: SavedRequest } | Extract<WriteResult, { ok: false }>> {
    const put = await this.#context.shelf.put(record);
    if (!put.ok) return put;
    (await this.#all()).set(record.id, record);
    this.#tell();
    return { ok: true, value: await this.#shown(record) };
  }

  async #shown(record: SavedRequestRecord): Promise<SavedRequest> {
    return savedRequestOf(record, (await this.#context.store.listItem(record.eventId)) !== null);
  }

  #all(): Promise<Map<SavedRequestId, SavedRequestRecord>> {
    this.#records ??= this.#context.shelf.all().then((all) => new Map(all.map((one) => [one.id, one])));
    return this.#records;
  }

  #forget(now: number): void {
    for (const [id, { at }] of this.#removed) if (now - at > restorableMs) this.#removed.delete(id);
  }

  #tell(): void {
    this.#context.publisher.publish({ type: 'saved-requests.changed' });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#line.then(work);
    this.#line = done.catch(() => undefined);
    return done;
  }
}

/** The event that was made of it is the request already. */
const withoutEdit = ({ edit: _edit, ...rest }: ReplayRequest): ReplayRequest => rest;
