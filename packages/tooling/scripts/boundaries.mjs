// Imports point one way: apps → adapters → core → protocol and query (design §3).
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { filesOf, root } from './workspace.mjs';

/** What the code of each package may import of the workspace. */
const allowed = {
  protocol: [],
  query: ['protocol'],
  core: ['protocol', 'query'],
  store: ['core', 'protocol', 'query'],
  receiver: ['core', 'protocol'],
  forwarder: ['core', 'protocol'],
  tunnel: ['core', 'protocol'],
  providers: ['core', 'protocol'],
  exporting: ['core', 'protocol'],
  drift: ['core', 'protocol', 'query'],
  'inspector-api': ['core', 'drift', 'exporting', 'protocol', 'query'],
  client: ['protocol', 'query'],
  inspector: ['client', 'protocol', 'query'],
  testing: ['core', 'protocol'],
  'example-handler': [],
};
/** These news things up: the command line, and the benchmarks. */
const free = ['hooktap', 'bench'];

/** Packages that must know nothing of how the outside is reached. */
const withoutIo = ['core', 'protocol', 'query', 'client', 'providers', 'exporting', 'drift'];
const io =
  /^(express|ws|lowdb|localtunnel|node:(http|https|http2|net|tls|fs|fs\/promises|child_process))(\/|$)/;
/** The browser has none of Node's modules. */
const browserSafe = ['protocol', 'query', 'client', 'inspector'];

const specifiers = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g;

const importsOf = (file) => [...readFileSync(file, 'utf8').matchAll(specifiers)].map((match) => match[2]);

/** What a package's entries lead to; every other file of it is there for its tests. */
function shippedFiles() {
  const shipped = new Set();
  const visit = (file) => {
    if (shipped.has(file) || !existsSync(file)) return;
    shipped.add(file);
    for (const specifier of importsOf(file))
      if (specifier.startsWith('.')) visit(resolve(file, '..', specifier));
  };
  for (const name of ['index.ts', 'main.ts', 'main.tsx']) {
    for (const file of files) if (file.endsWith(`${sep}src${sep}${name}`)) visit(file);
  }
  return shipped;
}

/** What others may import of a package, as its package.json names it. */
const doorsOf = (name) =>
  Object.keys(JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')).exports);

function complaint(file, specifier) {
  const [, name] = relative(root, file).split(sep);
  const isTest = !shipped.has(file);
  if (specifier.startsWith('.')) {
    const home = join(root, relative(root, file).split(sep).slice(0, 2).join(sep)) + sep;
    if (resolve(file, '..', specifier).startsWith(home)) return null;
    return 'reaches into another package by path; import it by its name';
  }
  const other = /^@hooktap\/([^/]+)(\/.*)?$/.exec(specifier);
  if (other) {
    const [, wanted, deep] = other;
    if (deep && !doorsOf(wanted).includes(`.${deep}`))
      return `reaches inside @hooktap/${wanted}; import what its package.json exports`;
    if (isTest) return null;
    if (wanted === 'testing' && name !== 'bench') return 'is for tests only';
    if (free.includes(name)) return null;
    if (!(name in allowed)) return `has no rule for package '${name}'; add one to boundaries.mjs`;
    if (!allowed[name].includes(wanted)) {
      return `may not be imported by ${name}, which may import ${allowed[name].join(', ') || 'nothing of ours'}`;
    }
    return null;
  }
  if (isTest) return null;
  if (specifier === 'zod' && /^import (?!type |\* as z ).*from 'zod'/m.test(readFileSync(file, 'utf8')))
    return `is imported as a whole where its parts are not left out; write import * as z from 'zod'`;
  if (withoutIo.includes(name) && io.test(specifier))
    return `is kept out of ${name}; it belongs in an adapter`;
  if (browserSafe.includes(name) && specifier.startsWith('node:')) return `does not exist in a browser`;
  return null;
}

const files = filesOf(
  [join(root, 'packages'), join(root, 'apps')],
  (path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && path.includes(`${sep}src${sep}`),
);
const shipped = shippedFiles();
const complaints = files.flatMap((file) =>
  importsOf(file).flatMap((specifier) => {
    const what = complaint(file, specifier);
    return what ? [`${relative(root, file)}: '${specifier}' ${what}.`] : [];
  }),
);
for (const line of complaints) console.error(line);
if (complaints.length > 0) {
  console.error(
    `\n${complaints.length} import(s) across a boundary (packages/tooling/scripts/boundaries.mjs).`,
  );
  process.exitCode = 1;
}
