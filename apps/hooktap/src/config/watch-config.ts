import { createHash } from 'node:crypto';
import { type FSWatcher, readFileSync, watch } from 'node:fs';
import { dirname } from 'node:path';

/** Between two looks that must agree before a change is taken as finished. */
const settleMs = 60;

export interface ConfigWatch {
  /** From now on these files, for instance because the imports changed. */
  follow(files: readonly string[]): void;
  /** Looks at them now, as if they had changed. */
  recheck(): void;
  close(): void;
}

/**
 * Tells of changes of content, once each: `changed` runs when the files have stopped changing, never beside itself.
 * Their folders are watched, since editors put a new file in the old one's place.
 */
export function watchConfig(files: readonly string[], changed: () => Promise<void>): ConfigWatch {
  const watching = new Watching(changed);
  watching.follow(files);
  return watching;
}

class Watching implements ConfigWatch {
  readonly #changed: () => Promise<void>;
  readonly #folders = new Map<string, FSWatcher>();
  #files: readonly string[] = [];
  /** What `changed` last ran for. */
  #known = '';
  #last = '';
  #timer: NodeJS.Timeout | null = null;
  #running = false;
  #closed = false;

  constructor(changed: () => Promise<void>) {
    this.#changed = changed;
  }

  follow(files: readonly string[]): void {
    // The same ones may have changed since they were read: that is told as a change.
    if (files.join('\0') === this.#files.join('\0')) return;
    this.#files = files;
    this.#known = digestOf(files);
    const wanted = new Set(files.map((file) => dirname(file)));
    for (const [folder, watcher] of this.#folders) {
      if (wanted.has(folder)) continue;
      watcher.close();
      this.#folders.delete(folder);
    }
    for (const folder of wanted) if (!this.#folders.has(folder)) this.#watch(folder);
  }

  recheck(): void {
    this.#known = '';
    this.#look();
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }

  #watch(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, () => this.#look());
      // A folder that is removed is no longer watched; the configuration stays as it is.
      watcher.on('error', () => watcher.close());
      this.#folders.set(folder, watcher);
    } catch {
      // Some file systems cannot be watched: changes then count from the next start.
    }
  }

  #look(): void {
    if (this.#timer || this.#closed) return;
    this.#last = digestOf(this.#files);
    this.#timer = setTimeout(() => void this.#settle(), settleMs);
    this.#timer.unref();
  }

  async #settle(): Promise<void> {
    this.#timer = null;
    const digest = digestOf(this.#files);
    if (digest !== this.#last || this.#running) return this.#look();
    if (digest === this.#known) return;
    this.#known = digest;
    this.#running = true;
    try {
      await this.#changed();
    } finally {
      this.#running = false;
    }
  }
}

/** Of all contents together; a file that is not there counts too. */
function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    try {
      hash.update(readFileSync(file)).update('\0');
    } catch {
      hash.update('absent\0');
    }
  }
  return hash.digest('hex');
}
