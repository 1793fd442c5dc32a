import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { type RunningHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { faultsOf, openInspector, pressPair, rowOf } from './test-support/inspector-page.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

/** As Zavu sends it, as far as it is recognised by. */
function sendMessage({ receiverPort }: RunningHooktap, data: object) {
  const headers = [
    ['Content-Type', 'application/json'],
    ['X-Zavu-Signature', 't=1,v1=00'],
  ] as const;
  const event = { id: 'evt_1', type: 'message.inbound', timestamp: 1, senderId: 's', projectId: 'p', data };
  // What is sent is latin-1.
  return send(receiverPort, {
    target: '/zavu',
    headers,
    body: JSON.stringify(event).replace('\u202e', '\\u202e'),
  });
}

const hostile = '<img src=x onerror="document.title=1">';
const usual = { messageId: 'm', from: '+5511999990000', text: hostile };
const changed = {
  messageId: 'm',
  from: '+5511999990000',
  content: { mediaId: 'med_1', [hostile]: '\u202e' },
};

/** Six messages as they used to be, and six of another shape. */
async function sendBoth(hooktap: RunningHooktap): Promise<void> {
  for (let times = 0; times < 6; times += 1) await sendMessage(hooktap, usual);
  for (let times = 0; times < 6; times += 1) await sendMessage(hooktap, changed);
}

const sideways = (page: Page) => page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
const queryOf = (page: Page) => new URL(page.url()).searchParams.get('q');

it('leads from an event to what changed in its type', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await sendBoth(hooktap);
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, 'message.inbound').first().waitFor();
  const found = await hooktap.client.events({ q: 'body.data.content:*' });
  await page.goto(`${hooktap.ready.inspector}/events/${found.items.at(-1)?.id}`);
  const line = page.getByRole('link', { name: '1 field was not seen before' });
  await line.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await line.click();

  const changes = page.getByRole('region', { name: 'What changed' });
  await changes.getByText('data.content is new').waitFor();
  await changes.getByText('data.text is missing').waitFor();
  expect(new URL(page.url()).pathname).toBe('/drift/zavu');
  expect(await page.getByRole('row').filter({ hasText: 'data.from' }).textContent()).toContain('phone');
  await page.getByText('⟨U+202E⟩').first().waitFor();
  expect(await page.locator('.drift img').count()).toBe(0);
  expect(await page.title()).not.toBe('1');
  expect(await faultsOf(page)).toEqual([]);
});

it('leads from what changed to the events that show it, and back', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await sendBoth(hooktap);
  const page = await openInspector(chromium, hooktap);
  await page.goto(`${hooktap.ready.inspector}/drift/zavu?type=message.inbound`);
  const changes = page.getByRole('region', { name: 'What changed' });
  await changes.getByRole('link', { name: 'Events without it' }).click();
  await rowOf(page, 'message.inbound').nth(5).waitFor();
  expect(queryOf(page)).toBe('provider:=zavu type:=message.inbound -body.data.text:*');
  await rowOf(page, 'message.inbound').nth(6).waitFor({ state: 'detached' });
  await page.goBack();
  await changes.getByRole('link', { name: 'Events that have it' }).click();
  await page.locator('#event-list').waitFor();
  expect(queryOf(page)).toBe('provider:=zavu type:=message.inbound body.data.content:*');
});

it('writes the bodies as code to copy, under an address of its own', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await sendBoth(hooktap);
  const page = await openInspector(chromium, hooktap, { colorScheme: 'dark' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await rowOf(page, 'message.inbound').first().waitFor();
  await pressPair(page, 'g', 'f');
  await page.getByRole('radio', { name: 'zod' }).click();
  const code = page.getByRole('region', { name: 'zod' });
  await code.getByText('export const ZavuMessageInbound = z.object({').waitFor();
  // Said for a moment only.
  const said = code.getByRole('button', { name: 'Copied' }).waitFor();
  await code.getByRole('button', { name: 'Copy the bodies as zod' }).click();
  await said;
  const copied = await page.evaluate('navigator.clipboard.readText()');
  const { text } = await hooktap.client.driftShape({ provider: 'zavu', type: 'message.inbound' }, 'zod');
  expect(copied).toBe(text);
  expect(await faultsOf(page)).toEqual([]);

  await page.reload();
  await code.getByText('ZavuMessageInbound').first().waitFor();
});

it('goes back to the fields with Escape, and follows what comes', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await sendBoth(hooktap);
  const page = await openInspector(chromium, hooktap);
  await page.goto(`${hooktap.ready.inspector}/drift/zavu?type=message.inbound&as=typescript`);
  await page.getByRole('region', { name: 'TypeScript' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('rowheader', { name: 'data.content', exact: false }).first().waitFor();
  await sendMessage(hooktap, { ...usual, later: 1 });
  await page.getByRole('rowheader', { name: 'data.later' }).waitFor();
});

it('is right on a phone', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  const look = { width: 360, height: 740 } as const;
  await sendBoth(hooktap);
  const page = await openInspector(chromium, hooktap, look);
  await page.goto(`${hooktap.ready.inspector}/drift`);
  await page.getByRole('region', { name: 'What changed' }).waitFor();
  expect(await sideways(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
});

it('speaks Portuguese', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await sendBoth(hooktap);
  const context = await chromium.newContext({ locale: 'pt-BR' });
  const other = await context.newPage();
  await other.goto(`${hooktap.ready.inspector}/#token=${hooktap.ready.token}`);
  await other.locator('#event-list').waitFor();
  await other.goto(`${hooktap.ready.inspector}/drift`);
  await other.getByText('data.content é novo').waitFor();
  await context.close();
});
