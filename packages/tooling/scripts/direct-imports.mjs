import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './workspace.mjs';

const barrels = ['protocol', 'core'];
const declared = /^export (?:declare )?(?:const|function|async function|class|let) (\w+)/gm;
const imported = /^import \{([^}]*)\} from '@hooktap\/(\w+)';$/gm;

/** Which file declares what a package's index re-exports, by name. */
function declaringFiles(index) {
  const files = new Map();
  for (const [, name] of readFileSync(index, 'utf8').matchAll(/^export \* from '(.+)';$/gm)) {
    const file = join(dirname(index), name);
    for (const [, value] of readFileSync(file, 'utf8').matchAll(declared)) files.set(value, file);
  }
  return files;
}

/** Values of a package's index imported from where they are declared; whatever else stays as it is. */
function direct(source, declaring) {
  return source.replace(imported, (statement, list, name) => {
    const files = declaring.get(name);
    if (!files) return statement;
    const names = list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '' && !one.startsWith('type '));
    const statements = names.map((one) => {
      const file = files.get(one.split(' as ')[0]);
      return `import { ${one} } from ${JSON.stringify(file ?? `@hooktap/${name}`)};`;
    });
    return statements.join(' ');
  });
}

/**
 * An esbuild plugin. Whoever imports one schema from a package's index would have all of them made at a start, and
 * making them takes longer than most of what the ready line waits for.
 */
export const directImports = {
  name: 'direct-imports',
  setup(build) {
    const declaring = new Map(
      barrels.map((name) => [name, declaringFiles(join(root, 'packages', name, 'src/index.ts'))]),
    );
    build.onLoad({ filter: /[\\/](?:packages|apps)[\\/][\w-]+[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: direct(readFileSync(path, 'utf8'), declaring),
      loader: 'ts',
    }));
  },
};
