import { createHash } from 'node:crypto';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { exitCode, Failure } from './failure.ts';

export interface Surroundings {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
}

/** Throws a `Failure` where the current folder was deleted. */
export const surroundings = (): Surroundings => ({
  cwd: currentFolder(),
  env: process.env,
  platform: process.platform,
});

function currentFolder(): string {
  try {
    return process.cwd();
  } catch (cause) {
    throw new Failure(
      'The current folder is not there any more. Change to one that is (cd), then try again.',
      exitCode.failed,
      { cause },
    );
  }
}

/** The nearest folder upwards with a config file, package.json or .git; else the folder itself. */
export function projectRoot(from: string): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (isProject(folder)) return folder;
    if (dirname(folder) === folder) return resolve(from);
  }
}

function isProject(folder: string): boolean {
  if (existsSync(join(folder, 'package.json')) || existsSync(join(folder, '.git'))) return true;
  try {
    return readdirSync(folder).some((name) => /^hooktap\.config\.[a-z]+$/.test(name));
  } catch {
    return false;
  }
}

/** The user's own state folder, where each project has one of Hooktap's. */
export function stateFolder({ env, platform }: Surroundings): string {
  if (env['XDG_STATE_HOME']) return join(env['XDG_STATE_HOME'], 'hooktap');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'hooktap');
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'hooktap');
  }
  return join(homedir(), '.local', 'state', 'hooktap');
}

/** Of the project, or the folder asked for; nothing is made yet. */
export function dataDirOf(asked: string | undefined, around: Surroundings): string {
  if (asked !== undefined) return resolve(around.cwd, asked);
  const root = realPath(projectRoot(around.cwd));
  const name = basename(root).replace(/[^A-Za-z0-9._-]/g, '_') || 'root';
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 10);
  return join(stateFolder(around), `${name}-${hash}`);
}

/** Without links; itself where it is not there. */
export const realPath = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

/** What to say where the project's own server may serve the data directory; null where it lies elsewhere. */
export function exposureOf(dataDir: string, around: Surroundings): string | null {
  const within = (folder: string) => {
    const way = relative(realPath(folder), realPath(dataDir));
    return !way.startsWith('..') && !isAbsolute(way);
  };
  if (!within(projectRoot(around.cwd)) || within(stateFolder(around))) return null;
  return (
    `The data directory ${dataDir} lies in your project, and your development server may serve it. ` +
    'Hooktap blocks requests that it knows to lead there; to be safe choose another with --data-dir, or leave that out.'
  );
}
