/** Work that can be interrupted between any two of its steps. */
export type Sliced<T> = Generator<void, T, void>;

/** No request waits longer than this for the process. */
const sliceMs = 8;

/** Takes turns with everything else that the process does; works that follow one another share them. */
export class Turns {
  #until = performance.now() + sliceMs;

  /** Lets everything else go on where this turn has lasted long enough. */
  async breathe(): Promise<void> {
    if (performance.now() < this.#until) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#until = performance.now() + sliceMs;
  }

  async run<T>(work: Sliced<T>): Promise<T> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (performance.now() >= this.#until) await this.breathe();
    }
  }
}

/** Lets everything else go on in between. */
export const inSlices = <T>(work: Sliced<T>): Promise<T> => new Turns().run(work);

/** All of it at once. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
