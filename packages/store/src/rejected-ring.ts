import type { RejectedRequest } from '@hooktap/protocol';

const kept = 200;

/** The last requests that the parser refused, newest first, and how many there were. */
export class RejectedRing {
  #items: RejectedRequest[] = [];
  total = 0;

  add(request: RejectedRequest): void {
    this.total += 1;
    this.#items = [request, ...this.#items.slice(0, kept - 1)];
  }
  get items(): readonly RejectedRequest[] {
    return this.#items;
  }
}
