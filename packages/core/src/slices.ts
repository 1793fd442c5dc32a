/** Work that can be interrupted between any two of its steps. */
export type Sliced<T> = Generator<void, T, void>;

/** No request waits longer than this for the process. */
const sliceMs = 8;

/** Works that wait for their turn; each turn of the event loop has one of them, however many there are. */
const waiting: (() => void)[] = [];

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(letOneGoOn);
  });
}

function letOneGoOn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(letOneGoOn);
}

/** Takes turns with everything else that the process does; works that follow one another share them. */
export class Turns {
  #until = performance.now() + sliceMs;

  /** Asked before `breathe` where the steps are many and short. */
  get isOver(): boolean {
    return performance.now() >= this.#until;
  }

  /** Lets everything else go on where this turn has lasted long enough. */
  async breathe(): Promise<void> {
    if (!this.isOver) return;
    await nextTurn();
    this.#until = performance.now() + sliceMs;
  }

  async run<T>(work: Sliced<T>): Promise<T> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (this.isOver) await this.breathe();
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
