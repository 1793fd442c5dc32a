/** At most `limit` pieces of work at a time; the others wait in the order they came. */
export class Slots {
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether work would begin at once. */
  hasRoom(): boolean {
    return this.#taken < this.#limit;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#taken >= this.#limit) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#taken++;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // A slot is handed on, not freed and taken again, so that nobody jumps the queue.
      if (next) next();
      else this.#taken--;
    }
  }
}
