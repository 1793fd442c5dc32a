import { fileURLToPath } from 'node:url';
import { startHandler } from '@hooktap/example-handler';
import { expect, it } from 'vitest';
import { sampleEvents } from '../sample-events.ts';
import { openChromium } from './test-support/chromium.ts';
import { startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

/** Latin-1 text of the bytes that a JSON body goes out as. */
const bytesOf = (body: unknown): string => Buffer.from(JSON.stringify(body)).toString('latin1');

/** Of the README; written only when asked for (HOOKTAP_PICTURE=1), so that tests leave the tree as it was. */
const picture = fileURLToPath(new URL('../../../docs/inspector.png', import.meta.url));

it('shows the sample events beside the one that failed', async () => {
  await using folder = await temporaryFolder();
  const handler = await startHandler({ port: 0 });
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  const samples = sampleEvents(Date.now());
  for (const { path, headers, body } of samples) {
    await send(hooktap.receiverPort, {
      target: path,
      headers: Object.entries(headers),
      body: bytesOf(body),
    });
  }
  const failed = await hooktap.captured('/webhooks/payments/fail');
  await hooktap.replayed(failed);
  const browser = await openChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const { inspector, token } = hooktap.ready;
    await page.goto(`${inspector}/#token=${token}`);
    await page
      .getByRole('option')
      .nth(samples.length - 1)
      .waitFor();
    expect(await page.getByRole('option').count()).toBe(samples.length);
    await page.getByRole('option').filter({ hasText: '/webhooks/payments/fail' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Overview' });
    await panel.locator('.attempts > li').nth(1).waitFor();
    await panel.getByText('payment_intent.succeeded').first().waitFor();
    if (process.env['HOOKTAP_PICTURE'] === '1') await page.screenshot({ path: picture });
  } finally {
    await browser.close();
    await handler.close();
  }
});
