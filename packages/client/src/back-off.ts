/** The wait before try number `tries` (from 0): doubled each time up to `mostMs`, the upper half of it by chance. */
export function backOff(tries: number, firstMs: number, mostMs: number, chance: number): number {
  const whole = Math.min(firstMs * 2 ** tries, mostMs);
  return whole / 2 + (whole / 2) * chance;
}

/** Ends early, without failing, where the signal fires. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
