import { expect, test } from 'vitest';
import { beginningOf, visibleLine, visibleText } from './visible-text.ts';

test('controls and bidi overrides become visible, line breaks and tabs stay', () => {
  expect(visibleText('a\u0000b\u001bc\td\ne')).toBe('a␀b␛c\td\ne');
  expect(visibleText('inv\u202eoice\u200b')).toBe('inv⟨U+202E⟩oice⟨U+200B⟩');
});

test('letters of any script stay as they are', () => {
  expect(visibleText('Olá, 你好, שלום')).toBe('Olá, 你好, שלום');
});

test('halves of surrogate pairs, tags, fillers and selectors without a sign are written out', () => {
  expect(visibleText('\ud800a\udc00 \ud83d\ude00')).toBe('⟨U+D800⟩a⟨U+DC00⟩ \ud83d\ude00');
  expect(visibleText('x\u{e0041}\u3164\u034f\ufe0f\u{e0100}\u2800')).toBe(
    'x⟨U+E0041⟩⟨U+3164⟩⟨U+034F⟩⟨U+FE0F⟩⟨U+E0100⟩⟨U+2800⟩',
  );
});

test('an emoji of several signs stays one; a joiner elsewhere does not hide', () => {
  expect(visibleText('👩‍👧 ❤️ 🧑🏽‍🚀 1️⃣')).toBe('👩‍👧 ❤️ 🧑🏽‍🚀 1️⃣');
  expect(visibleText('a\u200db 👩\u200d x')).toBe('a⟨U+200D⟩b 👩⟨U+200D⟩ x');
  expect(visibleText('❤\ufe0f\ufe0f')).toBe('❤\ufe0f⟨U+FE0F⟩');
});

test('one line has no line breaks', () => {
  expect(visibleLine('a\r\n  b')).toBe('a   b');
});

test('a beginning does not tear a pair apart', () => {
  expect(beginningOf('ab😀c', 3)).toBe('ab');
  expect(beginningOf('ab😀c', 4)).toBe('ab😀');
  expect(beginningOf('ab', 3)).toBe('ab');
  expect(beginningOf('a\ud83db', 2)).toBe('a\ud83d');
});
