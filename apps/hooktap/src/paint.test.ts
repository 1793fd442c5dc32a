import { expect, it } from 'vitest';
import { coloured, paintFor, plain } from './paint.ts';

it.each([
  [true, {}, coloured],
  [false, {}, plain],
  [true, { NO_COLOR: '1' }, plain],
  [true, { TERM: 'dumb' }, plain],
])('terminal %s with %j', (isTTY, env, expected) => expect(paintFor({ isTTY }, env)).toBe(expected));
