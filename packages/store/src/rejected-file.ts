import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { RejectedRequest } from '@hooktap/protocol';
import { RejectedRing } from './rejected-ring.ts';

/** Rewritten with the last ones when it has grown by this much. */
const limit = 4 * 1024 * 1024;

/** Rejected requests outlive a run; losing one costs nothing, so nothing waits for the disk. */
export class RejectedFile {
  readonly #path: string;
  readonly ring = new RejectedRing();
  #size = 0;
  #tail: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  async load(): Promise<void> {
    const text = await readFile(this.#path, 'utf8').catch(() => '');
    this.#size = text.length;
    for (const line of text.split('\n')) {
      try {
        this.ring.add(RejectedRequest.parse(JSON.parse(line)));
      } catch {
        // An unfinished line at the end is of no account.
      }
    }
  }

  add(request: RejectedRequest): void {
    this.ring.add(request);
    const line = `${JSON.stringify(request)}\n`;
    this.#size += line.length;
    this.#tail = this.#tail.then(() => this.#save(line)).catch(() => {});
  }

  idle(): Promise<void> {
    return this.#tail;
  }

  async #save(line: string): Promise<void> {
    if (this.#size <= limit) return appendFile(this.#path, line, { mode: 0o600 });
    const kept = this.ring.items.toReversed().map((request) => `${JSON.stringify(request)}\n`);
    const text = kept.join('');
    this.#size = text.length;
    await writeFile(this.#path, text, { mode: 0o600 });
  }
}
