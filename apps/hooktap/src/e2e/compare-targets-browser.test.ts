import type { EventId } from '@hooktap/protocol';
import { startHttpHandler } from '@hooktap/testing';
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

const answering = (statusCode: number) =>
  startHttpHandler((_request, response) => {
    response
      .writeHead(statusCode, { 'Content-Type': 'application/json' })
      .end(JSON.stringify({ statusCode }));
  });
const hostOf = ({ url }: { readonly url: string }) => new URL(url).host;

/** An event at an endpoint with these targets, delivered. */
async function arrived(hooktap: RunningHooktap, targets: readonly { readonly url: string }[]) {
  await hooktap.client.putEndpoint({
    name: 'orders',
    path: '/orders',
    targets: targets.map(({ url }) => url),
    reply: 'ack',
    retry: 'none',
  });
  await send(hooktap.receiverPort, {
    target: '/orders',
    headers: [['Content-Type', 'application/json']],
    body: '{"order":1}',
  });
  const id = await hooktap.captured('/orders');
  return hooktap.settled(id, targets.length);
}
const attempts = (hooktap: RunningHooktap, id: EventId) =>
  expect.poll(async () => (await hooktap.client.event(id)).deliveries.flatMap((one) => one.attempts).length);
const side = (page: Page, name: 'Left' | 'Right') =>
  page.getByRole('combobox', { name }).locator('option:checked').textContent();

it('of two targets each has its own attempts, and they are compared with each other', async () => {
  await using folder = await temporaryFolder();
  await using failing = await answering(500);
  await using taking = await answering(200);
  await using hooktap = await startHooktap({ folder: folder.path });
  const { id, deliveries } = await arrived(hooktap, [failing, taking]);
  const failed = deliveries.find(({ status }) => status === 'failed');
  if (!failed) throw new Error('none failed');
  await hooktap.client.retry(failed.id);
  await attempts(hooktap, id).toBe(3);
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/orders').click();
  const [toFailing, toTaking] = [failing, taking].map((target) =>
    page.getByRole('region', { name: `to ${hostOf(target)}` }).locator('.attempts > li'),
  );
  await expect.poll(() => toFailing?.count()).toBe(2);
  await page.getByText(`Your handler answered 500 on attempt 2 to ${hostOf(failing)}.`).waitFor();
  expect(await toTaking?.count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'Compare attempts' }).waitFor();
  expect(await side(page, 'Left')).toContain(`Attempt 1 to ${hostOf(failing)}, arrival`);
  expect(await side(page, 'Right')).toContain(`Attempt 2 to ${hostOf(failing)}, retry`);
  expect(await page.getByRole('combobox', { name: 'Left' }).textContent()).toContain(
    `Attempt 1 to ${hostOf(taking)}, arrival`,
  );
  expect(await faultsOf(page)).toEqual([]);
  await page.close();
});

it('a replay to where the handler has moved is compared with what there was before', async () => {
  await using folder = await temporaryFolder();
  await using failing = await answering(500);
  await using elsewhere = await answering(200);
  await using hooktap = await startHooktap({ folder: folder.path });
  const { id } = await arrived(hooktap, [failing]);
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/orders').click();
  await page.getByText(`to ${hostOf(failing)}`, { exact: true }).waitFor();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Target' }).fill(elsewhere.url);
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('region', { name: 'Result' })
    .getByText(`Attempt 1 to ${hostOf(failing)},`)
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('heading', { name: 'Compare attempts' }).waitFor();
  expect(await side(page, 'Left')).toContain(`Attempt 1 to ${hostOf(failing)}, arrival`);
  expect(await side(page, 'Right')).toContain(`Attempt 1 to ${hostOf(elsewhere)}, replay`);
  await attempts(hooktap, id).toBe(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: `to ${hostOf(elsewhere)}` }).waitFor();
  await page.close();
});

it('the editor lists a run for each target that a replay went to, and shows the first one’s answer', async () => {
  await using folder = await temporaryFolder();
  await using failing = await answering(500);
  await using busy = await answering(503);
  await using hooktap = await startHooktap({ folder: folder.path });
  await arrived(hooktap, [failing, busy]);
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/orders').click();
  await page.keyboard.press('e');
  await page.getByRole('button', { name: /^Send/ }).click();
  const runs = page.getByRole('list', { name: 'Runs' }).getByRole('button');
  await expect.poll(() => runs.count()).toBe(2);
  expect(await runs.first().textContent()).toMatch(new RegExp(`^500.*${hostOf(failing)}, `));
  expect(await runs.last().textContent()).toMatch(new RegExp(`^503.*${hostOf(busy)}, `));
  expect(await runs.first().getAttribute('aria-pressed')).toBe('true');
  await runs.last().click();
  await page.getByRole('row', { name: /^Status 503 503$/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.close();
});
