import { useEffect, useState } from 'react';
import type { JsonComparison } from './json-differences.ts';

/** After this the comparison is given up. */
const PATIENCE_MS = 8000;

/** The structural differences of two texts; null while they are being looked for. */
export function useJsonComparison(left: string | null, right: string | null): JsonComparison | null {
  const [result, setResult] = useState<JsonComparison | null>(null);
  useEffect(() => {
    setResult(null);
    if (left === null || right === null) return;
    const worker = new Worker(new URL('./diff.worker.ts', import.meta.url), { type: 'module' });
    const end = (found: JsonComparison) => {
      setResult(found);
      worker.terminate();
    };
    const timer = setTimeout(() => end({ kind: 'too-much' }), PATIENCE_MS);
    worker.onmessage = ({ data }: MessageEvent<JsonComparison>) => end(data);
    worker.onerror = () => end({ kind: 'too-much' });
    worker.postMessage({ left, right });
    return () => {
      clearTimeout(timer);
      worker.terminate();
    };
  }, [left, right]);
  return result;
}
