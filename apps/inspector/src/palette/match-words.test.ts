import { expect, test } from 'vitest';
import { firstMatch, matchWords } from './match-words.ts';

test('letters scattered over a name are no match', () => {
  expect(matchWords('Edit and replay', 'endp')).toBe(0);
  expect(matchWords('Go to Endpoints', 'endp')).toBe(1);
});

test('every word counts, in any order, and the beginning of a word more', () => {
  expect(matchWords('Copy as Python, requests', 'python copy')).toBe(1);
  expect(matchWords('Copy as Python, requests', 'copy go')).toBe(0);
  expect(matchWords('Edit and replay', 'play')).toBeLessThan(matchWords('Play on', 'play'));
  expect(matchWords('Edit and replay', 'play')).toBeGreaterThan(0);
});

test('accents may be left out, or typed', () => {
  expect(matchWords('Ir para Túnel', 'tunel')).toBe(1);
  expect(matchWords('Ir para Túnel', 'TÚNEL')).toBe(1);
});

test('Enter runs the best of the first group that fits', () => {
  const groups = [
    [{ label: 'Replay' }],
    [{ label: 'Reimport' }, { label: 'Import…' }],
    [{ label: 'Import' }],
  ];
  expect(firstMatch(groups, 'import')).toEqual({ label: 'Import…' });
  expect(firstMatch(groups, 'nothing')).toBeUndefined();
});
