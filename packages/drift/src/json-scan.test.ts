import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from './json-scan.ts';

const kinds = (text: string) => scanJson(text)?.tokens.map(({ kind }) => kind);

describe('scanJson', () => {
  it('gives the tokens of a text with their places', () => {
    const text = ' {"a\\"b": [1, -2.5e3, true], "c": null} ';
    const words = scanJson(text)?.tokens.map(({ start, end }) => text.slice(start, end));
    expect(words).toEqual(['{', '"a\\"b"', '[', '1', '-2.5e3', 'true', ']', '"c"', 'null', '}']);
    expect(kinds('"only"')).toEqual(['string']);
    expect(kinds('\ufeff[]')).toEqual(['[', ']']);
  });

  it('agrees with JSON.parse about what is JSON', () => {
    const text = fc.oneof(
      fc.json(),
      fc.json().map((json) => json.slice(0, -1)),
      fc
        .tuple(fc.json(), fc.nat(), fc.constantFrom(',', '"', '}', ']', ':', '\\', '0', 'x', '\n'))
        .map(([json, at, mark]) => {
          const place = at % (json.length + 1);
          return json.slice(0, place) + mark + json.slice(place);
        }),
    );
    fc.assert(
      fc.property(text, (json) => {
        const scanned = scanJson(json);
        // Inside what is left out only brackets and strings are looked at.
        fc.pre(!scanned?.cut);
        expect(scanned !== null).toBe(isJson(json));
      }),
      { numRuns: 2000 },
    );
  });

  it('closes what it opens, however much is left out', () => {
    for (const text of [
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      `[${'7,'.repeat(100_000)}7]`,
      `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":{"x":"}]"}`).join(',')}}`,
      `[${Array.from({ length: 300 }, () => `[${'[1,2],'.repeat(99)}[]]`).join(',')}]`,
    ]) {
      const scanned = scanJson(text);
      expect(scanned?.cut).toBe(true);
      const depth = scanned?.tokens.reduce(
        (open, { kind }) => open + ('{['.includes(kind) ? 1 : '}]'.includes(kind) ? -1 : 0),
        0,
      );
      expect(depth).toBe(0);
      expect(scanned?.tokens.length).toBeLessThan(5100);
    }
  });

  it('takes no broken text for JSON, not even where it is left out', () => {
    for (const text of [
      '',
      '{',
      '{"a"}',
      '[1,]',
      '{"a":1,}',
      '01',
      '"\n"',
      '"\\x"',
      '[1] 2',
      'nul',
      '['.repeat(60_000),
    ])
      expect(scanJson(text)).toBeNull();
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
