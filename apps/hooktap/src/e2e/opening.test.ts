import { createClient } from '@hooktap/client';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { startHooktap } from './test-support/hooktap-process.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

it('a one-time address opens the inspector; a rotated token ends what was open', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  const { inspector, token } = hooktap.ready;
  const client = createClient({ origin: inspector, token });
  const page = await chromium.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(await client.openingUrl());
  const live = page.getByRole('contentinfo').getByText('Live');
  await live.waitFor();
  expect(page.url()).not.toContain(token);
  expect(page.url()).not.toContain('/open/');
  await client.rotateToken();
  await live.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Hooktap refused the token of this page' }).waitFor();
  await page.close();
});
