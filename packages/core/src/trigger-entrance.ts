/** The receiver that our own callbacks go to, opened when the first of them is sent. */
export class TriggerEntrance {
  #opening: (() => Promise<string>) | null = null;
  #origin: Promise<string> | null = null;

  /** Says how it is opened. */
  attach(opening: () => Promise<string>): void {
    this.#opening = opening;
  }

  /** Its origin; null where none was attached. */
  async open(): Promise<string | null> {
    this.#origin ??= this.#opening?.() ?? null;
    // What could not be opened now is tried again the next time.
    this.#origin?.catch(() => {
      this.#origin = null;
    });
    return this.#origin;
  }
}
