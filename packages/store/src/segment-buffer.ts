import { open } from 'node:fs/promises';

/** One piece of memory for reading many segments one after the other; fresh memory for each costs more than the reading. */
export class SegmentBuffer {
  #memory = Buffer.allocUnsafe(0);

  /** The file's bytes until the next read; nothing where there is no such file. */
  async read(path: string): Promise<Buffer> {
    const file = await open(path).catch(() => null);
    if (!file) return Buffer.alloc(0);
    try {
      const { size } = await file.stat();
      if (this.#memory.length < size) this.#memory = Buffer.allocUnsafe(Math.ceil(size * 1.125));
      let filled = 0;
      while (filled < size) {
        const { bytesRead } = await file.read(this.#memory, filled, size - filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return this.#memory.subarray(0, filled);
    } finally {
      await file.close();
    }
  }
}
