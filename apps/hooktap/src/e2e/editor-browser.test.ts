import { appendFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { start } from '@hooktap/testing';
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

/** Answers 500 to orders without a number until it is mended, and says what it got. */
async function orderHandler() {
  const got: string[] = [];
  const state = { isMended: false };
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    got.push(body);
    const fails = !state.isMended && body.includes('"number":null');
    response.writeHead(fails ? 500 : 200, { 'Content-Type': 'application/json' });
    response.end(fails ? '{"error":"no number"}' : '{"ok":true,"order":"ORD-1"}');
  });
  return Object.assign(await start(server), { got, state });
}

const order = (number: string | null) =>
  JSON.stringify({ id: 'evt_1', number, text: '<img src=x onerror="document.title=1">' });

async function sendOrder(hooktap: RunningHooktap, number: string | null, target = '/orders') {
  await send(hooktap.receiverPort, {
    target,
    headers: [['Content-Type', 'application/json']],
    body: order(number),
  });
  return hooktap.captured(target);
}

const result = (page: Page) => page.getByRole('region', { name: 'Result' });
const runs = (page: Page) => result(page).getByRole('list', { name: 'Runs' }).getByRole('button');
/** Types in the code editor as a person does. */
async function typeBody(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.locator('.cm-content').fill(text);
}

it('from a failed event to a successful replay after a fix: two keys', async () => {
  await using folder = await temporaryFolder();
  await using handler = await orderHandler();
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  await sendOrder(hooktap, null, '/failing');
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/failing').waitFor();
  handler.state.isMended = true;
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await rowOf(page, '/failing').getByText('200').waitFor();
  expect(handler.got).toEqual([order(null), order(null)]);
  await page.close();
});

it('an edit is sent, its answer stands beside the one before, and it is sent again with one key', async () => {
  await using folder = await temporaryFolder();
  await using handler = await orderHandler();
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  const id = await sendOrder(hooktap, null);
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/orders').click();
  await page.keyboard.press('e');
  await page.getByRole('form', { name: 'Edit and replay' }).waitFor();
  await page.locator('.cm-content').waitFor();
  const edited = '{"id":"evt_1","number":"ORD-1","text":"x"}';
  await typeBody(page, edited);
  await page.keyboard.press('Control+Enter');
  await result(page).getByText('Attempt 1,').waitFor();
  await result(page)
    .getByRole('row', { name: /^Status 200 500$/ })
    .waitFor();
  await result(page)
    .getByRole('list', { name: /beside it$/ })
    .getByText('"no number"')
    .waitFor();
  expect(handler.got.at(-1)).toBe(edited);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('heading', { name: 'Edit and replay' }).click();
  await page.keyboard.press('r');
  await expect.poll(() => handler.got.length).toBe(3);
  await expect.poll(() => runs(page).count()).toBe(2);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('heading', { name: 'Compare attempts' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // What was edited is still there.
  await page.keyboard.press('Escape');
  await page.locator('.cm-content').getByText('"ORD-1"').waitFor();
  await expect.poll(() => runs(page).count()).toBe(2);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /^Overview/ }).waitFor();
  await page.keyboard.press('e');
  await page.locator('.cm-content').getByText('"ORD-1"').waitFor();
  expect((await hooktap.client.eventBody(id)).size).toBe(order(null).length);
  expect(await page.title()).not.toBe('1');
  await page.close();
});

it('a header that is added is named at once; what sends stays in sight', async () => {
  await using folder = await temporaryFolder();
  await using handler = await orderHandler();
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  await sendOrder(hooktap, 'A');
  const page = await openInspector(chromium, hooktap);
  await page.setViewportSize({ width: 1280, height: 500 });
  await rowOf(page, '/orders').click();
  await page.keyboard.press('e');
  await page.getByRole('button', { name: 'Add a header' }).click();
  await page.keyboard.type('X Added by hand');
  await page.getByLabel('Value of X Added by hand').waitFor();
  await page.getByRole('button', { name: 'Remove Content-Type' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('button', { name: /^Remove / }).count()).toBe(0);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n'.repeat(30));
  // Just below the top bar, however far the body goes; it scrolls once it is drawn.
  const place = async () => (await page.getByRole('button', { name: /^Send/ }).boundingBox())?.y;
  await expect.poll(place).toBeLessThan(120);
  expect(await place()).toBeGreaterThan(0);
  await page.close();
});

it('only of an event that bore a signature is it said that it no longer fits', async () => {
  await using folder = await temporaryFolder();
  await using handler = await orderHandler();
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  const stripe = '{"id":"evt_1","object":"event","type":"charge.failed","data":{"object":{}}}';
  const { items } = await hooktap.client.trigger({ provider: 'zapi', eventType: 'ReceivedCallback' });
  const unsigned = { target: '/unsigned', headers: [['I-Twilio-Idempotency-Token', 'a']] as const };
  const signed = { target: '/signed', body: stripe, headers: [['Stripe-Signature', 't=1,v1=00']] as const };
  for (const one of [unsigned, signed]) await send(hooktap.receiverPort, one);
  const page = await openInspector(chromium, hooktap);
  const edit = async (id: string | null) => {
    await page.goto(`${hooktap.ready.inspector}/events/${id}?edit=1`);
    await page.locator('.cm-content').waitFor();
    await typeBody(page, '{"changed":1}');
  };
  await edit(await hooktap.captured('/signed'));
  await page.getByText('the captured signature no longer fits it').waitFor();
  await edit(await hooktap.captured('/unsigned'));
  await page.getByText('It came without a signature').waitFor();
  await edit(items[0]?.eventId ?? null);
  await page.getByText('1 line changed').or(page.getByText('lines changed')).waitFor();
  await page.getByRole('region', { name: 'Signature of Z-API' }).waitFor({ state: 'detached' });
  await page.close();
});

it('a request is saved, sent from the list and the palette, renamed, deleted and brought back', async () => {
  await using folder = await temporaryFolder();
  await using handler = await orderHandler();
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  await sendOrder(hooktap, 'A');
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/orders').click();
  await page.keyboard.press('e');
  await page.getByLabel('Path and query').fill('/orders?saved=1');
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog').getByLabel('Name').fill('an order');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Saved requests' }).click();
  const dialog = page.getByRole('dialog', { name: 'Saved requests' });
  await dialog.getByText('POST /orders?saved=1').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Rename an order' }).click();
  await dialog.getByLabel('New name of an order').fill('my order');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Delete my order' }).click();
  await dialog.getByText('Deleted my order.').waitFor();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await dialog.getByRole('button', { name: 'Send my order' }).click();
  await expect.poll(() => handler.got.length).toBe(2);
  await page.getByRole('tab', { name: /^Deliveries/, selected: true }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What to do').fill('my order');
  await page.keyboard.press('Enter');
  await expect.poll(() => handler.got.length).toBe(3);
  const { items } = await hooktap.client.savedRequests();
  expect(items).toMatchObject([{ name: 'my order', requestTarget: '/orders?saved=1' }]);
  await page.close();
});

it('replay on save goes from red to green on the screen', async () => {
  await using folder = await temporaryFolder();
  await using code = await temporaryFolder();
  await using handler = await orderHandler();
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  const id = await sendOrder(hooktap, null);
  await hooktap.client.annotate(id, { pinned: true });
  const page = await openInspector(chromium, hooktap);
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What to do').fill('Replay on save');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Replay on save' });
  await dialog.getByLabel(/^Folder/).fill(join(code.path, 'absent'));
  await dialog.getByRole('button', { name: 'Watch', exact: true }).click();
  await dialog.getByText(/^There is no folder/).waitFor();
  expect(await dialog.getByLabel(/^Folder/).getAttribute('aria-invalid')).toBe('true');
  await dialog.getByLabel(/^Folder/).fill(code.path);
  await dialog.getByRole('button', { name: 'Watch', exact: true }).click();
  await dialog.getByText('is:pinned').waitFor();
  await appendFile(join(code.path, 'app.ts'), '1');
  await dialog.getByText('Your handler answered 500.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const strip = page.getByRole('region', { name: 'Replay on save' });
  await strip.getByText('1 not as expected').waitFor();
  handler.state.isMended = true;
  await appendFile(join(code.path, 'app.ts'), '2');
  await strip.getByText('1 as expected', { exact: true }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await strip.getByRole('button', { name: 'Results' }).click();
  await dialog.getByRole('button', { name: 'What changed' }).click();
  await page.getByRole('heading', { name: 'Compare attempts' }).waitFor();
  await rm(code.path, { recursive: true });
  await strip.getByText(/^It ended\. .*There is no folder/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await strip.getByRole('button', { name: 'Put this away' }).click();
  await strip.waitFor({ state: 'detached' });
  await page.close();
});

it('the keys and the whole field of the Trigger panel work when it is opened first', async () => {
  await using folder = await temporaryFolder();
  await using handler = await orderHandler();
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  // Before the first event there is no list to wait for.
  await sendOrder(hooktap, 'A');
  await expect.poll(() => handler.got.length).toBe(1);
  const page = await openInspector(chromium, hooktap);
  await page.goto(`${hooktap.ready.inspector}/trigger/zapi?sample=ReceivedCallback`);
  const field = page.locator('.code-editor');
  await page.locator('.cm-content').waitFor();
  const widths = async () => {
    const boxes = [await field.boundingBox(), await page.locator('.trigger-editor').boundingBox()];
    return new Set(boxes.map((box) => box?.width)).size;
  };
  await expect.poll(widths).toBe(1);
  await expect.poll(() => page.getByRole('button', { name: /^Send/ }).isEnabled()).toBe(true);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => handler.got.length).toBe(2);

  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('\n');
  await page.getByText('changed', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Open the event' }).click();
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  await page.goBack();
  // What was changed, and what came of what was sent, outlast the look at the event.
  await page.getByText('changed', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Open the event' }).waitFor();
  await expect.poll(() => page.locator('.cm-line').first().innerText()).toBe('\n');
  await page.close();
});

it('two events are compared by structure, and so are the last attempts of each', async () => {
  await using folder = await temporaryFolder();
  await using handler = await orderHandler();
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  await sendOrder(hooktap, null, '/one');
  await sendOrder(hooktap, 'A', '/two');
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/two').click();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'Compare events' }).waitFor();
  await page.getByRole('row', { name: /^number .*type changed$/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Their last attempts' }).click();
  await page.getByRole('row', { name: /^order .*(added|removed)$/ }).waitFor();
  await page.getByRole('row', { name: /^Hooktap-Event-Id .*as always$/ }).waitFor();
  await page.getByText(/^\d+ differences, \d+ dimmed$/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Their events' }).click();
  await page.getByRole('heading', { name: 'Compare events' }).waitFor();
  await page.close();
});
