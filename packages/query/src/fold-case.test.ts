import { expect, it } from 'vitest';
import { foldCase } from './fold-case.ts';

it('compares without case', () => expect(foldCase('São PAULO')).toBe('são paulo'));

it('makes no ASCII of what is none', () => {
  for (let code = 0x80; code < 0x11_0000; code += 1) {
    const character = String.fromCodePoint(code);
    if (/[\0-\x7f]/.test(foldCase(character))) expect.unreachable(`U+${code.toString(16)}`);
  }
  expect(foldCase('\u212aELVIN \u0130')).toBe('\u212aelvin \u0130');
});
