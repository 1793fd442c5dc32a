// Node 20 runs no TypeScript: the benchmarks are bundled into a folder that goes away with the run.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { launchedProgram } from '../tooling/scripts/launched-program.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const outdir = mkdtempSync(join(tmpdir(), 'hooktap-bench-'));
process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));

writeFileSync(join(outdir, 'package.json'), '{"type":"module"}');
await esbuild.build({
  entryPoints: [join(here, 'src/main.ts')],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
  banner: {
    js: "import{createRequire as __benchRequire}from'node:module';const require=__benchRequire(import.meta.url);",
  },
});
const reopenDir = join(outdir, 'reopen');
mkdirSync(reopenDir);
writeFileSync(join(reopenDir, 'package.json'), '{"type":"commonjs"}');
const reopenFiles = await launchedProgram(esbuild, join(here, 'src/programs/reopen.ts'));
for (const [name, contents] of Object.entries(reopenFiles)) writeFileSync(join(reopenDir, name), contents);
// A copy of the command line as it stands now: a build beside the run does not change what is measured.
const app = fileURLToPath(new URL('../../apps/hooktap/', import.meta.url));
for (const part of ['bin', 'dist', 'package.json']) {
  if (existsSync(join(app, part))) cpSync(join(app, part), join(outdir, 'app', part), { recursive: true });
}
// Installed beside this file, so it cannot be found from the bundle. It downloads no browser of its own.
const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
async function openChromium() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
}
const { runBenchmarks } = await import(pathToFileURL(join(outdir, 'main.js')).href);
process.exitCode = await runBenchmarks({
  arguments: process.argv.slice(2),
  programs: join(outdir, 'main.js'),
  reopenProgram: join(reopenDir, 'launch.cjs'),
  scratch: outdir,
  bin: join(outdir, 'app/bin/hooktap.js'),
  results: join(here, 'bench-results.json'),
  chromium: existsSync(chromiumPath) ? { path: chromiumPath, open: openChromium } : null,
});
