import type {
  EventId,
  ExpectAnswerRequest,
  ExpectedAnswerOfEvent,
  ReplayOnSave,
  ReplayOnSaveRequest,
} from '@hooktap/protocol';
import { toInstant } from './clock.ts';
import { durationMs } from './duration.ts';
import { saying, type Wrong } from './field-fault.ts';
import {
  type FolderWatch,
  type FolderWatcher,
  isWatchedFile,
  unwatchedFolders,
} from './folder-watch-port.ts';
import { HandlerWrites } from './handler-writes.ts';
import type {
  ExpectationRefusal,
  Outcome,
  QueryRefusal,
  ReplayOnSaveDesk,
  ReplayOnSaveRefusal,
} from './inspection-port.ts';
import type { Publisher } from './publisher.ts';
import { reportBug } from './report-bug.ts';
import { RunEcho } from './run-echo.ts';
import { mostRuns, RunRate } from './run-rate.ts';
import { Run, type SaveRunContext } from './save-run.ts';
import { handlers, type Reason, reasonOf, refusals } from './say.ts';
import type { StoreError } from './store-port.ts';

/** Changes that come within so many milliseconds are one: editors write a file in several steps. */
const togetherMs = 120;
const longestSettleMs = 30_000;

export interface SaveDeskContext extends Omit<SaveRunContext, 'tell'> {
  readonly watcher: FolderWatcher;
  readonly publisher: Pick<Publisher, 'publish'>;
  /** Newest first. */
  readonly select: (q: string, limit?: number) => Promise<Outcome<readonly EventId[], QueryRefusal>>;
}

/** Why it ended by itself. */
interface Ending extends Reason {
  readonly code?: string;
}

const tooOften: Ending = {
  code: 'too-often',
  ...reasonOf(handlers.sentence('too-often', { most: String(mostRuns) })),
};

interface Watching {
  readonly watch: FolderWatch;
  readonly q: string;
  readonly settleMs: number;
  readonly since: string;
}

/** Replays the chosen events whenever a file below a folder changes, and holds the answers against what is expected. */
export class ReplaysOnSave implements ReplayOnSaveDesk {
  readonly #context: SaveDeskContext;
  #watching: Watching | null = null;
  #ended: Ending | undefined;
  #run: Run | null = null;
  /** Of the run that was asked for last; numbers begin anew with each folder. */
  #number = 0;
  #changed = new Set<string>();
  /** The first of those, by the clock. */
  #changedAt = 0;
  #timer: NodeJS.Timeout | null = null;
  readonly #writes: HandlerWrites;
  readonly #rate: RunRate;
  readonly #echo: RunEcho;
  #line: Promise<unknown> = Promise.resolve();

  constructor(context: SaveDeskContext) {
    this.#context = context;
    this.#writes = new HandlerWrites(context.clock);
    this.#rate = new RunRate(context.clock);
    this.#echo = new RunEcho(context.clock);
  }

  state(): ReplayOnSave {
    const run = this.#run?.describe() ?? null;
    if (!this.#watching) {
      return { state: 'off', ...this.#ended, run };
    }
    const { watch, q, settleMs, since } = this.#watching;
    const repeats = this.#echo.repeats();
    return {
      state: 'watching',
      folder: watch.folder,
      q,
      settleMs,
      since,
      ignored: [...unwatchedFolders],
      writtenByHandler: this.#writes.files(),
      ...(repeats && { repeats }),
      run,
    };
  }

  start(request: ReplayOnSaveRequest): Promise<Outcome<ReplayOnSave, ReplayOnSaveRefusal>> {
    return this.#inTurn(async () => {
      const settleMs = durationMs(request.settle);
      if (settleMs > longestSettleMs) {
        return refuse('folder-invalid', 'settle', refusals.sentence('settle-long'));
      }
      const found = await this.#context.select(request.q, 1);
      if (!found.ok) return found;
      const begun: { watch?: FolderWatch } = {};
      const opened = await this.#context.watcher.watch(request.folder, {
        changed: (path) => this.#onChange(path),
        lost: (why) => {
          // That of an earlier watch changes nothing.
          if (this.#watching?.watch === begun.watch) this.#stop(reasonOf(why));
        },
      });
      if (!opened.ok) return refuse('folder-invalid', 'folder', opened);
      begun.watch = opened.watch;
      this.#stop();
      const since = toInstant(this.#context.clock.now());
      this.#watching = { watch: opened.watch, q: request.q, settleMs, since };
      this.#run = null;
      this.#number = 0;
      this.#writes.clear();
      this.#rate.clear();
      this.#echo.clear();
      this.#tell();
      return { ok: true, value: this.state() };
    });
  }

  stop(): Promise<ReplayOnSave> {
    return this.#inTurn(async () => {
      this.#stop();
      this.#tell();
      return this.state();
    });
  }

  /** As if something had changed; the handler is not waited for to go down. */
  runNow(): Outcome<ReplayOnSave, ReplayOnSaveRefusal> {
    if (!this.#watching) return refuse('conflict', '', refusals.sentence('nothing-watched'));
    this.#echo.clear();
    this.#begin([], 0);
    return { ok: true, value: this.state() };
  }

  expected = async (id: EventId): Promise<ExpectedAnswerOfEvent> => ({
    eventId: id,
    expected: await this.#context.expected.of(id),
  });

  async expect(
    id: EventId,
    request: ExpectAnswerRequest,
  ): Promise<Outcome<ExpectedAnswerOfEvent, ExpectationRefusal | StoreError>> {
    const marked = await this.#context.expected.mark(id, request);
    return marked.ok ? { ok: true, value: { eventId: id, expected: marked.value } } : marked;
  }

  async expectSuccess(id: EventId): Promise<Outcome<ExpectedAnswerOfEvent, StoreError>> {
    const unmarked = await this.#context.expected.unmark(id);
    return unmarked.ok ? { ok: true, value: { eventId: id, expected: unmarked.value } } : unmarked;
  }

  close(): void {
    this.#stop();
  }

  #onChange(path: string): void {
    if (!this.#watching || !isWatchedFile(path)) return;
    if (this.#writes.changed(path)) {
      this.#tell();
      return;
    }
    if (this.#changed.size === 0) this.#changedAt = this.#context.clock.monotonic();
    this.#changed.add(path);
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changed = [...this.#changed];
      this.#changed.clear();
      this.#timer = null;
      if (!this.#rate.begins()) return this.#stop(tooOften);
      this.#echo.begins(this.#changedAt, changed);
      this.#begin(changed, this.#watching?.settleMs ?? 0);
    }, togetherMs);
    this.#timer.unref();
  }

  #begin(changed: readonly string[], settleMs: number): void {
    // What is under way is answered all the same, and its handler may still write.
    if (this.#run?.state === 'replaying') this.#writes.ends();
    this.#run?.supersede();
    this.#start(changed, settleMs).catch((bug: unknown) => reportBug('to replay on save', bug));
  }

  async #start(changed: readonly string[], settleMs: number): Promise<void> {
    const watching = this.#watching;
    const number = ++this.#number;
    const found = watching && (await this.#context.select(watching.q));
    // A newer change, or another folder, has come meanwhile.
    if (!found?.ok || this.#watching !== watching || this.#number !== number) return;
    const run = new Run(
      { ...this.#context, tell: () => this.#run === run && this.#tell() },
      { number, changed, ids: found.value, settleMs },
    );
    this.#run = run;
    this.#writes.begins(() => run.state === 'replaying');
    this.#tell();
    await run.done;
    if (this.#run !== run) return;
    this.#writes.ends();
    this.#echo.ended(run.hasSent);
  }

  #stop(ending?: Ending): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#changed.clear();
    this.#run?.supersede();
    this.#watching?.watch.close();
    const wasWatching = this.#watching !== null;
    this.#watching = null;
    this.#ended = ending;
    if (wasWatching && ending !== undefined) this.#tell();
  }

  #tell(): void {
    this.#context.publisher.publish({ type: 'replay-on-save.changed', replayOnSave: this.state() });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#line.then(work);
    this.#line = done.catch(() => undefined);
    return done;
  }
}

function refuse(code: ReplayOnSaveRefusal['code'], path: string, why: Wrong) {
  const wrong = saying(why);
  const errors = path === '' ? {} : { errors: [{ path, ...wrong }] };
  return { ok: false as const, error: { code, ...wrong, ...errors } };
}
