import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './workspace.mjs';

const oxc = createRequire(join(root, 'apps/hooktap/package.json')).resolve('vite');

/**
 * A bundle with short names for what is local to a function, a fifth of its size. Functions and classes stay as they
 * are named, for stack traces and for what asks for a name, and so does whatever stands outermost: esbuild renames
 * all or keeps names by code that a start has to run.
 */
export async function withShorterLocals(esbuild, contents, { format }) {
  const { minify } = await import(pathToFileURL(oxc).href);
  const { code, errors } = await minify('bundle.js', new TextDecoder().decode(contents), {
    module: format === 'esm',
    compress: false,
    mangle: { toplevel: false, keepNames: true },
  });
  if (errors.length > 0) throw new Error(`A bundle could not be made smaller: ${errors[0].message}`);
  // In ASCII, as the program is read (code-cache.ts).
  const written = await esbuild.transform(code, { minifyWhitespace: true, legalComments: 'none' });
  return new TextEncoder().encode(written.code);
}
