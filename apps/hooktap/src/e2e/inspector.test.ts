import { gzipSync } from 'node:zlib';
import { startHttpHandler } from '@hooktap/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { startHooktap } from './test-support/hooktap-process.ts';
import { faultsOf, openInspector, rowOf } from './test-support/inspector-page.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

const json = [['Content-Type', 'application/json']] as const;

it('asks before it replays what the shield blocked', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startHttpHandler((_request, response) => response.writeHead(204).end());
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  expect((await send(hooktap.receiverPort, { target: '/.env' })).statusCode).toBe(404);
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/.env').click();

  await page.keyboard.press('r');
  const question = page.getByRole('dialog', { name: 'Replay a blocked request' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'hidden' });
  const id = await hooktap.captured('/.env');
  expect((await hooktap.client.event(id)).deliveries).toEqual([]);

  await page.keyboard.press('r');
  await question.getByText('Send it to your handler?').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await question.getByRole('button', { name: 'Replay it anyway' }).click();
  await page.locator('.attempts > li').getByText('204').waitFor();
  expect((await hooktap.client.event(id)).deliveries).toHaveLength(1);
});

it('marks several events, deletes them and takes it back', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  for (const target of ['/one', '/two', '/three', '/four']) await send(hooktap.receiverPort, { target });
  const page = await openInspector(chromium, hooktap);
  const rows = page.locator('#event-list').getByRole('option');
  await rows.nth(3).waitFor();

  await rowOf(page, '/two').click();
  await page.keyboard.press('x');
  await rowOf(page, '/four').click({ modifiers: ['Shift'] });
  const bar = page.getByLabel('Selected events');
  await bar.getByText('3 events').waitFor();
  await rowOf(page, '/three').click({ modifiers: ['Control'] });
  await bar.getByText('2 events').waitFor();
  await page.keyboard.press('Backspace');
  await page.getByLabel('Deleted').getByText('Deleted 2 events').waitFor();
  await rowOf(page, '/four').waitFor({ state: 'detached' });
  await expect.poll(() => rows.count()).toBe(2);
  await page.keyboard.press('z');
  await rowOf(page, '/two').waitFor();
  await expect.poll(() => rows.count()).toBe(4);
});

it('shows JSON as it was sent, however large, and finds words in it', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  const odd =
    '{"big":12345678901234567890123,"dup":1,"dup":2,"list":[{"text":"a\\u202eb"}],"lone":"\\ud800"}';
  await send(hooktap.receiverPort, { target: '/odd', headers: json, body: odd });
  await send(hooktap.receiverPort, { target: '/broken', headers: json, body: '{"a":1,\n"b":[1,,2]}' });
  const line = `{"line":"${'0123456789'.repeat(600_000)}needle${'9876543210'.repeat(300_000)}"}`;
  await send(hooktap.receiverPort, { target: '/line', headers: json, body: line });
  const page = await openInspector(chromium, hooktap);
  const body = page.getByRole('tabpanel', { name: 'Body' });
  const tree = body.getByRole('tree');

  await rowOf(page, '/odd').click();
  await page.keyboard.press('2');
  await tree.getByText('12345678901234567890123').waitFor();
  await tree.getByText('this key came before').waitFor();
  await tree.getByRole('treeitem').filter({ hasText: '"text"' }).click();
  await body.getByText('list[0].text').waitFor();
  await body.getByText('reads a⟨U+202E⟩b').waitFor();
  await tree.press('ArrowLeft');
  await tree.press('ArrowLeft');
  await tree.getByText('1 member').waitFor();

  await rowOf(page, '/broken').click();
  await body.getByText('line 2, column 8').waitFor();
  await body.getByRole('button', { name: 'Show the place' }).click();
  await body.locator('mark').waitFor();

  await rowOf(page, '/line').click();
  await body.getByRole('radio', { name: 'Text' }).click();
  await body.getByRole('button', { name: 'Find in this body' }).click();
  await page.keyboard.type('needle');
  await body.getByText('1 of 1').waitFor();
  await body.locator('mark.current').waitFor();
  expect(await body.locator('.code-line').count()).toBeLessThan(200);
});

it('keeps of a form with 50,000 fields only those in sight, and a broken text harms no other', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  const rest = Array.from({ length: 49_999 }, (_, index) => `field${index + 1}=value`);
  const fields = [`field0=${'x'.repeat(3000)}`, ...rest].join('&');
  await send(hooktap.receiverPort, {
    target: '/form',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: fields,
  });
  await send(hooktap.receiverPort, { target: '/broken', headers: json, body: '{"a":{"b":"half' });
  const page = await openInspector(chromium, hooktap);

  await rowOf(page, '/broken').click();
  await page.getByRole('tab', { name: 'Body' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Body' });
  await panel.getByText('"half').click();
  await panel.getByText('a.b', { exact: true }).waitFor();
  await panel.getByRole('button', { name: 'Show the place' }).click();
  expect(await panel.locator('mark').textContent()).toBe('f');

  await rowOf(page, '/form').click();
  await page.getByRole('tab', { name: 'Body' }).click();
  await panel.getByText('field59', { exact: true }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Show all' }).click();
  await panel.evaluate((box) => {
    box.scrollTop = box.scrollHeight;
  });
  await panel.getByText('field49999', { exact: true }).waitFor();
  expect(await panel.locator('dt').count()).toBeLessThan(1000);
  // What was opened far away is still open.
  expect(await panel.getByText('x'.repeat(3000)).count()).toBe(1);
});

it('ends work on a body that nobody looks at any more, and says what does not decode', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/endless', headers: json, body: '['.repeat(200_000) });
  const words = Array.from({ length: 20_000 }, (_, index) => `word${index}`);
  await send(hooktap.receiverPort, { target: '/next', headers: json, body: JSON.stringify(words) });
  const packed = [...json, ['Content-Encoding', 'gzip']] as const;
  await send(hooktap.receiverPort, {
    target: '/torn',
    headers: packed,
    body: 'not packed',
  });
  const page = await openInspector(chromium, hooktap);
  const panel = page.getByRole('tabpanel', { name: 'Body' });

  // The first worker never comes to its end.
  let isFirst = true;
  await page.route(/body\.worker/, (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    return route.fulfill({ contentType: 'text/javascript', body: 'self.onmessage = () => {};' });
  });
  // Its end may come as soon as another tab is looked at.
  const reading = page.waitForEvent('worker');
  const ended = reading.then((worker) => worker.waitForEvent('close'));
  await rowOf(page, '/endless').click();
  await page.getByRole('tab', { name: 'Body' }).click();
  await reading;
  await rowOf(page, '/next').click();
  await page.getByRole('tab', { name: 'Body' }).click();
  await panel.getByText('"word7"').waitFor();
  await ended;

  await rowOf(page, '/torn').click();
  await page.getByRole('tab', { name: 'Body' }).click();
  await panel
    .getByText('The body does not decode: incorrect header check. Choose “As sent” to see its bytes.')
    .waitFor();
});

it('narrows the list by a value that is clicked, and says what it cannot read', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/a', headers: [['X-Kind', 'red']] });
  await send(hooktap.receiverPort, { target: '/b', headers: [['X-Kind', 'blue']] });
  const page = await openInspector(chromium, hooktap);
  const field = page.getByRole('combobox', { name: 'Filter events' });
  await rowOf(page, '/a').click();
  await page.keyboard.press('3');
  await page.getByRole('button', { name: 'red', exact: true }).click();
  await rowOf(page, '/b').waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('header.x-kind:=red');
  await page.goBack();
  await rowOf(page, '/b')
    .locator('.cell-request')
    .click({ modifiers: ['Alt'] });
  await rowOf(page, '/b').waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('-path:=/b');

  await field.fill('status:faild');
  await page.getByRole('button', { name: 'Use failed' }).click();
  await page.getByText('No event matches').waitFor();
  expect(await field.inputValue()).toBe('status:failed');
  await field.fill('stat');
  await page.getByRole('option', { name: 'status:' }).waitFor();
  await field.press('ArrowDown');
  await field.press('Enter');
  expect(await field.inputValue()).toBe('status:');
});

it('compares two attempts by what differs', async () => {
  await using folder = await temporaryFolder();
  let answer = { ok: false, error: 'no such order' } as object;
  await using handler = await startHttpHandler((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  await send(hooktap.receiverPort, { target: '/orders', headers: json, body: '{"order":1}' });
  const id = await hooktap.captured('/orders');
  await hooktap.settled(id);
  answer = { ok: true };
  await hooktap.client.replay(id);
  await hooktap.settled(id, 2);
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/orders').click();
  await page.locator('.attempts > li').nth(1).waitFor();
  await page.keyboard.press('c');
  const table = page.getByRole('table');
  await table.getByRole('row', { name: /^error .*removed$/ }).waitFor();
  await table.getByRole('row', { name: /^ok false true ?changed$/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
});

it('says of bodies that they are too large to be compared by their text', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  for (const letter of ['x', 'y']) {
    const headers = [['Content-Encoding', 'gzip'], ...json] as const;
    const body = gzipSync(JSON.stringify(letter.repeat(16_000_000))).toString('latin1');
    await send(hooktap.receiverPort, { target: `/${letter}`, headers, body });
  }
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/y').click();
  for (const key of ['x', 'j', 'x', 'c']) await page.keyboard.press(key);
  await page.getByText('What is larger than 16.0 MB is not compared by its text.').waitFor();
});

it('loses no key that follows Escape at once', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/a', headers: json, body: '{}' });
  const page = await openInspector(chromium, hooktap);
  const palette = page.getByRole('dialog', { name: 'Any command' });
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  for (let time = 0; time < 5; time += 1) {
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('?')]);
    await sheet.waitFor();
    await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('Control+k')]);
    await palette.waitFor();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
  }
});

it('loses no key that comes the moment a panel is drawn', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/a', headers: json, body: '{}' });
  const page = await openInspector(chromium, hooktap);
  await page.evaluate(`new MutationObserver((_changes, drawn) => {
    if (!document.querySelector('main.panel')) return;
    drawn.disconnect();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
  }).observe(document.body, { childList: true, subtree: true })`);
  await page.getByRole('link', { name: 'Endpoints' }).click();
  await page.getByRole('dialog', { name: 'New endpoint' }).waitFor();
});

it.each([
  { colorScheme: 'light', width: 1440, height: 900 },
  { colorScheme: 'dark', width: 360, height: 740 },
] as const)('is fit for all in $colorScheme at $width pixels', async (look) => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/a', headers: json, body: '{"a":[1,{"b":"x"}]}' });
  const page = await openInspector(chromium, hooktap, look);
  await rowOf(page, '/a').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await rowOf(page, '/a').click();
  for (const tab of ['Overview', 'Body', 'Headers', 'Raw']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel', { name: tab }).locator('.section').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Any command' }).getByRole('option').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.getByRole('heading', { name: 'Edit and replay' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
