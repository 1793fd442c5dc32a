import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Loads what stands behind these functions with the first call of one of them. */
const atFirstCall = (module, names) =>
  names.map((name) => `exports.${name} = (...given) => require('${module}').${name}(...given);`).join('\n');

/**
 * Left out, for it only costs time at a start: zod's messages in forty languages, and the tables of old Asian and
 * single-byte encodings, which no JSON body of the API is in. Put off until it is asked for: what Express loads at
 * once to answer a first request (the table of all media types) or never needs here (bodies of forms).
 */
const lean = [
  [/[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/, "export { default as en } from './en.js';"],
  [
    /[\\/]iconv-lite[\\/]encodings[\\/]index\.js$/,
    "Object.assign(exports, require('./internal.js'), require('./utf16.js'));",
  ],
  [
    /[\\/]body-parser[\\/]index\.js$/,
    ['json', 'raw', 'text', 'urlencoded']
      .map((name) => `exports.${name} = (options) => require('./lib/types/${name}')(options);`)
      .join('\n'),
  ],
  [/[\\/]mime-types[\\/]index\.js$/, atFirstCall('./index.js?all', ['lookup', 'contentType'])],
  [/[\\/]qs[\\/]lib[\\/]index\.js$/, "exports.parse = (...given) => require('./parse')(...given);"],
];

/** Of the table of all media types what mime-types reads: a third of it. */
function leanMediaTypes(path) {
  const known = Object.entries(JSON.parse(readFileSync(path, 'utf8')));
  const read = known.flatMap(([type, { source, charset, extensions }]) =>
    charset || extensions ? [[type, { source, charset, extensions }]] : [],
  );
  return { contents: JSON.stringify(Object.fromEntries(read)), loader: 'json' };
}

/** An esbuild plugin. */
export const leanModules = {
  name: 'lean-modules',
  setup(build) {
    for (const [filter, contents] of lean) {
      build.onLoad({ filter }, ({ path, suffix }) =>
        suffix === '?all' ? undefined : { contents, loader: 'js', resolveDir: dirname(path) },
      );
    }
    build.onLoad({ filter: /[\\/]mime-db[\\/]db\.json$/ }, ({ path }) => leanMediaTypes(path));
  },
};
