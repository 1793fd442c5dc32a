import { expect, it } from 'vitest';
import { byteLiteral } from './byte-literals.ts';
import { scriptLiteral } from './javascript.ts';

const escapes: Readonly<Record<string, number>> = { n: 0x0a, r: 0x0d, t: 0x09 };

/** As Python, Go and PHP read such a literal. */
function read(literal: string): number[] {
  expect(literal).toMatch(/^"(?:[^"\\]|\\x[0-9a-f]{2}|\\[^x])*"$/);
  expect(literal).toMatch(/^[\x20-\x7e]*$/);
  const pieces = literal.slice(1, -1).matchAll(/\\x([0-9a-f]{2})|\\(.)|(.)/g);
  return [...pieces].map(([, hex, escaped, plain]) =>
    hex === undefined
      ? (escapes[escaped ?? ''] ?? (escaped ?? plain ?? '').charCodeAt(0))
      : Number.parseInt(hex, 16),
  );
}

/** Numbers that look random and are the same in each run. */
function* numbers(below: number): Generator<number, never> {
  for (let state = 1; ; state = (state * 48_271) % 2_147_483_647) yield state % below;
}

it('reads as the bytes that were written, each next to each', () => {
  const pairs = Buffer.from(Array.from({ length: 65_536 }, (_, pair) => [pair >> 8, pair & 0xff]).flat());
  expect(Buffer.from(read(byteLiteral(pairs))).equals(pairs)).toBe(true);
  const inPhp = byteLiteral(pairs, '$');
  expect(Buffer.from(read(inPhp)).equals(pairs)).toBe(true);
  expect(inPhp).not.toMatch(/(?<!\\)(?:\\\\)*\$/);
  expect(byteLiteral(Buffer.alloc(0))).toBe('""');
});

it('a text for JavaScript reads as it was, whatever units stand next to each other', () => {
  const kinds = [
    0, 9, 10, 0x22, 0x5c, 0x41, 0x7f, 0x85, 0xad, 0x2028, 0x202e, 0xd83d, 0xde00, 0xdb40, 0xdc01,
  ];
  const random = numbers(kinds.length);
  const units = Array.from({ length: 5000 }, () => kinds[random.next().value] ?? 0);
  const text = String.fromCharCode(...units);
  const literal = scriptLiteral(text);
  expect(JSON.parse(literal)).toBe(text);
  expect(literal).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
});
