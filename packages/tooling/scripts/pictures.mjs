// npm run pictures: takes every reference picture of the screen anew, and those of the README and the docs.
import { join } from 'node:path';
import { install } from './install.mjs';
import { root, run, say } from './workspace.mjs';

await install();
const { build } = await import('./build.mjs');
await build();
const { ensureChromium } = await import('./chromium.mjs');
const chromium = await ensureChromium();
if (chromium) {
  const env = { ...process.env, CHROMIUM_PATH: chromium, HOOKTAP_PICTURES: 'renew' };
  const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'apps/hooktap/src/e2e/pictures'];
  process.exitCode = await run(process.execPath, args, { env });
  say(
    'Look at what changed (git diff --stat apps/hooktap/src/e2e/pictures apps/docs) before it is committed.',
  );
} else {
  process.exitCode = 1;
}
