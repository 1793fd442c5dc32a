import { expect, test } from 'vitest';
import { visibleLine, visibleText } from './visible-text.ts';

test('controls and bidi overrides become visible, line breaks and tabs stay', () => {
  expect(visibleText('a\u0000b\u001bc\td\ne')).toBe('a␀b␛c\td\ne');
  expect(visibleText('inv\u202eoice\u200b')).toBe('inv⟨U+202E⟩oice⟨U+200B⟩');
});

test('letters of any script stay as they are', () => {
  expect(visibleText('Olá, 你好, שלום')).toBe('Olá, 你好, שלום');
});

test('one line has no line breaks', () => {
  expect(visibleLine('a\r\n  b')).toBe('a   b');
});
