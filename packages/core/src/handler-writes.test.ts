import { expect, test } from 'vitest';
import { HandlerWrites } from './handler-writes.ts';

test('a file that changes in four runs in a row is the handler’s, until it changes by itself', () => {
  let now = 0;
  const writes = new HandlerWrites({ monotonic: () => now });
  const run = (path: string) => {
    writes.begins(() => true);
    const said = [writes.changed(path), writes.changed(path)];
    writes.ends();
    now += 500;
    return said;
  };
  expect(writes.changed('db.json')).toBe(false);
  for (let nth = 1; nth <= 3; nth++) expect(run('db.json')).toEqual([false, false]);
  expect(writes.files()).toEqual([]);
  expect(run('db.json')).toEqual([true, true]);
  expect(writes.files()).toEqual(['db.json']);
  expect(run('app.ts')).toEqual([false, false]);
  now += 2000;
  expect(writes.changed('db.json')).toBe(false);
  expect(writes.files()).toEqual([]);
});

test('what changes now and then while events are replayed goes on counting', () => {
  let now = 0;
  const writes = new HandlerWrites({ monotonic: () => now });
  for (let nth = 1; nth <= 10; nth++) {
    writes.begins(() => true);
    expect(writes.changed('app.ts')).toBe(false);
    writes.ends();
    now += 5000;
    expect(writes.changed('app.ts')).toBe(false);
  }
});

test('a handler that writes another file each time does not keep itself busy for ever', () => {
  let now = 0;
  const writes = new HandlerWrites({ monotonic: () => now });
  let runs = 0;
  for (let nth = 1; nth <= 500; nth++) {
    writes.begins(() => true);
    const isHandlers = writes.changed(`received/${nth}.json`);
    writes.ends();
    now += 500;
    if (isHandlers) break;
    runs += 1;
  }
  expect(runs).toBe(8);
  expect(writes.changed('received/late.json')).toBe(true);
  expect(writes.files()).toEqual(['received/9.json', 'received/late.json']);
  now += 2000;
  // A person's.
  expect(writes.changed('app.ts')).toBe(false);
  writes.begins(() => true);
  expect(writes.changed('received/next.json')).toBe(false);
});
