import { type BodyTask, doBodyTask } from './body-work.ts';
import { buffersOf } from './json/json-rows.ts';

/** Large bodies are read here, one after the other, so that the page stays at hand. */
self.onmessage = ({ data }: MessageEvent<BodyTask>) => {
  const result = doBodyTask(data);
  const transfer = 'rows' in result ? buffersOf(result.rows) : [];
  self.postMessage(result, { transfer: transfer as ArrayBuffer[] });
};
