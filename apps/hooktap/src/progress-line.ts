import { clipped } from './printable.ts';

/** Without a terminal a line now and then says that it goes on. */
const lineMs = 5000;

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How far something has come: on a terminal one line that changes; elsewhere a line now and then. */
export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #aside: (text: string) => void;
  #lastLineAt = Date.now();
  #isShown = false;

  constructor(terminal: Terminal, aside: (text: string) => void) {
    this.#terminal = terminal;
    this.#aside = aside;
  }

  show(text: string): void {
    if (this.#terminal.isTTY === true) {
      this.#isShown = true;
      // What goes on in a second row would stay there.
      const line = clipped(text, (this.#terminal.columns || Number.POSITIVE_INFINITY) - 1);
      this.#terminal.write(`\r\u001b[K${line}`);
    } else if (Date.now() - this.#lastLineAt >= lineMs) {
      this.#lastLineAt = Date.now();
      this.#aside(text);
    }
  }

  /** Before anything else is said. */
  clear(): void {
    if (this.#isShown) this.#terminal.write('\r\u001b[K');
    this.#isShown = false;
  }
}
