import { describe, expect, it } from 'vitest';
import { clipped, jsonText, printable, printableLines } from './printable.ts';

it.each([
  ['\u001b[2J\u001b]52;c;eA==\u0007', '\\x1b[2J\\x1b]52;c;eA==\\x07'],
  ['\u009b31m', '\\x9b31m'],
  ['a\r\nb\tc', 'a\\x0d\\x0ab\\x09c'],
  ['user\u202egpj.exe', 'user\\u202egpj.exe'],
  ['a\ud83d', 'a\\ud83d'],
  ['\u007f', '\\x7f'],
  ['\u{e0041}', '\\u{e0041}'],
  ['a\u3164b\u115fc\u2800d\uffa0', 'a\\u3164b\\u115fc\\u2800d\\uffa0'],
  ['a\ufe0fb\ufe01c\u{e0100}', 'a\\ufe0fb\\ufe01c\\u{e0100}'],
  ['a\u034fb\u2065c\u180b', 'a\\u034fb\\u2065c\\u180b'],
  ['❤️ 1️⃣ Olá 🥖 日本 한국', '❤️ 1️⃣ Olá 🥖 日本 한국'],
])('%j is shown as %s', (text, shown) => expect(printable(text)).toBe(shown));

it('lines stay lines', () => {
  expect(printableLines('a\r\n\tb\u001b\rc\u2028')).toBe('a\n\tb\\x1b\\x0dc\\u2028');
});

describe('JSON lines', () => {
  it('have nothing that a terminal acts on, and the same value', () => {
    const hostile = {
      '\u009b': ['\u001b[2J', '\u007f\u0085', '\u202e\u2066\u200f', '\u2028', '\u{e0041}', '\ud83d'],
    };
    const text = jsonText({ ...hostile, plain: 'Olá 🥖 日本' });
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    expect(text).toContain('Olá 🥖 日本');
    expect(text).toContain('\\udb40\\udc41');
    expect(JSON.parse(text)).toEqual({ ...hostile, plain: 'Olá 🥖 日本' });
  });

  it('are those of JSON.stringify where all is harmless', () => {
    const value = { a: [1, null, 'b "c" \\ \n'] };
    expect(jsonText(value)).toBe(JSON.stringify(value));
  });
});

it.each([
  ['short', 5, 'short'],
  ['longer', 5, 'lo…er'],
  ['longer', 4, 'lo…r'],
])('%s in at most %i characters is %s', (text, most, shown) => expect(clipped(text, most)).toBe(shown));
