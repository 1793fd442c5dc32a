import { type BodyResults, type BodyTask, doBodyTask } from './body-work.ts';
import { nothingFound } from './find-in-text.ts';
import { noForm } from './form-fields.ts';

/** What is smaller is done at once: asking would take longer. */
const AT_ONCE = 100_000;

interface Waiting {
  readonly kind: BodyTask['kind'];
  readonly settle: (result: BodyResults[keyof BodyResults]) => void;
}

let worker: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** Where the worker came to its end, as for want of memory: the bytes can still be shown. */
const withoutWorker: BodyResults = {
  read: { kind: 'binary' },
  wrap: { starts: new Uint32Array(), ends: new Uint32Array(), lines: new Uint32Array() },
  find: nothingFound,
  form: noForm,
  parts: { parts: null, isCut: false },
};

function giveUp(): void {
  worker?.terminate();
  worker = null;
  for (const { kind, settle } of waiting.values()) settle(withoutWorker[kind]);
  waiting.clear();
}

function theWorker(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./body.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<{ readonly id: number; readonly result: never }>) => {
    waiting.get(data.id)?.settle(data.result);
    waiting.delete(data.id);
  };
  worker.onerror = giveUp;
  return worker;
}

const sizeOf = (task: BodyTask): number => ('bytes' in task ? task.bytes.length : task.text.length);

type TaskOf<K extends BodyTask['kind']> = Extract<BodyTask, { readonly kind: K }>;

/** The result at once where the work is small; else a promise of the worker's. */
export function bodyTask<K extends BodyTask['kind']>(
  task: TaskOf<K>,
): BodyResults[K] | Promise<BodyResults[K]> {
  if (sizeOf(task) < AT_ONCE) return doBodyTask(task) as BodyResults[K];
  return new Promise((resolve) => {
    const id = ++lastId;
    waiting.set(id, { kind: task.kind, settle: resolve as Waiting['settle'] });
    theWorker().postMessage({ id, task });
  });
}
