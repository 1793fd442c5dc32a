import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { startHooktap } from './test-support/hooktap-process.ts';
import { openInspector, rowOf } from './test-support/inspector-page.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

const found = (page: Page) => page.locator('.filter-count');

/** From here on a search goes as one that takes long: it is answered with its newest `count` first, and goes on when let go. */
async function searchSlowly(page: Page, count: number): Promise<{ letGo(): void }> {
  let letGo = () => {};
  const goesOn = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/events?*', async (route: Route) => {
    const url = new URL(route.request().url());
    if (!url.searchParams.get('q')?.startsWith('path:')) return route.continue();
    if (url.searchParams.has('cursor')) {
      await goesOn;
      // All of it is the rest, where nothing was found so far.
      if (count === 0) url.searchParams.delete('cursor');
      return route.continue({ url: url.href });
    }
    url.searchParams.set('limit', String(Math.max(count, 1)));
    const response = await route.fetch({ url: url.href });
    const answer = (await response.json()) as { items: unknown[]; nextCursor: string | null };
    const items = answer.items.slice(0, count);
    const nextCursor = answer.nextCursor ?? 'from the beginning';
    const begun = { items, nextCursor, total: count, totalIsExact: false, partial: true };
    await route.fulfill({ response, json: { ...answer, ...begun } });
  });
  return { letGo };
}

it('shows what a long search has found so far, then all of it', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  for (const target of ['/kept/1', '/other', '/kept/2']) {
    await send(hooktap.receiverPort, { target });
    await hooktap.captured(target);
  }
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/kept/1').waitFor();
  const { letGo } = await searchSlowly(page, 1);
  await page.locator('#filter').fill('path:/kept/*');
  await found(page).filter({ hasText: '1+ of 3' }).waitFor();
  await rowOf(page, '/kept/2').waitFor();
  expect(await rowOf(page, '/kept/1').count()).toBe(0);
  expect(await rowOf(page, '/other').count()).toBe(0);
  letGo();
  await found(page).filter({ hasText: '2 of 3' }).waitFor();
  await rowOf(page, '/kept/1').waitFor();
});

it('says that it searches on where a long search has found nothing so far, and keeps the rows until it has', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  for (const target of ['/kept', '/other']) {
    await send(hooktap.receiverPort, { target });
    await hooktap.captured(target);
  }
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/other').waitFor();
  const { letGo } = await searchSlowly(page, 0);
  await page.locator('#filter').fill('path:/kept');
  await found(page).filter({ hasText: 'searching' }).waitFor();
  expect(await rowOf(page, '/other').count()).toBe(1);
  // Nothing is said to be missing before it is known.
  expect(await page.locator('.nothing-found').count()).toBe(0);
  letGo();
  await found(page).filter({ hasText: '1 of 2' }).waitFor();
  await rowOf(page, '/other').waitFor({ state: 'detached' });
});

it('searches for no half of a field name, and offers the values of all that is found', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  for (const target of ['/one', '/two/PUT']) await send(hooktap.receiverPort, { target });
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/one').waitFor();
  const searched: (string | null)[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/events' && searchParams.get('limit') !== '1') searched.push(searchParams.get('q'));
  });
  const field = page.locator('#filter');
  await field.focus();
  // Each letter stands for longer than a search waits.
  await page.keyboard.type('pat', { delay: 400 });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await field.inputValue()).toBe('path:');
  const values = page.getByRole('group', { name: 'Values' });
  await values.getByRole('option', { name: '/one' }).waitFor();
  await values.getByRole('option', { name: '/two/PUT' }).click();
  await rowOf(page, '/one').waitFor({ state: 'detached' });
  expect(searched).toEqual(['path:/two/PUT']);

  // As a word it is searched for when that is said.
  await field.fill('put');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('via');
  await page.keyboard.press('Enter');
  await page.getByText('No event matches via.').waitFor();
});
