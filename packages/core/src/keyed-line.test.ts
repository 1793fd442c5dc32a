import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeyedLine } from './keyed-line.ts';

interface Item {
  readonly seq: number;
  readonly key: string | null;
}

const key = fc.constantFrom('a', 'b', null);
const command = fc.oneof(
  fc.record({ do: fc.constant('add' as const), seq: fc.integer({ min: 0, max: 20 }), key }),
  fc.record({ do: fc.constant('remove' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('take' as const), odd: fc.boolean() }),
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
          const item = { seq: one.seq, key: one.key };
          line.add(item);
          model = [...model, item].toSorted((a, b) => a.seq - b.seq);
        } else if (one.do === 'remove' && model.length > 0) {
          const item = model[one.which % model.length] as Item;
          expect(line.remove(item)).toBe(true);
          expect(line.remove(item)).toBe(false);
          model = model.filter((other) => other !== item);
        } else if (one.do === 'take') {
          const fits = ({ seq }: Item) => !one.odd || seq % 2 === 1;
          // Of one key only the first may go, even where it does not fit.
          const mayGo = (item: Item, index: number) =>
            item.key === null ||
            (!locked.get(item.key) && model.findIndex((other) => other.key === item.key) === index);
          const expected = model.find((item, index) => fits(item) && mayGo(item, index));
          expect(line.take(fits)).toBe(expected);
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

it('finds what may go behind a long line of a locked key without looking at that', () => {
  const line = new KeyedLine<Item>();
  for (let seq = 0; seq < 10_000; seq += 1) line.add({ seq, key: 'hot' });
  line.add({ seq: 10_000, key: 'other' });
  line.lock('hot');
  const looked: Item[] = [];
  const found = line.take((item) => {
    looked.push(item);
    return true;
  });
  expect(looked).toEqual([{ seq: 10_000, key: 'other' }]);
  expect(found).toBe(looked[0]);
});
