import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** With the compiler of the workspace, as strict as it gets, and without any other types. */
export function compiled(
  project: string,
  file: string,
  more: readonly string[] = [],
): { status: number | null; stdout: string } {
  const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = join(dirname(manifest), 'bin/tsc');
  const flags = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--types',
    '',
    '--exactOptionalPropertyTypes',
  ];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags, ...more, file], {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, stdout };
}
