// npm test: all set-up, the checks, then every test. The last line is `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root, run, say } from './workspace.mjs';

/** Vitest's own count, from its JSON report; a suite that could not even be loaded counts as one failure. */
function counts(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report;
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  ).length;
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded,
    skipped: numPendingTests + numTodoTests,
  };
}

async function runTests(chromium) {
  const folder = mkdtempSync(join(tmpdir(), 'hooktap-tests-'));
  const file = join(folder, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const env = { ...process.env, CHROMIUM_PATH: chromium };
    const code = await run(process.execPath, [...args, ...process.argv.slice(2)], { env });
    const counted = counts(JSON.parse(readFileSync(file, 'utf8')));
    // Errors outside any test fail the run too, and the last line must not hide it.
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main() {
  await install();
  const { build } = await import('./build.mjs');
  await build();
  const chromium = await ensure();
  if (!chromium) return { ok: false, passed: 0, failed: 1, skipped: 0 };
  const checked = await run('npm', ['run', '--silent', 'check']);
  if (checked !== 0) say('The checks failed (npm run check); the lines above say where.');
  const { passed, failed, skipped } = await runTests(chromium);
  if (passed + failed === 0) say('No test ran.');
  const fallen = checked === 0 ? failed : failed + 1;
  return { ok: fallen === 0 && passed > 0, passed, failed: fallen, skipped };
}

async function ensure() {
  const { ensureChromium } = await import('./chromium.mjs');
  return ensureChromium();
}

const result = await main().catch((error) => {
  say(error instanceof Error ? error.message : String(error));
  return { ok: false, passed: 0, failed: 1, skipped: 0 };
});
process.exitCode = result.ok ? 0 : 1;
const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
process.stdout.write(`${result.passed} passed, ${result.failed} failed${skipped}\n`);
