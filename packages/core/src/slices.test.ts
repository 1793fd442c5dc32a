import { expect, it } from 'vitest';
import { inSlices } from './slices.ts';

/** Takes so many steps, notes each and keeps the process busy for at least three milliseconds with it. */
function* busy(steps: number, step: () => void): Generator<void, void, void> {
  for (let taken = 0; taken < steps; taken++) {
    step();
    const end = performance.now() + 3;
    while (performance.now() < end);
    yield;
  }
}

it('however many works there are, each turn of the event loop has a slice of one', async () => {
  let turn = 0;
  let isOver = false;
  const look = () => {
    turn += 1;
    if (!isOver) setImmediate(look);
  };
  const byTurn = new Map<number, Set<string>>();
  const step = (name: string) => () => byTurn.set(turn, (byTurn.get(turn) ?? new Set()).add(name));
  const works = ['a', 'b', 'c'].map((name) => inSlices(busy(30, step(name))));
  setImmediate(look);
  await Promise.all(works);
  isOver = true;
  const [begun, ...turns] = [...byTurn.values()].map((names) => [...names].sort());
  expect(begun).toEqual(['a', 'b', 'c']);
  expect(new Set(turns.flat())).toEqual(new Set(['a', 'b', 'c']));
  for (const names of turns) expect(names).toHaveLength(1);
});
