/** A wait that can be cut short. */
export class Alarm {
  #rung = false;
  #wake: (() => void) | undefined;

  /** Ends the wait, or the next one where nobody waits. */
  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Answers whether it was rung, after `ms` at the latest or when the signal aborts. */
  async wait(ms: number, signal: AbortSignal): Promise<boolean> {
    if (!this.#rung) await pause(ms, signal, (wake) => (this.#wake = wake));
    this.#wake = undefined;
    const rung = this.#rung;
    this.#rung = false;
    return rung;
  }
}

/** Ends after `ms`, or early and just the same when the signal aborts. */
export function pause(ms: number, signal: AbortSignal, early?: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    early?.(end);
  });
}
