import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { leanModules } from './lean-modules.mjs';
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
      outputs: [join(assets, 'index.html')],
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

/** The entry last and the old chunks after it, so that a start in between finds a whole program. */
function replaceFiles(dist, outputFiles) {
  mkdirSync(dist, { recursive: true });
  const entryLast = outputFiles.toSorted((a, b) => a.path.endsWith('main.js') - b.path.endsWith('main.js'));
  for (const { path, contents } of entryLast) {
    writeFileSync(`${path}.new`, contents);
    renameSync(`${path}.new`, path);
  }
  const now = new Set(outputFiles.map(({ path }) => basename(path)));
  for (const name of readdirSync(dist)) if (name.endsWith('.js') && !now.has(name)) rmSync(join(dist, name));
}

/** The command line: one entry, and a chunk for each part that is loaded only when it is wanted. */
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
      outputs: [join(dist, 'main.js'), join(dist, 'pack-kit.js')],
      label: 'Bundling the command line',
    },
    async () => {
      const { build } = await import(
        pathToFileURL(createRequire(join(app, 'package.json')).resolve('esbuild')).href
      );
      const { outputFiles } = await build({
        // The second one is what users' own provider packs import as hooktap/providers.
        entryPoints: {
          main: join(app, 'src/main.ts'),
          'pack-kit': join(root, 'packages/providers/src/pack-kit.ts'),
        },
        outdir: dist,
        bundle: true,
        splitting: true,
        format: 'esm',
        platform: 'node',
        target: 'node20.19',
        // Names stay as they are: keeping them by other means costs a third of the start.
        minifySyntax: true,
        minifyWhitespace: true,
        legalComments: 'none',
        logLevel: 'warning',
        write: false,
        plugins: [leanModules],
        chunkNames: '[name]-[hash]',
        // The tunnel's HTTP getter instead of the axios that localtunnel pins.
        alias: { axios: join(root, 'packages/tunnel/registration-getter/index.cjs') },
        // Bundled CommonJS modules ask for Node's own through `require`.
        banner: {
          js: "import{createRequire as __hooktapRequire}from'node:module';const require=__hooktapRequire(import.meta.url);",
        },
      });
      replaceFiles(dist, outputFiles);
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
