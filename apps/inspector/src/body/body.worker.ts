import { type BodyTask, doBodyTask } from './body-work.ts';
import { buffersOf } from './json/json-rows.ts';

/** Large bodies are read here, so that the page stays at hand. */
self.onmessage = ({ data }: MessageEvent<{ readonly id: number; readonly task: BodyTask }>) => {
  const result = doBodyTask(data.task);
  const transfer = 'rows' in result ? buffersOf(result.rows) : [];
  self.postMessage({ id: data.id, result }, { transfer: transfer as ArrayBuffer[] });
};
