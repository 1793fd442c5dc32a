import type { EventMatcher, Store, StorePageQuery } from '@hooktap/core';
import { expect, it } from 'vitest';
import { filledStores } from './testing-history.ts';
import { newDataDir } from './testing-store.ts';

const within = 20;

/** Finds every event, by a look at each; with the first one more time passes than `within`. */
function slowMatcher(): EventMatcher {
  const begun = performance.now();
  return {
    condition: { kind: 'ask' },
    async matches() {
      while (performance.now() <= begun + 2 * within) await new Promise(setImmediate);
      return true;
    },
  };
}

async function pageOf(store: Store, query: Omit<StorePageQuery, 'words'>) {
  const { items, ...around } = await store.page({ words: [], ...query });
  return { ...around, ids: items.map(({ id }) => id), items };
}

it('answers with the newest that were found when its time was over, and goes on from there', async () => {
  const { lowdb } = await filledStores(await newDataDir());
  const all = await pageOf(lowdb, { matcher: slowMatcher(), limit: 500 });
  expect(all).toMatchObject({ hasOlder: false, totalIsExact: true });
  expect(all.searchedTo).toBeUndefined();

  const begun = await pageOf(lowdb, { matcher: slowMatcher(), limit: 500, within });
  expect(begun).toMatchObject({ hasOlder: true, totalIsExact: false });
  expect(begun.ids.length).toBeGreaterThan(0);
  expect(begun.ids).toEqual(all.ids.slice(0, begun.ids.length));
  expect(begun.ids.length).toBeLessThan(all.ids.length);

  expect(begun.searchedTo).toBe(begun.items.at(-1)?.seq);

  const edge = { before: begun.searchedTo ?? 0, counted: begun.total };
  const rest = await pageOf(lowdb, { matcher: slowMatcher(), limit: 500, ...edge });
  expect([...begun.ids, ...rest.ids]).toEqual(all.ids);
  expect(rest).toMatchObject({ total: all.total, totalIsExact: true, hasNewer: true, hasOlder: false });
  await lowdb.close();
});

it('goes on from where nothing was found so far', async () => {
  const { lowdb } = await filledStores(await newDataDir());
  const all = await pageOf(lowdb, { limit: 500 });
  const oldest = all.ids.at(-1);
  const onlyOldest = (): EventMatcher => {
    const { condition, matches } = slowMatcher();
    return { condition, matches: async (one) => (await matches(one)) && one.event.id === oldest };
  };
  let page = await pageOf(lowdb, { matcher: onlyOldest(), limit: 10, within });
  expect(page).toMatchObject({ ids: [], total: 0, totalIsExact: false });
  const reached: number[] = [];
  const found = [...page.ids];
  while (page.searchedTo !== undefined) {
    reached.push(page.searchedTo);
    const edge = { before: page.searchedTo, counted: page.total };
    page = await pageOf(lowdb, { matcher: onlyOldest(), limit: 10, within, ...edge });
    found.push(...page.ids);
  }
  expect(found).toEqual([oldest]);
  expect(page).toMatchObject({ total: 1, totalIsExact: true });
  // Each went on below the one before.
  expect(reached).toEqual([...new Set(reached)].sort((a, b) => b - a));
  await lowdb.close();
});

it('is whole where it was full in time, and where the oldest are asked for, which are known at the end', async () => {
  const { lowdb } = await filledStores(await newDataDir());
  const full = await pageOf(lowdb, { matcher: slowMatcher(), limit: 500, within: 60_000 });
  expect(full).toMatchObject({ hasOlder: false, totalIsExact: true });
  expect(full.searchedTo).toBeUndefined();
  const oldest = await pageOf(lowdb, { matcher: slowMatcher(), limit: 3, after: 0, within });
  expect(oldest.ids).toEqual(full.ids.slice(-3));
  expect(oldest.searchedTo).toBeUndefined();
  await lowdb.close();
});
