/** How much may be hashed for one explanation; bounds its time, whatever the body and however many secrets there are. */
export class Effort {
  #left: number;
  #spent = false;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Whether something was left untried. */
  get spent(): boolean {
    return this.#spent;
  }

  /** Whether a message of this size may be hashed. */
  allows(bytes: number): boolean {
    // Every try costs something, however short the message.
    this.#left -= bytes + 1000;
    if (this.#left < 0) this.#spent = true;
    return this.#left >= 0;
  }
}
