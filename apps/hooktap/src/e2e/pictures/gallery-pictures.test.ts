import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from '../test-support/chromium.ts';
import { faultsOf } from '../test-support/inspector-page.ts';
import { type Darkroom, isRenewing, openDarkroom } from './darkroom.ts';
import { themes } from './frame.ts';
import { pictureTime } from './picture-hooktap.ts';

let browser: Browser;
let darkroom: Darkroom;
let vite: ViteDevServer;
beforeAll(async () => {
  browser = await openChromium();
  darkroom = await openDarkroom(browser);
  const root = fileURLToPath(new URL('../../../../inspector/', import.meta.url));
  vite = await createServer({ root, logLevel: 'silent', server: { host: '127.0.0.1', port: 0, hmr: false } });
  await vite.listen();
});
afterAll(async () => {
  await browser.close();
  await vite.close();
});

it('the gallery shows every part as it was, in both themes and densities', async () => {
  // All of it in sight: bodies put only those lines into the page that are.
  const viewport = { width: 1000, height: 4000 };
  const page = await browser.newPage({
    viewport,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    locale: 'en-GB',
  });
  page.setDefaultTimeout(45_000);
  await page.clock.setFixedTime(pictureTime);
  await page.goto(`${vite.resolvedUrls?.local[0]}gallery.html`);
  await page.locator('.code-line').first().waitFor();
  await page.evaluate('document.fonts.ready.then(() => 0)');
  const wrong: (string | null)[] = [];
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    const name = `gallery-${colorScheme}`;
    wrong.push(await darkroom.develop(page, { name, part: '.gallery', docs: undefined }));
    if (!isRenewing) wrong.push(...(await faultsOf(page)));
  }
  await page.getByRole('radio', { name: 'Comfortable' }).click();
  wrong.push(
    await darkroom.develop(page, { name: 'gallery-comfortable', part: '.gallery-rows', docs: undefined }),
  );
  expect(wrong.filter((fault) => fault !== null)).toEqual([]);
});
