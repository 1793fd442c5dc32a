import { readFileSync } from 'node:fs';
import { type Adapter, Low } from 'lowdb';
import * as z from 'zod';
import { replaceFile } from './atomic-file.ts';
import type { FilePort } from './file-port.ts';
import { NewerFormatError } from './segment-header.ts';

const Settings = z.object({
  version: z.literal(1),
  /** No seq up to this one may be given again. */
  reservedSeq: z.number().int().nonnegative(),
  values: z.record(z.string(), z.string()),
});
export type Settings = z.infer<typeof Settings>;

/** It is read once: to compile its schema would take longer. */
const atOnce = { jitless: true };

/** A lowdb adapter for one small document that is replaced as a whole. */
class DocumentFile implements Adapter<Settings> {
  readonly #files: FilePort;
  readonly #path: string;
  constructor(files: FilePort, path: string) {
    this.#files = files;
    this.#path = path;
  }
  async read(): Promise<Settings | null> {
    const text = contentIfThere(this.#path);
    if (text === null) return null;
    const found: unknown = JSON.parse(text);
    const version = z.object({ version: z.number() }).safeParse(found, atOnce).data?.version ?? 0;
    if (version > 1) throw new NewerFormatError(this.#path, version);
    return Settings.parse(found, atOnce);
  }
  write(settings: Settings): Promise<void> {
    return replaceFile(this.#files, this.#path, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`));
  }
}

/** At once: it is small, and a start waits for it. */
function contentIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Small values that outlive a run; one write at a time. */
export class SettingsFile {
  readonly #low: Low<Settings>;
  #tail: Promise<void> = Promise.resolve();

  private constructor(low: Low<Settings>) {
    this.#low = low;
  }

  /** A damaged document is told by `damaged`; the store goes on without its values. */
  static async open(files: FilePort, path: string): Promise<{ settings: SettingsFile; damaged: boolean }> {
    const low = new Low<Settings>(new DocumentFile(files, path), { version: 1, reservedSeq: 0, values: {} });
    let damaged = false;
    try {
      await low.read();
    } catch (error) {
      if (error instanceof NewerFormatError) throw error;
      damaged = true;
    }
    return { settings: new SettingsFile(low), damaged };
  }

  get reservedSeq(): number {
    return this.#low.data.reservedSeq;
  }
  value(name: string): string | undefined {
    return Object.hasOwn(this.#low.data.values, name) ? this.#low.data.values[name] : undefined;
  }
  setValue(name: string, value: string): Promise<void> {
    this.#low.data.values[name] = value;
    return this.#save();
  }
  reserve(seq: number): Promise<void> {
    this.#low.data.reservedSeq = seq;
    return this.#save();
  }

  #save(): Promise<void> {
    const saved = this.#tail.then(() => this.#low.write());
    this.#tail = saved.catch(() => {});
    return saved;
  }
}
