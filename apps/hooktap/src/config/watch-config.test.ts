import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type ConfigWatch, watchConfig } from './watch-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'hooktap-watch-'));
const file = join(folder, 'hooktap.config.json');
let watching: ConfigWatch | null = null;

afterEach(() => {
  watching?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Each change that is told settles the next promise. */
function changes(): { next(): Promise<number>; tell(): Promise<void> } {
  let count = 0;
  let waiting: ((count: number) => void) | null = null;
  return {
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
      }),
    async tell() {
      count += 1;
      waiting?.(count);
    },
  };
}

it('tells once of each change of content, also when the file is replaced or written in pieces', async () => {
  writeFileSync(file, 'one');
  const told = changes();
  watching = watchConfig([file], told.tell);

  let next = told.next();
  writeFileSync(file, 'two');
  expect(await next).toBe(1);

  next = told.next();
  writeFileSync(`${file}.new`, 'three');
  renameSync(`${file}.new`, file);
  expect(await next).toBe(2);

  next = told.next();
  writeFileSync(file, 'fo');
  writeFileSync(file, 'four');
  expect(await next).toBe(3);

  // The same content is no change; a file elsewhere in the folder neither.
  next = told.next();
  writeFileSync(file, 'four');
  writeFileSync(join(folder, 'other'), 'x');
  rmSync(file);
  expect(await next).toBe(4);
});
