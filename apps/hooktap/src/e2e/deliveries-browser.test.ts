import { freePort, startHttpHandler } from '@hooktap/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { startHooktap } from './test-support/hooktap-process.ts';
import { faultsOf, openInspector, pressPair, rowOf } from './test-support/inspector-page.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

const json = [['Content-Type', 'application/json']] as const;
const numbers = [1, 2, 3, 4, 5];

const goTo = (page: Page, panel: string) => page.getByRole('link', { name: panel }).click();
const chip = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Status' }).getByRole('button', { name });
const log = (page: Page) => page.getByRole('listbox', { name: 'Deliveries' });
const logRow = (page: Page, path: string) => log(page).getByRole('option').filter({ hasText: path });
const endpoint = (page: Page, name: string) =>
  page.getByRole('listitem').and(page.getByLabel(`Endpoint ${name}`, { exact: true }));

it('shows what is held while the handler is down, and how it arrives once it is up', async () => {
  await using folder = await temporaryFolder();
  const port = await freePort();
  const target = `http://127.0.0.1:${port}`;
  await using hooktap = await startHooktap({ folder: folder.path, target, flags: ['--hold'] });
  for (const number of numbers) {
    const answer = await send(hooktap.receiverPort, { target: `/held/${number}` });
    expect(answer.statusCode).toBeLessThan(300);
  }
  const page = await openInspector(chromium, hooktap);
  await page.getByRole('button', { name: '5 held' }).click();
  await endpoint(page, 'default').getByText('not listening').waitFor();
  await endpoint(page, 'default').getByText('5 held').click();
  await chip(page, 'Held 5').and(page.locator('[aria-pressed="true"]')).waitFor();
  await logRow(page, '/held/3').click();
  await page
    .getByRole('region', { name: 'Delivery' })
    .getByText(/is held while/)
    .waitFor();

  const arrived: (string | undefined)[] = [];
  await using _handler = await startHttpHandler(
    (request, response) => {
      arrived.push(request.url);
      response.end('done');
    },
    { port },
  );
  await page.getByRole('region', { name: 'Delivery' }).getByText('200').first().waitFor();
  await chip(page, 'All').click();
  await chip(page, 'Succeeded 5').waitFor();
  await chip(page, 'Held').waitFor({ state: 'detached' });
  expect(arrived).toEqual(numbers.map((number) => `/held/${number}`));
});

it('pauses, resumes, retries one and all that are found', async () => {
  await using folder = await temporaryFolder();
  let statusCode = 500;
  await using handler = await startHttpHandler((_request, response) => response.writeHead(statusCode).end());
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  for (const number of numbers) await send(hooktap.receiverPort, { target: `/failed/${number}` });
  const page = await openInspector(chromium, hooktap);

  await goTo(page, 'Deliveries');
  await chip(page, 'Failed 5').click();
  statusCode = 200;
  await logRow(page, '/failed/2').click();
  await page.keyboard.press('r');
  await page.getByRole('region', { name: 'Delivery' }).getByText('200').first().waitFor();
  await chip(page, 'Failed 4').waitFor();
  await page.getByRole('button', { name: 'Retry 4…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retry 4 deliveries' }).click();
  await chip(page, 'Succeeded 5').waitFor();

  await pressPair(page, 'g', 'n');
  await endpoint(page, 'default').getByText('Nothing waits for it.').waitFor();
  await page.keyboard.press('p');
  await endpoint(page, 'default').getByText('Paused: everything is held').waitFor();
  await send(hooktap.receiverPort, { target: '/paused' });
  await endpoint(page, 'default').getByText('1 held').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await endpoint(page, 'default').getByRole('button', { name: 'Resume' }).click();
  await endpoint(page, 'default').getByText('Nothing waits for it.').waitFor();
  const id = await hooktap.captured('/paused');
  expect((await hooktap.settled(id)).deliveries.map(({ status }) => status)).toEqual(['succeeded']);
});

it('stops each event at a breakpoint: one is answered by hand, one is edited and let go', async () => {
  await using folder = await temporaryFolder();
  const seen: string[] = [];
  await using handler = await startHttpHandler(async (request, response) => {
    seen.push(`${request.url} ${Buffer.concat(await request.toArray())}`);
    response.end('from the handler');
  });
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  await send(hooktap.receiverPort, { target: '/before' });
  const page = await openInspector(chromium, hooktap);
  await goTo(page, 'Endpoints');
  await endpoint(page, 'default').getByRole('button', { name: 'Breakpoint' }).click();
  await endpoint(page, 'default').getByText('The next event stops here.').waitFor();

  const held = page.getByRole('region', { name: 'At the breakpoint of default' });
  const first = send(hooktap.receiverPort, { target: '/first', headers: json, body: '{"n":1}' });
  await held.getByText('/first').waitFor();
  const second = send(hooktap.receiverPort, { target: '/second', headers: json, body: '{"n":2}' });
  await held.getByText('/second').waitFor();

  const one = held.getByRole('listitem').filter({ hasText: '/first' });
  await one.getByRole('button', { name: 'Answer…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Answer the sender by hand' });
  await dialog.getByLabel('Status').fill('20');
  await dialog.getByRole('button', { name: 'Answer', exact: true }).click();
  await dialog.getByText('Expected a status code').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByLabel('Status').fill('418');
  await dialog.getByLabel('Headers, one a line').fill('X-By: hand');
  await dialog.getByLabel('Body').fill('short and stout');
  await dialog.getByRole('button', { name: 'Answer', exact: true }).click();
  expect(await first).toMatchObject({ statusCode: 418, body: 'short and stout' });
  expect((await first).head).toMatch(/^x-by: hand\r?$/im);
  await held.getByText('/first').waitFor({ state: 'detached' });

  await held.getByRole('button', { name: 'Edit…' }).click();
  await page.getByLabel('Path and query').fill('/edited');
  await page.getByRole('button', { name: /^Let go/ }).click();
  await page.getByRole('region', { name: 'Result' }).getByText('200').first().waitFor();
  expect(await second).toMatchObject({ statusCode: 200, body: 'from the handler' });
  expect(seen).toEqual(['/before ', '/edited {"n":2}']);

  await page.goto(`${hooktap.ready.inspector}/?q=path:/first`);
  await rowOf(page, '/first').click();
  await page.getByText('The delivery was cancelled.').waitFor();
  expect(await page.getByRole('heading', { name: /^Attempts/ }).count()).toBe(0);
  await page.getByRole('tab', { name: /^Deliveries/ }).click();
  await page.getByText('It was never sent.').waitFor();
});

it('replays what was selected, shows how far it is and what came of it', async () => {
  await using folder = await temporaryFolder();
  let statusCode = 500;
  await using handler = await startHttpHandler((_request, response) => response.writeHead(statusCode).end());
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  for (const number of numbers) await send(hooktap.receiverPort, { target: `/all/${number}` });
  statusCode = 200;
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/all/5').waitFor();
  await page.locator('#event-list').press('Control+a');
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Replay 5 events' });
  await dialog.getByText('At a rate').click();
  await dialog.getByLabel('Events a second').fill('none');
  await dialog.getByRole('button', { name: 'Replay 5 events' }).click();
  await dialog.getByText('Expected events a second').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByLabel('Events a second').fill('100');
  await dialog.getByRole('button', { name: 'Replay 5 events' }).click();

  await page.getByRole('main').getByText('5 of 5, 5 succeeded').waitFor();
  const summary = page.getByRole('row').filter({ hasText: 'mended' });
  await summary.waitFor();
  expect(await summary.getByRole('cell').allTextContents()).toEqual(['500', '200', '5', 'mended']);
  expect(await faultsOf(page)).toEqual([]);
});

it('makes and changes an endpoint in a form that says what is wrong, on a phone and in the dark too', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startHttpHandler((_request, response) => response.end('ok'));
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  await send(hooktap.receiverPort, { target: '/before' });
  const look = { colorScheme: 'dark', width: 360, height: 740 } as const;
  const page = await openInspector(chromium, hooktap, look);
  await goTo(page, 'Endpoints');
  await page.getByRole('button', { name: 'New endpoint…' }).click();
  const form = page.getByRole('dialog', { name: 'New endpoint' });
  await form.getByLabel('Name').fill('Orders');
  await form.getByLabel('Path').fill('/orders');
  await form.getByRole('button', { name: 'Make it' }).click();
  await form.getByText('Expected lower-case letters').waitFor();
  await form.getByLabel('Name').fill('orders');
  await form.getByLabel('Only').fill('staus:failed');
  await form.getByRole('button', { name: 'Make it' }).click();
  await form.getByRole('alert').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await form.getByLabel('Only').fill('');
  await form.getByLabel('Sender gets').selectOption('One answer after the other');
  await form.getByRole('button', { name: 'Make it' }).click();
  await endpoint(page, 'orders').getByText('500, 500, then 200').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const codes = [];
  for (const _ of [1, 2, 3]) codes.push((await send(hooktap.receiverPort, { target: '/orders' })).statusCode);
  expect(codes).toEqual([500, 500, 200]);

  await endpoint(page, 'orders').getByRole('button', { name: 'Remove…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click();
  await endpoint(page, 'orders').waitFor({ state: 'detached' });
  await goTo(page, 'Deliveries');
  await log(page).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const sideways = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  expect(sideways).toBe(false);
});
