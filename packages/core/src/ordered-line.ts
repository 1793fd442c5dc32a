/** A line kept in order, long ones too: cheap at both ends, where nearly everything happens. */
export class OrderedLine<T> {
  readonly #rank: (item: T) => number;
  #items: T[] = [];
  /** Items before this place have left. */
  #head = 0;

  constructor(rank: (item: T) => number) {
    this.#rank = rank;
  }

  get length(): number {
    return this.#items.length - this.#head;
  }

  first(): T | undefined {
    return this.#items[this.#head];
  }

  /** Behind everything of the same or a lower rank. */
  add(item: T): void {
    const rank = this.#rank(item);
    const place = this.#firstWhere((other) => other > rank);
    if (place === this.#items.length) this.#items.push(item);
    else this.#items.splice(place, 0, item);
  }

  /** Takes out the first that fits. */
  take(fits: (item: T) => boolean): T | undefined {
    for (let place = this.#head; place < this.#items.length; place += 1) {
      const item = this.#items[place] as T;
      if (!fits(item)) continue;
      this.#removeAt(place);
      return item;
    }
    return undefined;
  }

  /** Takes out this very item; false where it is not here. */
  remove(item: T): boolean {
    const rank = this.#rank(item);
    for (let place = this.#firstWhere((other) => other >= rank); place < this.#items.length; place += 1) {
      const found = this.#items[place] as T;
      if (this.#rank(found) !== rank) return false;
      if (found !== item) continue;
      this.#removeAt(place);
      return true;
    }
    return false;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let place = this.#head; place < this.#items.length; place += 1) yield this.#items[place] as T;
  }

  /** The first place whose rank, and so every later one's, is beyond a bound. */
  #firstWhere(isBeyond: (rank: number) => boolean): number {
    let [low, high] = [this.#head, this.#items.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBeyond(this.#rank(this.#items[middle] as T))) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #removeAt(place: number): void {
    if (place !== this.#head) {
      this.#items.splice(place, 1);
      return;
    }
    this.#items[place] = undefined as T;
    this.#head += 1;
    if (this.#head < 1024 || this.#head * 2 < this.#items.length) return;
    this.#items = this.#items.slice(this.#head);
    this.#head = 0;
  }
}
