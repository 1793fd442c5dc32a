import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { startHooktap } from './test-support/hooktap-process.ts';
import { faultsOf, openInspector, rowOf } from './test-support/inspector-page.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

const command = (page: Page, name: string) => page.getByRole('option', { name });
async function ask(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(typed);
}
async function shut(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}
async function run(page: Page, typed: string, name: string): Promise<void> {
  await ask(page, typed);
  await command(page, name).first().click();
  await page.locator('dialog.palette').waitFor({ state: 'detached' });
}

it('knows what the list, its menus and its dialogs offer', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  for (const target of ['/one', '/two', '/three']) await send(hooktap.receiverPort, { target });
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/one').waitFor();

  await run(page, 'columns', 'Columns…');
  const columns = page.getByRole('dialog', { name: 'Columns' });
  await columns.getByRole('checkbox', { name: 'Size' }).waitFor();
  const width = columns.getByRole('spinbutton', { name: /Time/ });
  await width.focus();
  await page.keyboard.type('90');
  expect(await width.inputValue()).toBe('90');
  expect(await faultsOf(page)).toEqual([]);
  await shut(page);

  await run(page, 'strip hidden', 'Strip of arrivals: Hidden');
  await page.locator('.arrivals').waitFor({ state: 'detached' });
  await run(page, 'view unread', 'View: Unread');
  await page.waitForURL(/q=is%3Aunread/);
  await run(page, 'save view', 'Save this search as a view…');
  await page.getByRole('dialog', { name: 'Save this search' }).waitFor();
  await shut(page);
  await run(page, 'all read', 'Mark all as read');
  await expect.poll(async () => (await hooktap.client.events({ q: 'is:unread' })).total).toBe(0);
  await run(page, 'clear', 'Clear filters');
  await rowOf(page, '/one').waitFor();
});

it('knows what can be done with one event, with those selected, and in other panels', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  for (const target of ['/one', '/two', '/three']) await send(hooktap.receiverPort, { target });
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/two').click();
  await page.locator('.detail textarea.note').waitFor();
  await run(page, 'note', 'Write a note');
  const writing = page.locator('.detail textarea.note:focus');
  await writing.waitFor();
  await page.keyboard.press('Escape');
  await writing.waitFor({ state: 'detached' });

  await run(page, 'select this', 'Select this event');
  await page.keyboard.press('Shift+K');
  await page.locator('.event-row.marked').nth(1).waitFor();
  await run(page, 'tag', 'Tag the 2 selected events…');
  const tagging = page.getByRole('dialog', { name: 'Tag 2 events' });
  await tagging.getByRole('textbox').fill('mine');
  await page.keyboard.press('Enter');
  await tagging.waitFor({ state: 'detached' });
  expect((await hooktap.client.events({ q: 'tag:mine' })).total).toBe(2);
  await run(page, 'compare', 'Compare the two selected events');
  await page.locator('.compare').waitFor();
  await ask(page, 'swap');
  await command(page, 'Swap the sides').waitFor();
  await shut(page);

  await page.goto(`${hooktap.ready.inspector}/endpoints`);
  // What a panel offers is known once it is there.
  await page.getByRole('button', { name: 'New endpoint…' }).waitFor();
  await run(page, 'endpoint', 'A new endpoint');
  await page.locator('dialog[open] form').waitFor();
});
