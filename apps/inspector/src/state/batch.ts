/** How far a batch of this screen has come. */
export interface BatchProgress {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly isOver: boolean;
}

/** At most so many requests of a batch wait for an answer at once. */
const AT_ONCE = 4;

/** Does one thing for each, a few at a time and in order; what fails is counted and ends nothing. */
export async function forEach<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (now: BatchProgress) => void },
): Promise<BatchProgress> {
  let next = 0;
  let done = 0;
  let failed = 0;
  const now = (isOver = false): BatchProgress => ({ total: items.length, done, failed, isOver });
  const worker = async () => {
    while (next < items.length && !signal.aborted) {
      const item = items[next++] as T;
      try {
        await work(item);
      } catch {
        failed++;
      }
      done++;
      onProgress(now());
    }
  };
  onProgress(now());
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  onProgress(now(true));
  return now(true);
}
