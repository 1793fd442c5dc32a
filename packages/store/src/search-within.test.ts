import type { EventMatcher, Store, StorePageQuery } from '@hooktap/core';
import { expect, it } from 'vitest';
import { addEvent, buildEvent } from './testing-events.ts';
import { filledStores } from './testing-history.ts';
import { newDataDir, openStore } from './testing-store.ts';

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
  expect(begun.counted).toBe(begun.ids.length);

  const edge = { before: begun.searchedTo ?? 0, counted: begun.counted ?? 0 };
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
    const edge = { before: page.searchedTo, counted: page.counted ?? 0 };
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

/** Follows the pages as a client follows cursors, each with the same limits. */
async function allPages(store: Store, limit: number, of: () => EventMatcher) {
  const pages = [await pageOf(store, { matcher: of(), limit, within })];
  for (let page = pages[0]; page?.hasOlder && pages.length < 200; page = pages.at(-1)) {
    const { searchedTo, counted, items } = page;
    const edge =
      searchedTo === undefined
        ? { before: items.at(-1)?.seq ?? 0 }
        : { before: searchedTo, ...(counted !== undefined && { counted }) };
    pages.push(await pageOf(store, { matcher: of(), limit, within, ...edge }));
  }
  return pages;
}

it.each([3, 100])('shows each event once, page after page of %i that are all cut short', async (limit) => {
  const { lowdb } = await filledStores(await newDataDir());
  const all = await pageOf(lowdb, { limit: 500 });
  const pages = await allPages(lowdb, limit, slowMatcher);
  expect(pages.flatMap(({ ids }) => ids)).toEqual(all.ids);
  expect(pages.length).toBeGreaterThan(1);
  for (const { total, totalIsExact } of pages) {
    if (totalIsExact) expect(total).toBe(all.total);
    else expect(total).toBeLessThanOrEqual(all.total);
  }
  await lowdb.close();
});

/** All in one segment. */
async function openStoreOf200(): Promise<Store> {
  const store = await openStore(await newDataDir());
  for (let count = 0; count < 200; count++) {
    const { record } = await buildEvent(store, 'x');
    await store.append(record).durable;
  }
  return store;
}

it('ends in time in a long segment in which nothing was found so far', async () => {
  const store = await openStoreOf200();
  const all = await pageOf(store, { limit: 500 });
  const { condition, matches } = slowMatcher();
  const ofNone: EventMatcher = { condition, matches: async (one) => !(await matches(one)) };
  const begun = await pageOf(store, { matcher: ofNone, limit: 10, within });
  expect(begun).toMatchObject({ ids: [], counted: 0, searchedTo: all.items[63]?.seq });
  await store.close();
});

it('goes on below in a segment of which several groups are read', async () => {
  const store = await openStoreOf200();
  const all = await pageOf(store, { limit: 500 });
  const pages = await allPages(store, 150, slowMatcher);
  expect(pages.flatMap(({ ids }) => ids)).toEqual(all.ids);
  expect(pages.at(-1)).toMatchObject({ total: 200, totalIsExact: true });
  await store.close();
});

it('has counted all where it took long, but nothing was left', async () => {
  const dir = await newDataDir();
  const store = await openStore(dir);
  for (let count = 0; count < 3; count++) await addEvent(store);
  const { condition } = slowMatcher();
  const late = (): EventMatcher => {
    const begun = performance.now();
    const matches = async () => {
      // Longer than a page goes on counting.
      while (performance.now() <= begun + 200) await new Promise(setImmediate);
      return true;
    };
    return { condition, matches };
  };
  expect(await pageOf(store, { matcher: late(), limit: 1 })).toMatchObject({ total: 3, totalIsExact: true });
  const cut = await pageOf(store, { matcher: late(), limit: 1, within });
  expect(cut).toMatchObject({ total: 3, totalIsExact: true });
  await store.close();
});
