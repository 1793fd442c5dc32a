import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { startHooktap } from './test-support/hooktap-process.ts';
import { openInspector, rowOf } from './test-support/inspector-page.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

const fontsAreThere = `document.fonts.status === 'loaded'`;

/** Holds back what the page asks for at an address that fits, until it is let come. */
async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  let letCome = () => {};
  const coming = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(address, async (route) => {
    await coming;
    await route.continue();
  });
  return letCome;
}

/** Puts a finger down on a row; the finger, to be lifted. */
async function fingerOn(page: Page, target: string) {
  const box = await rowOf(page, target).boundingBox();
  if (!box) throw new Error('The row is not on the screen.');
  const finger = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  return finger;
}

it('opens the event that a finger went down on, though another one stands in its row when it is lifted', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/first' });
  const id = await hooktap.captured('/first');
  const page = await openInspector(chromium, hooktap);
  const finger = await fingerOn(page, '/first');
  await send(hooktap.receiverPort, { target: '/second' });
  await rowOf(page, '/second').waitFor();
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForURL(/\/events\//);
  expect(new URL(page.url()).pathname).toBe(`/events/${id}`);

  // The press is used up: a click that had no pointer is for its own row.
  const second = await hooktap.captured('/second');
  await rowOf(page, '/second').dispatchEvent('click', { detail: 1 });
  await page.waitForURL(`**/events/${second}*`);
});

it('has the menu of a long press for the event that the finger went down on, of a mouse for its row', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/first' });
  const page = await openInspector(chromium, hooktap);
  const edit = page.getByRole('menuitem', { name: 'Edit and replay' });
  const without = page.getByRole('menuitem', { name: /^Without/ });
  await fingerOn(page, '/first');
  await send(hooktap.receiverPort, { target: '/second' });
  const cell = rowOf(page, '/second').locator('[data-term*="/second"]').first();
  await cell.dispatchEvent('contextmenu');
  await edit.waitFor();
  expect(await without.count()).toBe(0);
  await edit.press('Enter');
  await page.waitForURL(`**/events/${await hooktap.captured('/first')}?edit=1`);

  await page.goto(`${hooktap.ready.inspector}/`);
  await cell.click({ button: 'right' });
  await without.waitFor();
  await edit.press('Enter');
  await page.waitForURL(`**/events/${await hooktap.captured('/second')}?edit=1`);
});

it('lets no part of the editor, of a comparison or of a panel move when what is fetched ahead comes', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  const headers = [['Content-Type', 'text/plain']] as const;
  for (const target of ['/first', '/second'])
    await send(hooktap.receiverPort, { target, headers, body: 'a' });
  const [first, second] = [await hooktap.captured('/first'), await hooktap.captured('/second')];
  const paths = {
    [`/events/${first}?edit=1`]: '.header-rows',
    [`/events/${first}?compare=${second}`]: '.compare-table',
    '/trigger/zavu?sample=message.inbound': '.trigger-editor .code-editor',
  };
  for (const [path, last] of Object.entries(paths)) {
    const page = await chromium.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(30_000);
    // Nothing is fetched ahead before the list is there.
    const letCome = await holdBack(page, /\/api\/events\?/);
    await page.goto(`${hooktap.ready.inspector}${path}#token=${hooktap.ready.token}`);
    await page.locator(last).waitFor();
    await page.waitForFunction(fontsAreThere);
    const places = () =>
      page.locator('main').evaluate((main) =>
        [...main.querySelectorAll('h3, button, input')].map((part) => {
          const { x, y, width } = part.getBoundingClientRect();
          return `${part.textContent}${part.ariaLabel ?? ''}: ${x}, ${y}, ${width}`;
        }),
      );
    const before = await places();
    const ahead = page.waitForResponse(/\/assets\/EventDetail-.*\.css/);
    letCome();
    await (await ahead).finished();
    await page.waitForLoadState('networkidle');
    expect(await places(), path).toEqual(before);
    await page.close();
  }
});

it('lets no tab of an event move when the rest of the event comes', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/first' });
  const page = await openInspector(chromium, hooktap);
  const letCome = await holdBack(page, /\/api\/events\/evt_\w+$/);
  await rowOf(page, '/first').click();
  const raw = page.getByRole('tab', { name: 'Raw' });
  await raw.waitFor();
  await page.waitForFunction(fontsAreThere);
  const place = async () => Math.round((await raw.boundingBox())?.x ?? 0);
  const before = await place();
  letCome();
  // As many figures as the place that was kept: Host, Content-Length and Connection.
  await page.getByRole('tab', { name: 'Headers 3' }).waitFor();
  expect(await place()).toBe(before);
});

it('makes each change of the tags of what the one before leaves, and loses no letter typed meanwhile', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/first' });
  const id = await hooktap.captured('/first');
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/first').click();
  const field = page.getByRole('textbox', { name: 'Add a tag' });
  const letCome = await holdBack(page, /\/api\/events\/evt_\w+$/);
  for (const tag of ['one', 'two']) {
    await field.pressSequentially(tag);
    await field.press('Enter');
  }
  await field.pressSequentially('thr');
  letCome();
  const tags = page.getByRole('list', { name: 'Tags' });
  await tags.getByText('two', { exact: true }).waitFor();
  await field.pressSequentially('ee');
  await field.press('Enter');
  await expect.poll(async () => (await hooktap.client.event(id)).tags).toEqual(['one', 'two', 'three']);

  await field.pressSequentially('oops');
  await field.press('Escape');
  await expect.poll(() => field.evaluate((input) => input.matches(':focus'))).toBe(false);
  await field.pressSequentially('four');
  await field.press('Enter');
  await expect
    .poll(async () => (await hooktap.client.event(id)).tags)
    .toEqual(['one', 'two', 'three', 'four']);
});

it('gives no key to what lies below a dialog that is still being loaded', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  const page = await chromium.newPage();
  page.setDefaultTimeout(30_000);
  const letCome = await holdBack(page, /\/assets\/EndpointForm-.*\.js/);
  await page.goto(`${hooktap.ready.inspector}/endpoints#token=${hooktap.ready.token}`);
  await page.getByRole('heading', { name: 'Endpoints' }).waitFor();
  const asked = page.waitForRequest(/\/assets\/EndpointForm-.*\.js/);
  await page.keyboard.press('n');
  await asked;
  await page.keyboard.press('t');
  letCome();
  const form = page.getByRole('dialog', { name: 'New endpoint' });
  await form.getByLabel('Name').fill('orders');
  expect(new URL(page.url()).pathname).toBe('/endpoints');
});
