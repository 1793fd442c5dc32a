import { basename, isAbsolute, relative } from 'node:path';
import { plainPath } from './disguised-path.ts';
import { decodedPath } from './shield.ts';

/**
 * Knows paths by which a handler's development server would serve the data directory, with the token and all payloads
 * in it: below its own root where the directory lies in the project, and by its whole path, as Vite's `/@fs/` does.
 */
export class DataDirGuard {
  readonly #name: string;
  readonly #whole: string;
  /** Null: it lies outside of the project. */
  readonly #below: string | null;

  constructor(dataDir: string, projectFolder: string | undefined) {
    this.#name = basename(dataDir).toLowerCase();
    this.#whole = `${plainPath(dataDir)}/`;
    const way = projectFolder === undefined ? '..' : relative(projectFolder, dataDir);
    this.#below = way === '' || way.startsWith('..') || isAbsolute(way) ? null : `${plainPath(way)}/`;
  }

  get isInProject(): boolean {
    return this.#below !== null;
  }

  /** Whether a path leads there, however it is encoded. */
  covers(path: string): boolean {
    if (!decodedPath(path).toLowerCase().includes(this.#name)) return false;
    const plain = `${plainPath(path)}/`;
    return plain.includes(this.#whole) || (this.#below !== null && plain.startsWith(this.#below));
  }
}
