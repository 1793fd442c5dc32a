/** What was opened, closed in reverse order, once. */
export class Closing {
  #closers: (() => Promise<void>)[] = [];

  add(close: () => Promise<void>): void {
    this.#closers.push(close);
  }

  /** Closes all, even where one of them fails; then tells of the first failure. */
  async close(): Promise<void> {
    const closers = this.#closers.reverse();
    this.#closers = [];
    let failure: unknown = null;
    for (const close of closers) {
      try {
        await close();
      } catch (error) {
        failure ??= error;
      }
    }
    if (failure !== null) throw failure;
  }
}
