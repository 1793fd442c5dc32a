import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled } from './launched-program.mjs';
import { commentsOf } from './schema-comments.mjs';
import { SchemaTypes } from './schema-types.mjs';
import { filesOf, root, run } from './workspace.mjs';

const client = join(root, 'packages/client/src/index.ts');
const protocol = join(root, 'packages/protocol/src');

/** The files of what users import as hooktap/client: for every platform, what Node 20 lacks, and the types of both. */
export async function clientPackage(esbuild) {
  const everywhere = { format: 'esm', platform: 'neutral', target: 'es2022', mainFields: ['module', 'main'] };
  return {
    'index.js': await bundled(esbuild, client, everywhere),
    'node.js': await bundled(esbuild, join(root, 'apps/hooktap/src/client-for-node.ts'), {
      format: 'esm',
      plugins: [besideIt],
      // What `ws` asks for as CommonJS.
      banner: {
        js: "import{createRequire as __from}from'node:module';const require=__from(import.meta.url);",
      },
    }),
    ...(await types(esbuild)),
  };
}

/** Takes the client from the file beside it. */
const besideIt = {
  name: 'beside-it',
  setup(build) {
    build.onResolve({ filter: /^@hooktap\/client$/ }, () => ({ path: './index.js', external: true }));
  },
};

/** What the compiler says of the client, with the protocol's schemas as plain types. */
async function types(esbuild) {
  const folder = mkdtempSync(join(tmpdir(), 'hooktap-client-types-'));
  try {
    const schemas = join(folder, 'schemas.mjs');
    writeFileSync(schemas, await bundled(esbuild, join(protocol, 'index.ts'), { format: 'esm' }));
    const sources = filesOf([protocol], (path) => !path.endsWith('.test.ts'));
    const told = new SchemaTypes(
      Object.fromEntries(Object.entries(await import(pathToFileURL(schemas).href)).filter(isSchema)),
      commentsOf(sources),
    );
    const declared = await declarations(folder);
    for (const text of Object.values(declared)) for (const name of wantedBy(text)) told.tell(name);
    return {
      ...declared,
      'index.d.ts': `export type * from './protocol.js';\n${declared['index.d.ts']}`,
      'protocol.d.ts': told.text(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isSchema = ([, value]) => value?._zod !== undefined;

/** Those of the client's files that its index leads to, by name. */
async function declarations(folder) {
  const out = join(folder, 'out');
  const flags =
    '--ignoreConfig --declaration --emitDeclarationOnly --noCheck --skipLibCheck --target es2023 --module esnext ' +
    '--moduleResolution bundler --allowImportingTsExtensions --types node';
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const where = ['--typeRoots', join(root, 'node_modules/@types'), '--rootDir', join(root, 'packages')];
  const code = await run(process.execPath, [tsc, client, ...flags.split(' '), ...where, '--outDir', out]);
  if (code !== 0)
    throw new Error(`The types of hooktap/client failed (exit ${code}); the lines above say why.`);
  const source = join(out, 'client/src');
  return Object.fromEntries(
    readdirSync(source).map((name) => {
      const text = readFileSync(join(source, name), 'utf8');
      return [
        name,
        text.replace(/'(\.\/[\w-]+)\.ts'/g, "'$1.js'").replace("'@hooktap/protocol'", "'./protocol.js'"),
      ];
    }),
  );
}

/** The names that a file imports of the protocol. */
const wantedBy = (text) =>
  [...text.matchAll(/import (?:type )?\{([^}]*)\} from '\.\/protocol\.js'/g)].flatMap(([, names]) =>
    names.split(',').map((name) => name.trim().replace(/^type /, '')),
  );
