/** An answer that was asked for before anything was drawn, for whoever comes first and asks the same. */
export class AskedEarly<T> {
  readonly #question: string;
  #answer: Promise<T> | null;

  constructor(question: string, answer: Promise<T>) {
    this.#question = question;
    this.#answer = answer;
    // Whoever takes it hears of a failure.
    answer.catch(() => {});
  }

  /** Once; null for another question. */
  take(question: string): Promise<T> | null {
    const answer = question === this.#question ? this.#answer : null;
    this.#answer = null;
    return answer;
  }
}
