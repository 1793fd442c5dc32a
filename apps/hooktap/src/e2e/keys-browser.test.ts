import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { editorKeys } from './keys/editor-keys-contract.ts';
import { eventKeys } from './keys/event-keys-contract.ts';
import { type KeyPromises, KeyStage } from './keys/key-stage.ts';
import { panelKeys } from './keys/panel-keys-contract.ts';
import { listStands } from './pictures/frame.ts';
import { openChromium } from './test-support/chromium.ts';

let browser: Browser;
let stage: KeyStage;
beforeAll(async () => {
  browser = await openChromium();
  stage = await KeyStage.begin(browser);
});
afterAll(async () => {
  await browser.close();
  await stage[Symbol.asyncDispose]();
});

/** What each line of the sheet promises. */
const promises: KeyPromises = { ...eventKeys, ...editorKeys, ...panelKeys };

/** Where they need no name of a place. */
const keysAlone: ReadonlySet<string> = new Set(['Everywhere', 'Events', 'Editor']);

it('the sheet names the keys that are tried here, and no others', async () => {
  await stage.open('/');
  await listStands(stage.page);
  await stage.type('?');
  await stage.page.locator('dialog[open] dl').first().waitFor();
  const named: string[] = [];
  for (const section of await stage.page.locator('dialog[open] section').all()) {
    const where = await section.locator('h3').innerText();
    for (const line of await section.locator('dl > div').all()) {
      const keys = (await line.locator('kbd').allInnerTexts()).join(' ');
      named.push(keysAlone.has(where) ? keys : `${where}: ${keys}`);
    }
  }
  expect(named.toSorted()).toEqual(Object.keys(promises).toSorted());
});

it.each(Object.keys(promises))('%s does what the sheet says', async (keys) => {
  await promises[keys]?.(stage);
});

it('gives the focus back to where it came from when something that lies over the page shuts', async () => {
  await stage.openEvent('retrying');
  for (const button of ['.list-more', '.theme-switch', '.palette-key']) {
    await stage.page.locator(button).focus();
    await stage.type('Enter');
    await stage.page.locator('[role=menu], dialog[open]').first().waitFor();
    await stage.type('Escape');
    await stage.page
      .locator('[role=menu], dialog[open]')
      .first()
      .waitFor({ state: 'detached' })
      .catch(() => undefined);
    await stage.focusIn(button);
  }
  await stage.page.locator('#event-list').focus();
  await stage.type('?');
  await stage.page.locator('dialog[open]').waitFor();
  await stage.type('Escape');
  await stage.focusIn('#event-list');
  expect(await stage.page.locator('.event-row.open').getAttribute('data-event')).toBe(stage.events.retrying);
});
