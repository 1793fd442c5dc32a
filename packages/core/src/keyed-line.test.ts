import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeyedLine } from './keyed-line.ts';

interface Item {
  readonly rank: number;
  readonly key: string | null;
}

const key = fc.constantFrom('a', 'b', null);
const command = fc.oneof(
  fc.record({ do: fc.constant('add' as const), rank: fc.integer({ min: 0, max: 20 }), key }),
  fc.record({ do: fc.constant('remove' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('take' as const) }),
  fc.record({ do: fc.constant('lock' as const), key }),
  fc.record({ do: fc.constant('unlock' as const), key }),
);

it('gives out what a search through the whole line would find', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 200 }), (commands) => {
      const line = new KeyedLine<Item>();
      let model: Item[] = [];
      const locked = new Map<string | null, number>();
      for (const one of commands) {
        if (one.do === 'add') {
          const item = { rank: one.rank, key: one.key };
          line.add(item);
          model = [...model, item].toSorted((a, b) => a.rank - b.rank);
        } else if (one.do === 'remove' && model.length > 0) {
          const item = model[one.which % model.length] as Item;
          expect(line.remove(item)).toBe(true);
          expect(line.remove(item)).toBe(false);
          model = model.filter((other) => other !== item);
        } else if (one.do === 'take') {
          const expected = model.find(({ key }) => key === null || !locked.get(key));
          expect(line.take()).toBe(expected);
          model = model.filter((other) => other !== expected);
        } else if (one.do === 'lock') {
          line.lock(one.key);
          locked.set(one.key, (locked.get(one.key) ?? 0) + 1);
        } else if (one.do === 'unlock' && (locked.get(one.key) ?? 0) > 0) {
          line.unlock(one.key);
          locked.set(one.key, (locked.get(one.key) ?? 1) - 1);
        }
        expect([...line]).toEqual(model);
        expect(line.first()).toBe(model[0]);
        expect(line.length).toBe(model.length);
      }
    }),
  );
});

it('finds what may go behind a long line of a locked key', () => {
  const line = new KeyedLine<Item>();
  for (let rank = 0; rank < 10_000; rank += 1) line.add({ rank, key: 'hot' });
  line.add({ rank: 10_000, key: 'other' });
  line.lock('hot');
  expect(line.take()).toEqual({ rank: 10_000, key: 'other' });
  expect(line.take()).toBeUndefined();
  line.unlock('hot');
  expect(line.take()).toEqual({ rank: 0, key: 'hot' });
});
