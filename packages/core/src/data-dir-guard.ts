import { basename, isAbsolute, relative, sep } from 'node:path';
import { plainPath } from './disguised-path.ts';
import { decodedPath } from './shield.ts';

/** One way in which the data directory is written. */
interface Place {
  readonly name: string;
  readonly whole: string;
  /** From the project's folder, and from each on the way: any may be the root of a server. */
  readonly below: readonly string[];
}

/**
 * Knows paths by which a handler's development server would serve the data directory, with the token and all payloads
 * in it: below its root where the directory lies in the project, and by its whole path, as Vite's `/@fs/` does.
 */
export class DataDirGuard {
  readonly #places: readonly Place[];

  /** `dataDirs`: as it was given and, where a link leads there, as it is. */
  constructor(dataDirs: readonly string[], projectFolder: string | undefined) {
    this.#places = [...new Set(dataDirs)].map((dataDir) => placeOf(dataDir, projectFolder));
  }

  /** Whether a path leads there, however it is encoded. */
  covers(path: string): boolean {
    const decoded = decodedPath(path).toLowerCase();
    const near = this.#places.filter(({ name }) => decoded.includes(name));
    if (near.length === 0) return false;
    const plain = `${plainPath(path)}/`;
    return near.some(
      ({ whole, below }) => plain.includes(whole) || below.some((way) => plain.startsWith(way)),
    );
  }
}

function placeOf(dataDir: string, projectFolder: string | undefined): Place {
  const way = projectFolder === undefined ? '..' : relative(projectFolder, dataDir);
  const isOutside = way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  return {
    name: asSent(basename(dataDir)).toLowerCase(),
    whole: `${plainPath(asSent(dataDir))}/`,
    below: isOutside ? [] : tails(`${plainPath(asSent(way))}/`),
  };
}

/** `/a/b/` and `/b/`. */
const tails = (way: string): string[] => [...way.matchAll(/\/(?=.)/g)].map(({ index }) => way.slice(index));

/** A request target has one character for each byte. */
const asSent = (path: string): string => Buffer.from(path).toString('latin1');
