import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldPath, fieldQuery } from './field-path.ts';
import { Shape } from './shape.ts';

function shapeOf(...bodies: readonly unknown[]): Shape {
  return shapeOfTexts(bodies.map((body) => JSON.stringify(body)));
}

function shapeOfTexts(texts: readonly string[]): Shape {
  const shape = new Shape();
  for (const [order, text] of texts.entries()) shape.see(text, { eventId: null, order });
  return shape;
}

const paths = (shape: Shape) => [...shape.fields()].map(fieldPath);
const at = (shape: Shape, path: string) => {
  const found = [...shape.fields()].find((node) => fieldPath(node) === path);
  if (!found) throw new Error(`No field ${path} among ${paths(shape).join(', ')}.`);
  return found;
};

describe('Shape', () => {
  it('merges bodies into fields, each after what it stands in', () => {
    const shape = shapeOf(
      { id: 'a', data: { items: [{ id: 1 }, { id: 2, tag: null }] } },
      { id: 7, data: { items: [] }, extra: true },
    );
    expect(paths(shape)).toEqual([
      'id',
      'data',
      'data.items',
      'data.items[]',
      'data.items[].id',
      'data.items[].tag',
      'extra',
    ]);
    expect([...at(shape, 'id').counts.keys()]).toEqual(['string', 'integer']);
    expect(at(shape, 'extra').isOptional).toBe(true);
    expect(at(shape, 'data.items[].id').isOptional).toBe(false);
    expect(at(shape, 'data.items[].tag').isOptional).toBe(true);
    expect(at(shape, 'id').examples.map(({ text }) => text)).toEqual(['7', 'a']);
  });

  it('tells integers that a JavaScript number cannot hold, digit for digit', () => {
    const shape = shapeOfTexts(['{"a":12345678901234567890,"b":9007199254740991,"c":1.50}']);
    expect(at(shape, 'a').hasLargeIntegers).toBe(true);
    expect(at(shape, 'a').examples[0]?.text).toBe('12345678901234567890');
    expect(at(shape, 'b').hasLargeIntegers).toBe(false);
    expect(at(shape, 'c').examples[0]).toMatchObject({ text: '1.50', kind: 'number' });
  });

  it('knows formats and small sets of words', () => {
    const shape = shapeOf(
      ...Array.from({ length: 24 }, (_, index) => ({
        at: '2026-11-21T10:00:00.000-03:00',
        from: '+5511999990000',
        state: ['sent', 'delivered', 'read'][index % 3],
        text: ['Olá, tudo bem?', 'ok'][index % 2],
        id: `m${index}`,
      })),
    );
    expect(at(shape, 'at').strings.format).toBe('date-time');
    expect(at(shape, 'from').strings.format).toBe('phone');
    expect(at(shape, 'state').strings.values).toEqual(['delivered', 'read', 'sent']);
    expect(at(shape, 'text').strings.values).toEqual([]);
    expect(at(shape, 'id').strings.values).toEqual([]);
    const early = shapeOf({ state: 'sent' }, { state: 'read' });
    expect(at(early, 'state').strings.values).toEqual([]);
  });

  it('counts a key that stands twice in one object once', () => {
    const shape = shapeOfTexts(['{"a":1,"a":"x"}', '{}']);
    expect(at(shape, 'a').presentIn).toBe(1);
    expect(at(shape, 'a').isOptional).toBe(true);
  });

  it('folds keys that are data into one', () => {
    const shape = shapeOf({
      contacts: { '5511999990000': { name: 'Ana' }, '5511888880000': { name: 'Rui', age: 4 } },
      ids: { '0b0e8f6e-0000-4000-8000-000000000000': 1, msg_01JD8ZKX3V9QW2R4T6Y8: 2 },
    });
    expect(paths(shape)).toEqual([
      'contacts',
      'contacts[*]',
      'contacts[*].name',
      'contacts[*].age',
      'ids',
      'ids[*]',
    ]);
    expect(fieldQuery(at(shape, 'contacts[*].name'))).toBeNull();
  });

  it('folds keys that look like names where there are too many of them', () => {
    const words = Array.from({ length: 100 }, (_, at) => `word${String.fromCharCode(97 + (at % 26))}${at}`);
    const shape = shapeOf(...words.map((word) => ({ counts: { [word]: { n: 1 } } })));
    expect(paths(shape)).toEqual(['counts', 'counts[*]', 'counts[*].n']);
    expect(at(shape, 'counts[*].n').count('integer')).toBe(100);
    const wide = shapeOf(...[1, 2, 3, 4].map(() => Object.fromEntries(words.map((word) => [word, 1]))));
    expect(paths(wide)).toHaveLength(100);
  });

  it('keeps what it learnt of keys that were folded later', () => {
    const shape = new Shape();
    const body = (key: string) => JSON.stringify({ map: { [key]: { deep: { n: 1 } } } });
    const forms = Array.from({ length: 90 }, (_, order) =>
      shape.see(body(`k${order}x`), { eventId: null, order }),
    );
    const first = [...(forms[0]?.keys() ?? [])].map((id) => fieldPath(shape.nodeOf(id)));
    expect(first).toEqual(['', 'map', 'map[*]', 'map[*].deep', 'map[*].deep.n']);
  });

  it('is bounded and unharmed, whatever comes', () => {
    const shape = shapeOfTexts([
      `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
      `{"__proto__":{"polluted":true},"constructor":{"prototype":{"x":1}}}`,
      `[${'{"x":1},'.repeat(30_000)}{}]`,
      JSON.stringify({ long: 'x'.repeat(200_000), ['k'.repeat(5000)]: 1 }),
    ]);
    expect(shape.bodies).toBe(4);
    expect(shape.isCut).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(paths(shape)).toContain('__proto__.polluted');
    expect(at(shape, 'long').examples[0]).toMatchObject({ text: 'x'.repeat(80), cut: true });
    const many = new Shape();
    for (let order = 0; order < 50; order += 1) {
      const body = Object.fromEntries(
        Array.from({ length: 50 }, (_, at) => [`f${at}`, { [`g${order}a`]: 1, [`h${order}b`]: [] }]),
      );
      many.see(JSON.stringify(body), { eventId: null, order });
    }
    expect(paths(many).length).toBeLessThanOrEqual(400);
    expect(many.isCut).toBe(true);
  });

  it('learns the same in whatever order bodies come', () => {
    const body = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', '5511999990000', '__proto__', 'x y'),
      fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('2026-11-21', '+5511999990000', 12)),
      { noNullPrototype: true },
    );
    const told = (bodies: readonly unknown[]) => {
      const shape = shapeOf(...bodies);
      return [...shape.fields()]
        .map((node) => ({
          path: fieldPath(node),
          counts: [...node.counts].sort(),
          optional: node.isOptional,
          format: node.strings.format,
        }))
        .sort((one, other) => (one.path < other.path ? -1 : 1));
    };
    fc.assert(
      fc.property(fc.array(body, { maxLength: 8 }), (bodies) => {
        expect(told(bodies.toReversed())).toEqual(told(bodies));
      }),
    );
  });
});
