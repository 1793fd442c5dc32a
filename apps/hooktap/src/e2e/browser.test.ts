import { startHttpHandler, startLocaltunnelServer } from '@hooktap/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { type RunningHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

async function openInspector({ ready }: RunningHooktap): Promise<Page> {
  const page = await chromium.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${ready.inspector}/#token=${ready.token}`);
  await page.getByRole('contentinfo').getByText('Live').waitFor();
  return page;
}

const row = (page: Page, path: string) => page.getByRole('option').filter({ hasText: path });

it('shows a callback as it comes, why it failed, and the replay that mended it', async () => {
  await using folder = await temporaryFolder();
  await using server = await startLocaltunnelServer();
  let statusCode = 500;
  await using handler = await startHttpHandler((_request, response) => {
    response.writeHead(statusCode).end(statusCode === 500 ? 'order B-1107 is unknown' : 'thank you');
  });
  await using hooktap = await startHooktap({
    folder: folder.path,
    target: handler.url,
    tunnelHost: server.url,
  });
  const { url } = await hooktap.output.first('tunnel', ({ state }) => state === 'open');
  const page = await openInspector(hooktap);
  expect(page.url()).not.toContain(hooktap.ready.token);

  const { host } = new URL(url ?? '');
  const answer = await send(server.port, { host, target: '/orders', body: '{"order":"B-1107"}' });
  expect(answer.statusCode).toBe(500);
  await row(page, '/orders').getByText('500').first().waitFor();
  await row(page, '/orders').click();
  await page.getByLabel('What happened').getByText('order B-1107 is unknown').waitFor();

  statusCode = 200;
  await page.getByRole('button', { name: /^Replay/ }).click();
  const attempts = page.getByRole('tabpanel').locator('.attempts > li');
  await attempts.nth(1).getByText('200').waitFor();
  await attempts.nth(0).getByText('500').waitFor();

  const id = await hooktap.captured('/orders');
  const event = await hooktap.settled(id, 2);
  expect(event).toMatchObject({ via: 'tunnel', delivery: { status: 'succeeded', lastStatusCode: 200 } });
  expect(event.deliveries.map(({ cause, status }) => [cause, status])).toEqual([
    ['arrival', 'failed'],
    ['replay', 'succeeded'],
  ]);

  await page.reload();
  await attempts.nth(1).getByText('200').waitFor();
  await row(page, '/orders').getByText('200').first().waitFor();
  expect(new URL(page.url()).pathname).toBe(`/events/${id}`);
});

it('shows what a hostile sender and handler say as text, and runs none of it', async () => {
  await using folder = await temporaryFolder();
  const attack = '<img src=x onerror="window.__pwned=1"><script>window.__pwned=1;alert(1)</script>';
  await using handler = await startHttpHandler((_request, response) => {
    response.writeHead(500, { 'Content-Type': 'text/html', 'X-Answer': attack }).end(`answer ${attack}`);
  });
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  const page = await openInspector(hooktap);
  const wrong: string[] = [];
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('popup', () => wrong.push('popup'));

  const target = `/html/${attack.replaceAll(' ', '/')}`;
  const json = JSON.stringify({ type: attack, url: 'javascript:window.__pwned=1', [attack]: attack });
  const html = `<html><body onload="window.__pwned=1">${attack}</body></html>`;
  const bodies = [
    ['text/html', html],
    ['image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg" onload="window.__pwned=1">${attack}</svg>`],
    ['application/json', json],
    [attack, attack],
  ] as const;
  for (const [type, body] of bodies) {
    const headers = [
      ['Content-Type', type],
      ['X-Attack', attack],
      ['Referer', 'javascript:window.__pwned=1'],
    ] as const;
    expect((await send(hooktap.receiverPort, { target, headers, body })).statusCode).toBe(500);
  }
  await page
    .getByRole('option')
    .nth(bodies.length - 1)
    .waitFor();
  for (let number = 0; number < bodies.length; number++) {
    await page.getByRole('option').nth(number).click();
    for (const tab of ['Overview', 'Body', 'Headers', 'Deliveries']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel', { name: tab }).getByText('__pwned').first().waitFor();
    }
  }
  expect(await page.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned)).toBeUndefined();
  expect(await page.locator('img, iframe, object, embed').count()).toBe(0);
  expect(wrong).toEqual([]);
});
