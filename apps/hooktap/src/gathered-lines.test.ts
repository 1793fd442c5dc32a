import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { GatheredLines } from './gathered-lines.ts';

it('writes the lines of one turn in one piece, and all of them whole and in order', async () => {
  const out = new PassThrough();
  const lines = new GatheredLines(out);
  lines.add('1\n');
  lines.add('2\n');
  expect(String((await once(out, 'data'))[0])).toBe('1\n2\n');
  let rest = '';
  out.on('data', (piece) => {
    rest += piece;
  });
  for (const line of ['3\n', '4\n', '5\n']) {
    lines.add(line);
    await new Promise(setImmediate);
  }
  while (rest.length < 6) await once(out, 'data');
  expect(rest).toBe('3\n4\n5\n');
});
