#!/usr/bin/env node
// Plain CommonJS that any Node can read, so that an old one gets a sentence and not a syntax error.
'use strict';
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `hooktap needs Node 20.19 or later; this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.\n`,
  );
  process.exitCode = 1;
} else {
  try {
    require('../dist/launch.cjs');
  } catch (error) {
    if (!['MODULE_NOT_FOUND', 'ENOENT'].includes(error?.code)) throw error;
    process.stderr.write(`hooktap is not built (${error.message}). In the clone, run: npm run build\n`);
    process.exitCode = 1;
  }
}
