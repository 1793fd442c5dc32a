import { expect, test } from 'vitest';
import { withTag } from './with-tag.ts';

test('a tag is added once, without the spaces around it', () => {
  const tags = ['a'];
  expect(withTag(tags, ' b ')).toEqual(['a', 'b']);
  expect(withTag(tags, 'a')).toBe(tags);
  expect(withTag(tags, '  ')).toBe(tags);
});
