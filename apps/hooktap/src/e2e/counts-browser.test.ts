import { startHttpHandler } from '@hooktap/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { type RunningHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { openInspector, rowOf } from './test-support/inspector-page.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

const view = (page: Page, name: string | RegExp) =>
  page.getByRole('group', { name: 'Views' }).getByRole('button', { name, exact: true });
const found = (page: Page, words: RegExp) =>
  page.locator('.filter-count').filter({ hasText: words }).waitFor();

/** So many events, without a word on each. */
const fill = ({ client }: RunningHooktap, count: number) => {
  const line = (index: number) =>
    JSON.stringify({
      hooktap: 1,
      receivedAt: new Date(Date.now() - 1000 * (count - index)).toISOString(),
      method: 'POST',
      requestTarget: index % 2 === 0 ? '/even' : '/odd',
      rawHeaders: [],
      body: { text: '' },
    });
  return client.importEvents(new Blob([Array.from({ length: count }, (_, index) => line(index)).join('\n')]));
};

it('the counts of the views follow what is opened, what fails and what is replayed', async () => {
  let statusCode = 500;
  await using handler = await startHttpHandler((_request, response) => {
    response.writeHead(statusCode).end();
  });
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  for (const target of ['/one', '/two', '/three']) await send(hooktap.receiverPort, { target });
  const page = await openInspector(chromium, hooktap);
  await view(page, 'Unread 3').waitFor();
  await view(page, 'Failed 3').waitFor();

  await rowOf(page, '/two').click();
  await view(page, 'Unread 2').waitFor();
  statusCode = 200;
  await page.keyboard.press('r');
  await view(page, 'Failed 2').waitFor();
  statusCode = 500;
  await send(hooktap.receiverPort, { target: '/four' });
  await view(page, 'Failed 3').waitFor();
  await view(page, 'Unread 3').waitFor();
  await view(page, 'All 4').waitFor();

  // What changes while another search is on its way is counted all the same.
  await view(page, /^Failed/).click();
  await rowOf(page, '/one').click();
  await view(page, 'Unread 2').waitFor();
  await page.keyboard.press('Backspace');
  await view(page, 'Failed 2').waitFor();
});

it('the total falls with what retention erases, loaded or not', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path, flags: ['--keep-events', '150'] });
  // Without any there would be no list.
  await send(hooktap.receiverPort, { target: '/first' });
  const page = await openInspector(chromium, hooktap);
  const odd = await openInspector(chromium, hooktap);
  await odd.goto(`${hooktap.ready.inspector}/?q=path%3A%2Fodd`);
  await fill(hooktap, 400);
  // Erased every ten seconds: what came in the middle of one round goes with the next.
  await found(page, /^150$/);
  await found(odd, /^75 of 150$/);
  expect((await hooktap.client.events({ limit: 1 })).total).toBe(150);
  // Looked for before it comes: the next round takes another away.
  await Promise.all([found(page, /^151$/), send(hooktap.receiverPort, { target: '/new' })]);
});

it('a view says so where not all was counted', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/one' });
  const page = await openInspector(chromium, hooktap);
  await view(page, 'All 1').waitFor();
  // As the server answers where counting takes long.
  await page.route('**/api/events?*limit=1*', async (route) => {
    const { searchParams } = new URL(route.request().url());
    if (searchParams.get('limit') !== '1' || searchParams.get('q') !== 'is:pinned') return route.continue();
    const response = await route.fetch();
    const answer = (await response.json()) as object;
    await route.fulfill({ response, json: { ...answer, total: 7, totalIsExact: false } });
  });
  await page.reload();
  await view(page, 'Pinned 7+').waitFor();
});

it('what was not all counted at first is counted again, though nothing changes', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/one' });
  const page = await openInspector(chromium, hooktap);
  await view(page, 'Unread 1').waitFor();
  let late = 0;
  await page.route('**/api/events?*limit=1*', async (route) => {
    const { searchParams } = new URL(route.request().url());
    const q = searchParams.get('q') ?? '';
    if (searchParams.get('limit') !== '1' || q !== 'is:unread' || late > 1) return route.continue();
    late += 1;
    const response = await route.fetch();
    await route.fulfill({
      response,
      json: { ...((await response.json()) as object), totalIsExact: false },
    });
  });
  await page.reload();
  await view(page, 'Unread 1').waitFor();
  expect(late).toBe(2);
});

it('what is deleted on one screen and brought back goes and comes on every other', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  for (const target of ['/one', '/two', '/three']) await send(hooktap.receiverPort, { target });
  const page = await openInspector(chromium, hooktap);
  const other = await openInspector(chromium, hooktap);
  const odd = await openInspector(chromium, hooktap);
  await odd.goto(`${hooktap.ready.inspector}/?q=path%3A%2Ftwo`);
  await found(odd, /^1 of 3$/);

  await rowOf(page, '/two').click();
  await page.keyboard.press('Backspace');
  await found(other, /^2$/);
  await found(odd, /^0 of 2$/);
  await page.keyboard.press('z');
  for (const screen of [page, other]) {
    await found(screen, /^3$/);
    await rowOf(screen, '/two').waitFor();
    const paths = screen.locator('#event-list').getByRole('option');
    await expect
      .poll(() => paths.allInnerTexts())
      .toEqual(['three', 'two', 'one'].map((one) => expect.stringContaining(one)));
  }
  await rowOf(odd, '/two').waitFor();
  await found(odd, /^1 of 3$/);
});

it('counts of the views that could not be had at first are asked for again', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/one' });
  const page = await openInspector(chromium, hooktap);
  await view(page, 'All 1').waitFor();
  const refused = new Set<string | null>();
  await page.route('**/api/events?*limit=1*', (route) => {
    const { searchParams } = new URL(route.request().url());
    const q = searchParams.get('q');
    if (searchParams.get('limit') !== '1' || refused.has(q)) return route.continue();
    refused.add(q);
    return route.fulfill({ status: 503, json: {} });
  });
  await page.reload();
  await view(page, 'All 1').waitFor();
  expect(refused).toContain('is:pinned');
});
