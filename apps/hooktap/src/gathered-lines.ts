import type { Writable } from 'node:stream';

/** Lines of one turn of the event loop go out in one write: a burst of events is not a burst of system calls. */
export class GatheredLines {
  readonly #out: Writable;
  #waiting = '';

  constructor(out: Writable) {
    this.#out = out;
  }

  add(line: string): void {
    if (this.#waiting === '') setImmediate(() => this.#flush());
    this.#waiting += line;
  }

  #flush(): void {
    const text = this.#waiting;
    this.#waiting = '';
    this.#out.write(text);
  }
}
