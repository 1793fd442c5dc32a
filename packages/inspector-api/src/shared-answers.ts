interface Shared {
  readonly answer: Promise<unknown>;
  readonly ending: AbortController;
  waiting: number;
}

/** Equal questions that are asked at one time are worked on once, and no longer than somebody waits for the answer. */
export class SharedAnswers {
  readonly #underWay = new Map<string, Shared>();

  /** `work` is begun where nobody asked the same before. Rejects with the reason of `signal` where that ends it. */
  async ask<T>(question: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const shared = this.#underWay.get(question) ?? this.#begin(question, work);
    shared.waiting += 1;
    let leave = () => {};
    const gone = new Promise<never>((_resolve, reject) => {
      leave = () => reject(signal.reason);
    });
    signal.addEventListener('abort', leave, { once: true });
    try {
      return (await Promise.race([shared.answer, gone])) as T;
    } finally {
      signal.removeEventListener('abort', leave);
      shared.waiting -= 1;
      if (shared.waiting === 0) this.#end(question, shared);
    }
  }

  #begin(question: string, work: (signal: AbortSignal) => Promise<unknown>): Shared {
    const ending = new AbortController();
    const shared = { answer: work(ending.signal), ending, waiting: 0 };
    // Whoever left does not hear how it ended.
    shared.answer.catch(() => {});
    this.#underWay.set(question, shared);
    return shared;
  }

  #end(question: string, shared: Shared): void {
    if (this.#underWay.get(question) === shared) this.#underWay.delete(question);
    shared.ending.abort();
  }
}
