/** Work that can be interrupted between any two of its steps. */
export type Sliced<T> = Generator<void, T, void>;

/** No request waits longer than this for the process. */
const sliceMs = 8;

/** Lets everything else go on in between. */
export async function inSlices<T>(work: Sliced<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + sliceMs;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** All of it at once. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
