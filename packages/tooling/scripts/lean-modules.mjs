/**
 * An esbuild plugin that leaves out what only costs time at a start: zod's messages in forty languages,
 * and the tables of old Asian and single-byte encodings, which no JSON body of the API is in.
 */
const lean = [
  [/[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/, "export { default as en } from './en.js';"],
  [
    /[\\/]iconv-lite[\\/]encodings[\\/]index\.js$/,
    "Object.assign(exports, require('./internal.js'), require('./utf16.js'));",
  ],
];

export const leanModules = {
  name: 'lean-modules',
  setup(build) {
    for (const [filter, contents] of lean) {
      build.onLoad({ filter }, () => ({ contents, loader: 'js' }));
    }
  },
};
