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
    let place = this.#items.length;
    while (place > this.#head && this.#rank(this.#items[place - 1] as T) > rank) place -= 1;
    if (place === this.#items.length) this.#items.push(item);
    else this.#items.splice(place, 0, item);
  }

  /** Takes out the first that fits. */
  take(fits: (item: T) => boolean): T | undefined {
    for (let place = this.#head; place < this.#items.length; place += 1) {
      const item = this.#items[place] as T;
      if (!fits(item)) continue;
      this.#remove(place);
      return item;
    }
    return undefined;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let place = this.#head; place < this.#items.length; place += 1) yield this.#items[place] as T;
  }

  #remove(place: number): void {
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
