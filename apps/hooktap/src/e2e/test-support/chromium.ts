import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterEach, beforeEach } from 'vitest';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function chromiumPath(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const found = process.env['CHROMIUM_PATH'] ?? [...places, ...usual].find((place) => existsSync(place));
  if (found === undefined) throw new Error('There is no Chromium: install one, or name it in CHROMIUM_PATH.');
  return found;
}

const opened = new Set<Browser>();
const openPages = () =>
  [...opened].flatMap((browser) => browser.contexts().flatMap((context) => context.pages()));

/** What a page shows, for who reads why a test failed. */
async function shownOn(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: as it is seen, without what is hidden
  const text = await page.locator('body').innerText({ timeout: 2000 }).catch(String);
  return `${page.url()} shows: ${text.replace(/\n+/g, ' · ').slice(0, 3000)}`;
}

/** Of a whole file, not of one test. */
let lasting = new Set<Page>();
beforeEach(() => {
  lasting = new Set(openPages());
});

/** A page left open would go on asking for a Hooktap that is gone, beside the tests that follow. */
afterEach(async ({ task }) => {
  for (const page of openPages()) {
    // With the error, at the end of what a run prints: its middle is not always kept.
    const [error] = task.result?.errors ?? [];
    if (error) error.message += `\n${await shownOn(page)}`;
    if (!lasting.has(page)) await page.close();
  }
});

export async function openChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    timeout: 100_000,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Letters are drawn the same each time.
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--disable-partial-raster',
      '--disable-skia-runtime-opts',
      '--force-color-profile=srgb',
    ],
  });
  opened.add(browser);
  browser.once('disconnected', () => opened.delete(browser));
  return browser;
}
