import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OrderedLine } from './ordered-line.ts';

interface Item {
  readonly rank: number;
  readonly name: number;
}

const command = fc.oneof(
  fc.record({ do: fc.constant('add' as const), rank: fc.integer({ min: 0, max: 20 }) }),
  fc.record({ do: fc.constant('remove' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('take' as const), remainder: fc.integer({ min: 0, max: 2 }) }),
);

it('keeps what a sorted list would keep', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 200 }), (commands) => {
      const line = new OrderedLine<Item>(({ rank }) => rank);
      let model: Item[] = [];
      for (const [name, one] of commands.entries()) {
        if (one.do === 'add') {
          const item = { rank: one.rank, name };
          line.add(item);
          model = [...model, item].toSorted((a, b) => a.rank - b.rank);
        } else if (one.do === 'remove' && model.length > 0) {
          const item = model[one.which % model.length] as Item;
          expect(line.remove(item)).toBe(true);
          expect(line.remove(item)).toBe(false);
          model = model.filter((other) => other !== item);
        } else if (one.do === 'take') {
          const fits = (item: Item) => item.name % 3 === one.remainder;
          const expected = model.find(fits);
          expect(line.take(fits)).toBe(expected);
          model = model.filter((other) => other !== expected);
        }
        expect([...line]).toEqual(model);
        expect(line.first()).toBe(model[0]);
        expect(line.length).toBe(model.length);
      }
    }),
  );
});

it('lets go of what has left at its head', () => {
  const line = new OrderedLine<number>((item) => item);
  for (let item = 0; item < 5_000; item += 1) line.add(item);
  for (let item = 0; item < 4_000; item += 1) expect(line.take(() => true)).toBe(item);
  line.add(3_999);
  expect([...line].slice(0, 2)).toEqual([3_999, 4_000]);
  expect(line.length).toBe(1_001);
});
