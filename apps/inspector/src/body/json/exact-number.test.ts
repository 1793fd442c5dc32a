import { expect, test } from 'vitest';
import { isExactly } from './exact-number.ts';

test('what a JavaScript number keeps of a JSON number', () => {
  for (const token of [
    '0',
    '-1',
    '1.10',
    '1e3',
    '1E+2',
    '0.1',
    '100',
    '1e21',
    '-0.5e-7',
    '9007199254740991',
    '0e5',
  ])
    expect([token, isExactly(Number(token), token)]).toEqual([token, true]);
  for (const token of [
    '1e400',
    '-1e400',
    '1e-400',
    '9007199254740993',
    '0.1234567890123456789',
    '12345678901234567890',
    '-0',
  ])
    expect([token, isExactly(Number(token), token)]).toEqual([token, false]);
});
