import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { type RunningHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { faultsOf, openInspector, rowOf } from './test-support/inspector-page.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

const minute = 60_000;
const queryOf = (page: Page) => new URL(page.url()).searchParams.get('q') ?? '';
const found = (page: Page) => page.locator('.filter-count');
const views = (page: Page) => page.getByRole('group', { name: 'Views' });
const openMenu = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** One event a minute, the last one just now. */
async function importHour({ client }: RunningHooktap): Promise<void> {
  const now = Date.now();
  const lines = Array.from({ length: 60 }, (_, index) =>
    JSON.stringify({
      hooktap: 1,
      receivedAt: new Date(now - (59 - index) * minute).toISOString(),
      method: 'POST',
      requestTarget: index % 2 === 0 ? '/even' : '/odd',
      rawHeaders: [],
      body: { text: '{"kind":"imported"}' },
    }),
  );
  await client.importEvents(new Blob([lines.join('\n')]));
}

it('narrows the list to a time by the strip of arrivals, with the keyboard and with the pointer', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await importHour(hooktap);
  const page = await openInspector(chromium, hooktap);
  const strip = page.getByRole('group', { name: 'Arrivals' });
  await strip.getByText(/60 arrived/).waitFor({ state: 'attached' });

  const from = page.getByRole('slider', { name: 'Arrivals from' });
  await from.focus();
  for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowRight');
  await page.waitForURL(/since/);
  await found(page)
    .filter({ hasText: / of 60/ })
    .waitFor();
  expect(queryOf(page)).toMatch(/^since:\S+$/);
  expect(await from.getAttribute('aria-valuetext')).toMatch(/arrived chosen$/);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await found(page).filter({ hasText: /^60$/ }).waitFor();
  expect(queryOf(page)).toBe('');

  const box = await page.locator('.arrivals-place').boundingBox();
  if (!box) throw new Error('The strip is not on the screen.');
  await page.mouse.move(box.x + box.width * 0.25, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 10, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/since.*before/);
  await found(page)
    .filter({ hasText: /^1\d of 60$/ })
    .waitFor();
});

it('keeps searches by name for every screen of the data directory', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await importHour(hooktap);
  const page = await openInspector(chromium, hooktap);

  await page.keyboard.press('/');
  await page.keyboard.type('path:/odd');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('event-list');
  await found(page).filter({ hasText: '30 of 60' }).waitFor();

  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: 'Save this search as a view…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Odd ones');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await views(page).getByRole('button', { name: 'Odd ones 30', pressed: true }).waitFor();
  await views(page).getByRole('button', { name: /^All/ }).click();
  await found(page).filter({ hasText: /^60$/ }).waitFor();

  const other = await openInspector(chromium, hooktap, { colorScheme: 'dark' });
  await views(other)
    .getByRole('button', { name: /^Odd ones/ })
    .click();
  await expect.poll(() => queryOf(other)).toBe('path:/odd');
  await other.keyboard.press('v');
  await other.getByRole('menuitem', { name: 'Edit views…' }).click();
  const dialog = other.getByRole('dialog', { name: 'Views' });
  await dialog.getByRole('textbox').fill('The odd ones');
  await dialog.getByRole('textbox').press('Enter');
  await views(other)
    .getByRole('button', { name: /^The odd ones/ })
    .waitFor();
  await dialog.getByRole('button', { name: 'Remove The odd ones' }).click();
  await dialog.getByText('No views are saved.').waitFor();
  expect((await hooktap.client.views()).views).toEqual([]);

  await page.keyboard.press('/');
  await page.keyboard.press('ArrowUp');
  expect(await page.locator('#filter').inputValue()).toBe('path:/odd');
});

it('an event is unread until it is opened, here or in another tab', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  for (const target of ['/one', '/two', '/three']) await send(hooktap.receiverPort, { target });
  const page = await openInspector(chromium, hooktap);
  const other = await openInspector(chromium, hooktap);
  const unread = (where: Page) => where.locator('.event-row.unread');
  await expect.poll(() => page.title()).toMatch(/^\(3\)/);

  await rowOf(page, '/two').click();
  await rowOf(page, '/two').and(page.locator(':not(.unread)')).waitFor();
  await rowOf(other, '/two').and(other.locator(':not(.unread)')).waitFor();
  expect(await unread(other).count()).toBe(2);
  await expect.poll(() => page.title()).toMatch(/^\(2\)/);
  expect((await hooktap.client.events({ q: 'is:unread' })).total).toBe(2);

  await openMenu(page, 'List');
  await page.getByRole('menuitem', { name: 'Mark all as read' }).click();
  await unread(other).first().waitFor({ state: 'detached' });
  await expect.poll(() => page.title()).toBe('/two · Hooktap');
  await page.reload();
  await rowOf(page, '/three').waitFor();
  expect(await unread(page).count()).toBe(0);
});

it('groups by thread: folded, unfolded by the arrows, with the steps of the message', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/alone' });
  await hooktap.client.trigger({ provider: 'zavu', scenario: 'conversation', speed: 100_000 });
  const page = await openInspector(chromium, hooktap);
  await page.getByRole('option').nth(6).waitFor();
  await page.getByRole('button', { name: 'Group by thread' }).click();

  const tree = page.getByRole('tree', { name: 'Events' });
  const head = tree.getByRole('treeitem', { expanded: false });
  await head.getByText('queued → sent → delivered → read').waitFor();
  await expect.poll(() => tree.getByRole('treeitem').count()).toBe(2);
  await head.click();
  await page.keyboard.press('ArrowRight');
  await tree.getByRole('treeitem').nth(6).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await head.waitFor();
  await expect.poll(() => tree.getByRole('treeitem').count()).toBe(2);
});

it('does with many at once what is chosen: tag, and all that is found beyond what is loaded', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await importHour(hooktap);
  await importHour(hooktap);
  const page = await openInspector(chromium, hooktap);
  await page.getByRole('option').first().click();
  await page.locator('#event-list').focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('region', { name: 'Selected events' });
  await bar.getByText('100 events').waitFor();
  await bar.getByRole('button', { name: 'Select all 120 found' }).click();
  await bar.getByText('120 events').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('option').nth(0).click();
  await page.keyboard.press('x');
  await page
    .getByRole('option')
    .nth(2)
    .click({ modifiers: ['Shift'] });
  await bar.getByRole('button', { name: 'Tag…' }).click();
  await page.getByRole('textbox', { name: 'Tag', exact: true }).fill('bug');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await hooktap.client.events({ q: 'tag:bug' })).total).toBe(3);
});

it('a value in the tree of a body is left out of the list with Alt', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  const headers = [['Content-Type', 'application/json']] as const;
  await send(hooktap.receiverPort, { target: '/a', headers, body: '{"kind":"first"}' });
  await send(hooktap.receiverPort, { target: '/b', headers, body: '{"kind":"second"}' });
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/a').click();
  await page.keyboard.press('2');
  await page
    .getByRole('treeitem')
    .filter({ hasText: 'first' })
    .click({ modifiers: ['Alt'] });
  await rowOf(page, '/a').waitFor({ state: 'detached' });
  expect(queryOf(page)).toBe('-body.kind:=first');
  expect(await rowOf(page, '/b').count()).toBe(1);
});

it('says that nothing matches, and takes the keyboard to what can be done', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/here' });
  const page = await openInspector(chromium, hooktap, { width: 360, height: 740 });
  await rowOf(page, '/here').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('nowhere');
  await page.keyboard.press('Enter');
  await page.getByText('No event matches').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await rowOf(page, '/here').waitFor();
  expect(queryOf(page)).toBe('');
});

it('asks again for what arrived where asking for it failed once', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/even' });
  const page = await openInspector(chromium, hooktap);
  await page.keyboard.press('/');
  await page.keyboard.type('path:/even');
  await found(page)
    .filter({ hasText: /^1 of 1$/ })
    .waitFor();
  await rowOf(page, '/even').first().waitFor();
  let failed = 0;
  await page.route(/\/api\/events\?.*even/, (route) => {
    failed += 1;
    return failed === 1 ? route.abort('connectionreset') : route.continue();
  });
  await send(hooktap.receiverPort, { target: '/even' });
  await found(page)
    .filter({ hasText: /^2 of 2$/ })
    .waitFor();
  expect(failed).toBe(2);
});

it('keeps the beginning of a long path beside the time and the id of the event', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  const headers = [
    ['Content-Type', 'application/json'],
    ['X-GitHub-Event', 'push'],
    ['X-GitHub-Delivery', '72d3162e-cc78-11e3-81ab-4c9367dc0958'],
  ] as const;
  const target = '/webhooks/of/a/provider/with/a/long/path/that/does/not/fit';
  await send(hooktap.receiverPort, { target, headers, body: '{}' });
  const page = await openInspector(chromium, hooktap, { width: 1440, height: 900 });
  await rowOf(page, 'push').click();
  const path = page.locator('.detail-sub').getByRole('button', { name: target });
  await path.waitFor();
  const { whole, seen, room } = await path.evaluate((button) => {
    const line = button.parentElement;
    return {
      whole: button.scrollWidth,
      seen: button.getBoundingClientRect().right,
      room: line?.getBoundingClientRect().right ?? 0,
    };
  });
  expect(whole).toBeGreaterThan((await path.boundingBox())?.width ?? 0);
  expect(seen).toBeLessThanOrEqual(room + 1);
});

it('says of imported events why they stand where they stand, and on a phone only what there is to choose', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/now' });
  await importHour(hooktap);
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/odd')
    .first()
    .getByTitle(/^Imported\./)
    .waitFor();
  expect(
    await rowOf(page, '/now')
      .getByTitle(/^Imported\./)
      .count(),
  ).toBe(0);

  const phone = await openInspector(chromium, hooktap, { width: 360, height: 740 });
  await openMenu(phone, 'List');
  const menu = phone.getByRole('menu');
  await menu.getByRole('menuitemradio', { name: 'How long ago' }).waitFor();
  for (const name of ['Compact', 'Last hour']) expect(await menu.getByText(name).count()).toBe(0);
});

it('lets no row move when what is loaded later comes', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await importHour(hooktap);
  const page = await chromium.newPage({ viewport: { width: 1280, height: 800 } });
  let letCome = () => {};
  const coming = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  const late: string[] = [];
  await page.route(/\/assets\/(ArrivalsStrip|EventDetail)/, async (route) => {
    late.push(route.request().url());
    await coming;
    await route.continue();
  });
  await page.goto(`${hooktap.ready.inspector}/#token=${hooktap.ready.token}`);
  const row = page.locator('#event-list').getByRole('option').first();
  await row.waitFor();
  await expect.poll(() => late.join(' ')).toMatch(/Strip.*Detail|Detail.*Strip/);
  const before = { row: await row.boundingBox(), words: await page.locator('.detail-empty').boundingBox() };

  letCome();
  await page
    .getByRole('group', { name: 'Arrivals' })
    .getByText(/60 arrived/)
    .waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  expect({ row: await row.boundingBox(), words: await page.locator('.detail-empty').boundingBox() }).toEqual(
    before,
  );
});
