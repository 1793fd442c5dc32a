import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Script } from 'node:vm';

interface CachedScript {
  readonly script: Script;
  /** Writes down what V8 has compiled by now, unless the script came from such a file. Never throws. */
  readonly keepCode: () => void;
}

/**
 * Compiles the text of `file`, put between `before` and `after`, with the code that V8 kept of an earlier run:
 * reading and compiling the program anew is a good part of a start. The cache lies beside the file, so that only who
 * could change the program can change the cache, and goes away with it. Its name holds the version of Node, and V8
 * itself refuses what it cannot use; that V8 tells texts apart by their length alone is why `file` has to be named
 * after its content. See https://v8.dev/blog/code-caching-for-devs.
 */
export function scriptWithCodeCache(file: string, before: string, after: string): CachedScript {
  const cacheFile = `${file}.${process.version}-${process.arch}.code`;
  const cachedData = contentIfThere(cacheFile);
  // The bundler writes ASCII only: read as such, the text takes one byte for each character.
  const text = `${before}${readFileSync(file, 'latin1')}${after}`;
  const script = new Script(text, { filename: file, ...(cachedData && { cachedData }) });
  let isKept = cachedData !== undefined && script.cachedDataRejected === false;
  const keepCode = (): void => {
    if (isKept) return;
    isKept = true;
    replaceFile(cacheFile, script.createCachedData());
  };
  return { script, keepCode };
}

function contentIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole and on disk, or not at all: of a folder that may not be written to, each start is the first. */
function replaceFile(file: string, content: Buffer): void {
  const fresh = `${file}.${process.pid}`;
  try {
    // Whatever the umask: who may not change the program may not change what is run instead of it.
    const descriptor = openSync(fresh, 'wx', 0o644);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(fresh, file);
  } catch {
    rmSync(fresh, { force: true });
  }
}
