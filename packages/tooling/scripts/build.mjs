import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { clientPackage } from './client-package.mjs';
import { bundled, launchedProgram } from './launched-program.mjs';
import { noticesFile, noticesOf, noting } from './third-party-notices.mjs';
import { filesOf, root, run, unlessDone } from './workspace.mjs';

const app = join(root, 'apps/hooktap');
const inspector = join(root, 'apps/inspector');
const notTest = (path) => !/\.test\.tsx?$/.test(path);
const lock = [join(root, 'pnpm-lock.yaml'), ...filesOf([join(root, 'packages/tooling/scripts')])];

/** The screen: Vite's own output, copied to where the command line serves it from. */
async function buildInspector() {
  const assets = join(app, 'dist/inspector');
  await unlessDone(
    'inspector',
    {
      inputs: [
        ...lock,
        ...filesOf([inspector, join(root, 'packages/client'), join(root, 'packages/protocol')], notTest),
        ...filesOf([join(root, 'packages/query')], notTest),
      ],
      outputs: ['index.html', noticesFile].map((name) => join(assets, name)),
      label: 'Building the inspector',
    },
    async () => {
      const vite = join(inspector, 'node_modules/vite/bin/vite.js');
      const code = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: inspector });
      if (code !== 0)
        throw new Error(`Building the inspector failed (exit ${code}); the lines above say why.`);
      rmSync(assets, { recursive: true, force: true });
      cpSync(join(inspector, 'dist'), assets, { recursive: true });
    },
  );
}

/** What is started last and the old files after it, so that a start in between finds a whole program. */
function replaceFiles(dist, files) {
  mkdirSync(dist, { recursive: true });
  for (const [name, contents] of Object.entries(files)) {
    writeFileSync(join(dist, `${name}.new`), contents);
    renameSync(join(dist, `${name}.new`), join(dist, name));
  }
  for (const { name } of readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    if (!(name in files)) rmSync(join(dist, name));
  }
}

/** The command line, and what users import as hooktap/providers and hooktap/client. */
async function bundle() {
  const dist = join(app, 'dist');
  await unlessDone(
    'command-line',
    {
      inputs: [
        ...lock,
        ...filesOf(
          [join(root, 'packages'), join(app, 'src'), join(root, 'apps/example-handler/src')],
          notTest,
        ),
      ],
      outputs: ['launch.cjs', 'pack-kit.js', 'client/node.js', noticesFile].map((name) => join(dist, name)),
      label: 'Bundling the command line',
    },
    async () => {
      const modules = new Set();
      const esbuild = noting(
        await import(pathToFileURL(createRequire(join(app, 'package.json')).resolve('esbuild')).href),
        modules,
      );
      const packKit = join(root, 'packages/providers/src/pack-kit.ts');
      replaceFiles(join(dist, 'client'), await clientPackage(esbuild));
      replaceFiles(dist, {
        'pack-kit.js': await bundled(esbuild, packKit, { format: 'esm' }),
        ...(await launchedProgram(esbuild, join(app, 'src/main.ts'))),
        [noticesFile]: noticesOf(modules),
      });
    },
  );
}

export async function build() {
  await bundle();
  await buildInspector();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
