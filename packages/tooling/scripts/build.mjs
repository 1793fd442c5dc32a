import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
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

const alike = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Names stay as they are: keeping them by other means costs a third of the start.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
  plugins: [leanModules],
  // The tunnel's HTTP getter instead of the axios that localtunnel pins.
  alias: { axios: join(root, 'packages/tunnel/registration-getter/index.cjs') },
};

/** For Node's `require`, though written as ES modules. */
const asCommonJs = {
  ...alike,
  format: 'cjs',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__fileUrl' },
  // A directive has to come first to count.
  banner: { js: "'use strict';const __fileUrl=require('node:url').pathToFileURL(__filename).href;" },
};

/**
 * The command line: one file in which each part is run when it is first wanted, named after its content since the
 * code that V8 keeps of it lies beside it; and the small one that starts it.
 */
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
      outputs: [join(dist, 'launch.cjs'), join(dist, 'pack-kit.js')],
      label: 'Bundling the command line',
    },
    async () => {
      const esbuild = await import(
        pathToFileURL(createRequire(join(app, 'package.json')).resolve('esbuild')).href
      );
      const bundled = async (entry, options) => {
        const { outputFiles } = await esbuild.build({ entryPoints: [join(root, entry)], ...options });
        return outputFiles[0].contents;
      };
      const program = await bundled('apps/hooktap/src/main.ts', asCommonJs);
      const programFile = `program-${createHash('sha256').update(program).digest('hex').slice(0, 16)}.cjs`;
      replaceFiles(dist, {
        [programFile]: program,
        // What users' own provider packs import as hooktap/providers.
        'pack-kit.js': await bundled('packages/providers/src/pack-kit.ts', { ...alike, format: 'esm' }),
        'launch.cjs': await bundled('apps/hooktap/src/launch.ts', {
          ...asCommonJs,
          define: { ...asCommonJs.define, PROGRAM_FILE: JSON.stringify(programFile) },
        }),
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
