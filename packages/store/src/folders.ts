import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from './store-failure.ts';

/**
 * Makes a folder that only its owner may enter, and those above it that are missing, one by one. Node's own way,
 * `recursive`, never ends where a folder takes no entries and says that they are missing, as /proc does (Node 20).
 */
export function makeFolder(path: string): void {
  for (const folder of missingOf(resolve(path)).reverse()) {
    try {
      mkdirSync(folder, { mode: 0o700 });
    } catch (error) {
      // Another process may have been quicker.
      if (errorCode(error) !== 'EEXIST' || !isFolder(folder)) throw error;
    }
  }
}

/** Itself unless it is there, and what is missing above it. */
function missingOf(path: string): string[] {
  if (isFolder(path)) return [];
  const missing = [path];
  for (let above = dirname(path); !existsSync(above) && above !== dirname(above); above = dirname(above)) {
    missing.push(above);
  }
  return missing;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
