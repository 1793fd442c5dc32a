/** Which keys are taken, each maybe more than once; null is none and always free. */
export class KeyLocks {
  readonly #counts = new Map<string, number>();

  isFree(key: string | null): boolean {
    return key === null || !this.#counts.has(key);
  }

  lock(key: string | null): void {
    if (key !== null) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  unlock(key: string | null): void {
    if (key === null) return;
    const left = (this.#counts.get(key) ?? 1) - 1;
    if (left > 0) this.#counts.set(key, left);
    else this.#counts.delete(key);
  }
}
