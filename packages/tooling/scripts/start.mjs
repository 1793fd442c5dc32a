// npm start -- <arguments>: all set-up, then the command line with those arguments, in this very process.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { root, say } from './workspace.mjs';

try {
  await install();
  const { build } = await import('./build.mjs');
  await build();
  const bin = join(root, 'apps/hooktap/bin/hooktap.js');
  process.argv[1] = bin;
  await import(pathToFileURL(bin).href);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
