import { expect, it } from 'vitest';
import { printable, printableLines } from './printable.ts';

it.each([
  ['\u001b[2J\u001b]52;c;eA==\u0007', '\\x1b[2J\\x1b]52;c;eA==\\x07'],
  ['\u009b31m', '\\x9b31m'],
  ['a\r\nb\tc', 'a\\x0d\\x0ab\\x09c'],
  ['user\u202egpj.exe', 'user\\u202egpj.exe'],
  ['\u{e0041}', '\\u{e0041}'],
  ['Olá 🥖 日本', 'Olá 🥖 日本'],
])('%j is shown as %s', (text, shown) => expect(printable(text)).toBe(shown));

it('lines stay lines', () => {
  expect(printableLines('a\r\n\tb\u001b\rc\u2028')).toBe('a\n\tb\\x1b\\x0dc\\u2028');
});
