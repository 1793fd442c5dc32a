import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DataPaths } from './data-paths.ts';
import type { FilePort, OpenFile } from './file-port.ts';

/** Bodies too large for a line, each in a file named by its hash. */
export class BlobStore {
  readonly #files: FilePort;
  readonly #paths: DataPaths;
  /** Finished in this run: a record naming it may still be on its way, so it is not swept. */
  readonly #fresh = new Set<string>();
  readonly #removals = new Map<string, Promise<void>>();

  constructor(files: FilePort, paths: DataPaths) {
    this.#files = files;
    this.#paths = paths;
  }

  async begin(): Promise<BlobDraft> {
    const path = join(this.#paths.blobs, `${randomBytes(8).toString('hex')}.tmp`);
    return { path, file: await this.#files.open(path), hash: createHash('sha256') };
  }

  /** On disk under its hash, safe against a power cut, when this resolves. */
  async keep(draft: BlobDraft): Promise<string> {
    await draft.file.sync();
    await draft.file.close();
    const sha256 = draft.hash.digest('hex');
    this.#fresh.add(sha256);
    const target = this.#paths.blob(sha256);
    // A removal of the same bytes that is under way must not take the new file.
    await this.#removals.get(sha256)?.catch(() => {});
    await this.#files.makeDir(dirname(target));
    await this.#files.rename(draft.path, target);
    await this.#files.syncDir(dirname(target));
    await this.#files.syncDir(this.#paths.blobs);
    return sha256;
  }

  async abandon(draft: BlobDraft): Promise<void> {
    await draft.file.close().catch(() => {});
    await this.#files.remove(draft.path);
  }

  /** A record naming it was appended, or never will be: it may be swept when nothing names it. */
  release(sha256: string): void {
    this.#fresh.delete(sha256);
  }

  async remove(sha256: string): Promise<void> {
    if (this.#fresh.has(sha256)) return;
    const removal = this.#files.remove(this.#paths.blob(sha256));
    this.#removals.set(sha256, removal);
    await removal.finally(() => this.#removals.delete(sha256));
  }

  /** The hashes of all blobs, a folder at a time. */
  async *all(): AsyncGenerator<string> {
    const folders = await readdir(this.#paths.blobs);
    for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
      const names = await readdir(join(this.#paths.blobs, folder));
      yield* names.filter((name) => /^[0-9a-f]{64}$/.test(name));
    }
  }

  async exists(sha256: string): Promise<boolean> {
    return stat(this.#paths.blob(sha256)).then(
      () => true,
      () => false,
    );
  }

  read(sha256: string, start: number, end: number): AsyncIterable<Buffer> {
    if (end <= start) return (async function* () {})();
    return createReadStream(this.#paths.blob(sha256), { start, end: end - 1, highWaterMark: 64 * 1024 });
  }

  async beginning(sha256: string, length: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    try {
      for await (const piece of this.read(sha256, 0, length)) pieces.push(piece);
    } catch {
      // A blob that is gone matches nothing.
    }
    return Buffer.concat(pieces);
  }

  /** Removes what a crash left half-written. */
  async tidy(): Promise<void> {
    const names = await readdir(this.#paths.blobs);
    await Promise.all(
      names
        .filter((name) => name.endsWith('.tmp'))
        .map((name) => this.#files.remove(join(this.#paths.blobs, name))),
    );
  }
}

/** A blob that is being written. */
export interface BlobDraft {
  readonly path: string;
  readonly file: OpenFile;
  readonly hash: ReturnType<typeof createHash>;
}
