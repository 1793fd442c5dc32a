import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { Bench, quiet } from '../test-support/bin.ts';

const bench = new Bench();
afterEach(() => bench.clean());

const refused = async (dataDir: string) => {
  const { code, stdout, stderr } = await bench.run(['listen', ...quiet, '--data-dir', dataDir]).ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(`The data directory ${dataDir} cannot be written: `);
  expect(stderr).toContain('Give another with --data-dir');
};

it('a start below a file says that the data directory cannot be made', async () => {
  const file = join(bench.folder(), 'file');
  writeFileSync(file, '');
  await refused(join(file, 'data'));
});

it.runIf(existsSync('/proc/self'))('so does one where no folder can be made', () => refused('/proc/nope'));
