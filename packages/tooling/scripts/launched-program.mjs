import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { directImports } from './direct-imports.mjs';
import { leanModules } from './lean-modules.mjs';
import { withShorterLocals } from './shorter-locals.mjs';
import { root } from './workspace.mjs';

/** One entry with all that it imports, in one file. */
export async function bundled(esbuild, entry, options) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    // Names are made shorter after it (withShorterLocals).
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    plugins: [leanModules, directImports],
    // The tunnel's HTTP getter instead of the axios that localtunnel pins.
    alias: { axios: join(root, 'packages/tunnel/registration-getter/index.cjs') },
    ...options,
  });
  return withShorterLocals(esbuild, outputFiles[0].contents, options);
}

/** For Node's `require`, though written as ES modules. */
const commonJs = (define = {}) => ({
  format: 'cjs',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__fileUrl', ...define },
  // A directive has to come first to count.
  banner: { js: "'use strict';const __fileUrl=require('node:url').pathToFileURL(__filename).href;" },
});

/**
 * The files of a program by their names: one file in which each part is run when it is first wanted, named after its
 * content since the code that V8 keeps of it lies beside it; and `launch.cjs`, which starts it. The entry exports
 * `main`, as the command line's does.
 */
export async function launchedProgram(esbuild, entry) {
  const program = await bundled(esbuild, entry, commonJs());
  const hash = createHash('sha256').update(program).digest('hex').slice(0, 16);
  const programFile = `program-${hash}.cjs`;
  const launch = join(root, 'apps/hooktap/src/launch.ts');
  const define = { PROGRAM_FILE: JSON.stringify(programFile) };
  return { [programFile]: program, 'launch.cjs': await bundled(esbuild, launch, commonJs(define)) };
}
