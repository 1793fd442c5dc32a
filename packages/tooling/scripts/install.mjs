import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, root, run, unlessDone } from './workspace.mjs';

/** Installs what the lock file says, with the pnpm that package.json names, fetched through npx. */
export async function install() {
  const manifests = filesOf([join(root, 'packages'), join(root, 'apps')], (path) =>
    path.endsWith('package.json'),
  );
  const settings = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => join(root, name));
  await unlessDone(
    'install',
    {
      inputs: [...settings, ...manifests],
      outputs: [join(root, 'node_modules', '.modules.yaml'), join(root, 'apps/hooktap/node_modules')],
      label: 'Installing dependencies',
    },
    async () => {
      const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
      const env = { ...process.env, CI: 'true' };
      const code = await run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], { env });
      if (code !== 0) {
        throw new Error(
          `Installing the dependencies failed (exit ${code}). The lines above say why; ` +
            'it needs the npm registry. Then run the same command again.',
        );
      }
    },
  );
}
