import type { Duty } from './duty.ts';
import { KeyLocks } from './key-locks.ts';
import { OrderedLine } from './ordered-line.ts';

type Queued = Pick<Duty, 'rank' | 'key'>;

const byRank = <D extends Queued>() => new OrderedLine<D>(({ rank }) => rank);

/**
 * A line in the order of ranks in which those with a locked key wait. What may go is known without a search: of each
 * free key the first, so that a long line behind one key costs nothing.
 */
export class KeyedLine<D extends Queued> {
  readonly #all = byRank<D>();
  /** May go: all without a key, and of each free key the first. */
  readonly #ready = byRank<D>();
  readonly #byKey = new Map<string, OrderedLine<D>>();
  readonly #locks = new KeyLocks();

  get length(): number {
    return this.#all.length;
  }

  /** Whether it may go or not. */
  first(): D | undefined {
    return this.#all.first();
  }

  add(item: D): void {
    this.#all.add(item);
    this.#change(item.key, (line) => line.add(item));
    if (item.key === null) this.#ready.add(item);
  }

  /** Takes out this very item; false where it is not here. */
  remove(item: D): boolean {
    if (!this.#all.remove(item)) return false;
    this.#change(item.key, (line) => line.remove(item));
    if (item.key === null) this.#ready.remove(item);
    return true;
  }

  /** Takes out the first that may go. */
  take(): D | undefined {
    const item = this.#ready.first();
    if (item) this.remove(item);
    return item;
  }

  /** Those with this key wait, until it was unlocked as often. */
  lock(key: string | null): void {
    this.#change(key, () => this.#locks.lock(key));
  }

  unlock(key: string | null): void {
    this.#change(key, () => this.#locks.unlock(key));
  }

  [Symbol.iterator](): Iterator<D> {
    return this.#all[Symbol.iterator]();
  }

  /** Does something to one key's line, and sees to it that its first one may go where the key is free. */
  #change(key: string | null, act: (line: OrderedLine<D>) => void): void {
    if (key === null) return;
    const line = this.#byKey.get(key) ?? byRank<D>();
    const before = this.#locks.isFree(key) ? line.first() : undefined;
    act(line);
    const after = this.#locks.isFree(key) ? line.first() : undefined;
    if (before !== after) {
      if (before) this.#ready.remove(before);
      if (after) this.#ready.add(after);
    }
    if (line.length > 0) this.#byKey.set(key, line);
    else this.#byKey.delete(key);
  }
}
