import { type BodyResults, type BodyTask, doBodyTask } from './body-work.ts';

/** What is smaller is done at once: asking would take longer. */
const AT_ONCE = 100_000;

let worker: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, (result: never) => void>();

function theWorker(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./body.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<{ readonly id: number; readonly result: never }>) => {
    waiting.get(data.id)?.(data.result);
    waiting.delete(data.id);
  };
  return worker;
}

const sizeOf = (task: BodyTask): number => (task.kind === 'read' ? task.bytes.length : task.text.length);

type TaskOf<K extends BodyTask['kind']> = Extract<BodyTask, { readonly kind: K }>;

/** The result at once where the work is small; else a promise of the worker's. */
export function bodyTask<K extends BodyTask['kind']>(
  task: TaskOf<K>,
): BodyResults[K] | Promise<BodyResults[K]> {
  if (sizeOf(task) < AT_ONCE) return doBodyTask(task) as BodyResults[K];
  return new Promise((resolve) => {
    const id = ++lastId;
    waiting.set(id, resolve as (result: never) => void);
    theWorker().postMessage({ id, task });
  });
}
