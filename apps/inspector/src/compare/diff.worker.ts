import { jsonDifferences } from './json-differences.ts';

/** Compares apart from the page: two very different lists can take long. */
self.onmessage = ({ data }: MessageEvent<{ readonly left: string; readonly right: string }>) => {
  self.postMessage(jsonDifferences(data.left, data.right));
};
