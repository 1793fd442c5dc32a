/** An answer that was asked for before anything was drawn, for whoever comes first and asks the same. */
export class AskedEarly<T> {
  readonly #question: string;
  #answer: Promise<T> | null;
  #here: T | null = null;
  /** Resolves when the answer, or its failure, is there. */
  readonly settled: Promise<void>;

  constructor(question: string, answer: Promise<T>) {
    this.#question = question;
    this.#answer = answer;
    // Whoever takes it hears of a failure.
    this.settled = answer.then(
      (here) => {
        this.#here = here;
      },
      () => {},
    );
  }

  /** The answer where it has come and nobody took it; null also for another question. */
  here(question: string): T | null {
    return question === this.#question && this.#answer !== null ? this.#here : null;
  }

  /** Once; null for another question. */
  take(question: string): Promise<T> | null {
    const answer = question === this.#question ? this.#answer : null;
    this.#answer = null;
    return answer;
  }
}
