import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectRoot } from '../data-dir.ts';
import { exitCode, Failure } from '../failure.ts';

/** Looked for in this order; the first one counts. */
const fileNames = ['ts', 'js', 'mjs', 'json'].map((ending) => `hooktap.config.${ending}`);

/** The file asked for, or that of the project; null where there is none. */
export function findConfig(asked: string | undefined, cwd: string): string | null {
  if (asked !== undefined) {
    const file = resolve(cwd, asked);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      throw new Failure(`There is no file ${file} (--config).`, exitCode.usage);
    }
    return file;
  }
  return configCandidates(cwd).find((file) => existsSync(file)) ?? null;
}

/** Every name that the project's file may have. */
export function configCandidates(cwd: string): string[] {
  const root = projectRoot(cwd);
  return fileNames.map((name) => join(root, name));
}
