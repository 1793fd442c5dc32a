import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, quiet } from './bin.ts';

/** A project with a config file, as an editor leaves it: a new file in the old one's place. */
export function configProject(bench: Bench, text: string, name = 'hooktap.config.ts') {
  const folder = bench.folder();
  const write = (content: string): void => {
    writeFileSync(join(folder, '.new'), content);
    renameSync(join(folder, '.new'), join(folder, name));
  };
  write(text);
  const dataDir = join(folder, '.data');
  const run = (args: string[], env?: NodeJS.ProcessEnv) =>
    bench.run([...args, '--data-dir', dataDir], env, folder);
  return { folder, write, run, listen: (...args: string[]) => run([...args, ...quiet, '--json']) };
}

/** A config file with one endpoint. */
export const configOf = (target: string, more = '') => `import { defineConfig } from 'hooktap';
export default defineConfig({
  quiet: true,
  endpoints: [
    {
      name: 'orders',
      path: '/orders',
      target: '${target}',
      ${more}
    },
  ],
});
`;
