import { type BodyResults, type BodyTask, doBodyTask } from './body-work.ts';
import { nothingFound } from './find-in-text.ts';
import { noForm } from './form-fields.ts';

/** What is smaller is done at once: asking would take longer. */
const AT_ONCE = 100_000;

/** Work that nobody waits for any more may go on for so long: to begin with a new worker takes its time too. */
const GRACE_MS = 250;

interface Asked {
  readonly task: BodyTask;
  readonly settle: (result: BodyResults[keyof BodyResults]) => void;
  isLeft: boolean;
  isDone: boolean;
}

/** What the worker does, and what it will be given after it, one at a time. */
let running: Asked | null = null;
let queue: readonly Asked[] = [];
let worker: Worker | null = null;

/** Where the worker came to its end, as for want of memory: the bytes can still be shown. */
const withoutWorker: BodyResults = {
  read: { kind: 'binary', isTooMuch: true },
  wrap: { starts: new Uint32Array(), ends: new Uint32Array(), lines: new Uint32Array() },
  find: nothingFound,
  form: noForm,
  parts: { parts: null, isCut: false },
};

function endWorker(): void {
  worker?.terminate();
  worker = null;
  running = null;
}

function settleRunning(result: BodyResults[keyof BodyResults]): void {
  const done = running;
  running = null;
  if (!done) return;
  done.isDone = true;
  done.settle(result);
}

function giveUp(): void {
  if (running) settleRunning(withoutWorker[running.task.kind]);
  endWorker();
  next();
}

function theWorker(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./body.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent) => {
    settleRunning(data);
    next();
  };
  worker.onerror = giveUp;
  return worker;
}

function next(): void {
  const [first, ...rest] = queue;
  if (running || !first) return;
  queue = rest;
  running = first;
  theWorker().postMessage(first.task);
}

/** A payload can be made to take long: what is opened after it does not wait for its end. */
function leave(asked: Asked): void {
  asked.isLeft = true;
  queue = queue.filter((other) => other !== asked);
  if (running !== asked) return;
  setTimeout(() => {
    if (running !== asked || !asked.isLeft) return;
    endWorker();
    next();
  }, GRACE_MS);
}

const sizeOf = (task: BodyTask): number => ('bytes' in task ? task.bytes.length : task.text.length);

type TaskOf<K extends BodyTask['kind']> = Extract<BodyTask, { readonly kind: K }>;

/** Work that the worker is given once somebody wants its result. */
export class LateResult<R> {
  readonly result: Promise<R>;
  readonly #asked: Asked;

  constructor(task: BodyTask) {
    let settle: Asked['settle'] = () => {};
    this.result = new Promise<R>((resolve) => {
      settle = resolve as Asked['settle'];
    });
    // Not at once: a drawing that comes to nothing would leave its work behind, to be done once more by the next.
    this.#asked = { task, settle, isLeft: true, isDone: false };
  }

  /** Somebody waits for it, maybe again. */
  want(): void {
    if (!this.#asked.isLeft || this.#asked.isDone) return;
    this.#asked.isLeft = false;
    if (running !== this.#asked) queue = [...queue, this.#asked];
    next();
  }

  /** Nobody waits for it: it is not done, or not to its end. */
  leave(): void {
    leave(this.#asked);
  }
}

/** The result at once where the work is small; else it is the worker's. */
export function bodyTask<K extends BodyTask['kind']>(
  task: TaskOf<K>,
): BodyResults[K] | LateResult<BodyResults[K]> {
  return sizeOf(task) < AT_ONCE ? (doBodyTask(task) as BodyResults[K]) : new LateResult<BodyResults[K]>(task);
}
