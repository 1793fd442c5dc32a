import { expect, it } from 'vitest';
import { parseWords } from './words.ts';

it.each([
  ['', []],
  ['  ', []],
  ['Zavu message', ['zavu', 'message']],
  ['"exact Phrase" x', ['exact phrase', 'x']],
  ['"never closed', ['never closed']],
  ['a"b', ['a"b']],
])('reads %j', (q, words) => expect(parseWords(q)).toEqual(words));
