/** Makes what is prepared side by side begin one after the other, in the order of asking. */
export class BeginOrder {
  readonly #last = new Map<string, Promise<unknown>>();

  /**
   * `begin` is called once its preparation is done and those asked for before it in the same line have begun, or failed
   * to. What it begins may take as long as it likes. Rejects as `preparing` or `begin` does.
   */
  next<P, R>(line: string, preparing: Promise<P>, begin: (prepared: P) => Promise<R>): Promise<R> {
    // Its turn may come long after it has failed.
    preparing.catch(() => undefined);
    const before = this.#last.get(line) ?? Promise.resolve();
    const begun = before.then(() => preparing).then((prepared) => ({ ending: begin(prepared) }));
    const over: Promise<unknown> = begun.catch(() => undefined);
    this.#last.set(line, over);
    void over.then(() => {
      if (this.#last.get(line) === over) this.#last.delete(line);
    });
    return begun.then(({ ending }) => ending);
  }
}
