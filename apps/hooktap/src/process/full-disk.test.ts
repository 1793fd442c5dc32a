import { execFileSync } from 'node:child_process';
import { createClient } from '@hooktap/client';
import { afterEach, expect, it } from 'vitest';
import { Bench } from '../test-support/bin.ts';

const bench = new Bench();
afterEach(() => bench.clean());

const post = async (url: string, bytes: number) =>
  (await fetch(url, { method: 'POST', body: 'x'.repeat(bytes) })).status;

// Linux can set another process a limit for its files, which is a full disk to it.
it.runIf(process.platform === 'linux')('says that nothing can be kept, and when that is over', async () => {
  const run = bench.listen(bench.folder());
  const { receiver, inspector, token } = await run.ready();
  const limit = (bytes: string) =>
    execFileSync('prlimit', [`--pid=${run.child.pid}`, `--fsize=${bytes}:unlimited`]);
  const client = createClient({ origin: inspector, token });
  expect(await post(receiver, 10)).toBe(200);
  limit('16384');
  expect(await post(receiver, 20_000)).toBe(503);
  // Of its own file, as larger bodies are.
  expect(await post(receiver, 200_000)).toBe(503);
  await expect
    .poll(() => run.stderr)
    .toMatch(/not kept, 1 so far\. No space left to write .*Free some space/);
  const { warnings, warningParts } = await client.status();
  expect(warnings).toEqual([expect.stringContaining('not kept, 2 so far. No space left')]);
  expect(warningParts).toMatchObject([[{ code: 'store-refuses' }]]);
  // What is small still finds room, and ends nothing.
  expect(await post(receiver, 10)).toBe(200);
  expect((await client.status()).warnings).toHaveLength(1);
  limit('unlimited');
  expect(await post(receiver, 20_000)).toBe(200);
  await expect.poll(() => run.stderr).toContain('Requests are kept again. Not kept, and answered 503: 2.');
  expect((await client.status()).warnings).toEqual([]);
});
