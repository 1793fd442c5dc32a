import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventStands, listStands, stands } from './pictures/frame.ts';
import { type PictureEvents, sendPictureEvents } from './pictures/picture-events.ts';
import { openPictureHooktap, type PictureHooktap } from './pictures/picture-hooktap.ts';
import { openChromium } from './test-support/chromium.ts';

let browser: Browser;
let rig: PictureHooktap;
let events: PictureEvents;
let page: Page;
beforeAll(async () => {
  browser = await openChromium();
  const permissions = ['clipboard-read', 'clipboard-write'];
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, permissions });
  page.setDefaultTimeout(15_000);
  rig = await openPictureHooktap();
  events = await sendPictureEvents(rig);
});
afterAll(async () => {
  await browser.close();
  await rig[Symbol.asyncDispose]();
});

async function open(path: string): Promise<void> {
  // Only the fragment may differ from where it is: then it would not be loaded anew.
  await page.goto('about:blank');
  await page.goto(`${rig.origin}${path}#token=${rig.token}`);
}
const openEvent = async (name: keyof PictureEvents) => {
  await open(`/events/${events[name]}`);
  await eventStands(page);
};
const openEditor = async (name: keyof PictureEvents) => {
  await open(`/events/${events[name]}?edit=1`);
  await page.locator('.code-editor .cm-content').first().waitFor();
  await stands(page);
};
const type = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Waits until the address is one that fits. */
const goes = (to: RegExp) => page.waitForURL(to);
const focusIn = (selector: string) => page.locator(`${selector}:focus-within`).first().waitFor();

/** What each line of the sheet promises, by its keys. */
const promises: Readonly<Record<string, () => Promise<unknown>>> = {
  'J K': async () => {
    await openEvent('retrying');
    await type('j');
    await goes(new RegExp(`/events/(?!${events.retrying})`));
    await type('k');
    await goes(new RegExp(events.retrying));
  },
  '↵': async () => {
    await openEvent('retrying');
    await type('j', 'k', 'Enter');
    await focusIn('.detail-tab');
  },
  '/': async () => {
    await openEvent('retrying');
    await type('/');
    await focusIn('#filter');
  },
  V: async () => {
    await openEvent('retrying');
    await type('v');
    await page.locator('[role=menu]').waitFor();
  },
  'Ctrl K': async () => {
    await openEvent('retrying');
    await type('Control+k');
    // Typed before its list is there, and neither lost nor taken for a command.
    await page.keyboard.type('export');
    await page.locator('[cmdk-item]').first().waitFor();
    expect(await page.locator('.palette-input').inputValue()).toBe('export');
  },
  R: async () => {
    await openEvent('unknown');
    await type('r');
    await page.locator('.attempts > li').nth(1).waitFor();
  },
  E: async () => {
    await openEvent('retrying');
    await type('e');
    await page.locator('.code-editor').waitFor();
  },
  '← →': async () => {
    await openEvent('message');
    await page.getByRole('button', { name: 'Group by thread' }).click();
    const head = page.locator('#event-list[role=tree] [aria-expanded]').first();
    const id = await head.getAttribute('id');
    await head.click();
    const isOpen = (open: boolean) => page.locator(`#${id}[aria-expanded=${open}]`).waitFor();
    await type('ArrowRight');
    await isOpen(true);
    await type('ArrowLeft');
    await isOpen(false);
    await type('ArrowRight');
    await isOpen(true);
    await page.getByRole('button', { name: 'Group by thread' }).click();
  },
  'Ctrl ↵ R': async () => {
    await openEditor('form');
    const sent = async (times: number) =>
      rig.event(events.form, ({ deliveries }) => deliveries.length >= times);
    const before = (await sent(0)).deliveries.length;
    await type('Control+Enter');
    await sent(before + 1);
    await page.locator('.result .section').first().waitFor();
    await stands(page);
    await type('r');
    await sent(before + 2);
  },
  'Ctrl S': async () => {
    await openEditor('form');
    await type('Control+s');
    await page.locator('dialog[open] form').waitFor();
  },
  D: async () => {
    await openEditor('form');
    await type('Control+Enter');
    const chosen = page.locator('.result .segment[data-state=on]').first();
    const before = await chosen.innerText();
    await type('d');
    await expect.poll(() => chosen.innerText()).not.toBe(before);
  },
  Y: async () => {
    await openEvent('retrying');
    await type('y');
    await page.locator('.undo-bar').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^curl /);
  },
  C: async () => {
    await openEvent('twoAttempts');
    await type('c');
    await page.locator('.compare').waitFor();
  },
  P: async () => {
    await openEvent('xml');
    await type('p');
    await page.locator('.detail-actions [aria-pressed=true]').waitFor();
    await type('p');
    await page.locator('.detail-actions [aria-pressed=false]').waitFor();
  },
  N: async () => {
    await openEvent('retrying');
    await type('n');
    await page.locator('.detail textarea:focus').waitFor();
  },
  X: async () => {
    await openEvent('retrying');
    await type('x');
    await page.locator('.event-row.marked').waitFor();
  },
  '⇧ J ⇧ K': async () => {
    await openEvent('retrying');
    await type('Shift+J', 'Shift+J', 'Shift+K');
    await page.locator('.event-row.marked').nth(1).waitFor();
  },
  '⌫': async () => {
    await openEvent('repeated');
    await type('Backspace');
    await page.locator(`[data-event=${events.repeated}]`).waitFor({ state: 'detached' });
  },
  Z: async () => {
    await openEvent('binary');
    await type('Backspace');
    await page.locator('.undo-bar').waitFor();
    await type('z');
    await page.locator('.undo-bar').waitFor({ state: 'detached' });
  },
  '1 … 6': async () => {
    await openEvent('retrying');
    for (const [index, tab] of ['body', 'headers', 'signature', 'deliveries', 'raw'].entries()) {
      await type(String(index + 2));
      await goes(new RegExp(`tab=${tab}`));
    }
    await type('1');
    await goes(/\/events\/[^?]+$/);
  },
  'G E': () => toPanel('e', /:\d+\/$/, '/deliveries'),
  'G D': () => toPanel('d', /\/deliveries/),
  'G H': () => toPanel('h', /\/threads/),
  'G N': () => toPanel('n', /\/endpoints/),
  'G R': () => toPanel('r', /\/replays/),
  'G F': () => toPanel('f', /\/drift/),
  'G U': () => toPanel('u', /\/tunnel/),
  'G P': () => toPanel('p', /\/registrations/),
  T: async () => {
    await openEvent('retrying');
    await type('t');
    await goes(/\/trigger/);
  },
  '[ ]': async () => {
    await openEvent('message');
    await page.locator('.thread-section').waitFor();
    await type(']');
    await goes(new RegExp(`/events/(?!${events.message})`));
    await page.locator('.thread-section[aria-busy=false]').waitFor();
    await type('[');
    await goes(new RegExp(events.message));
  },
  'Comparison: N ⇧ N': async () => {
    await openComparison();
    await type('n', 'n', 'Shift+N');
    await page.locator('[data-difference][data-current]').waitFor();
  },
  'Comparison: X': async () => {
    await openComparison();
    const before = page.url();
    await type('x');
    await page.waitForURL((url) => url.href !== before);
  },
  'Delivery log: R': async () => {
    await openLog();
    await type('j');
    await page.locator('.attempts > li').first().waitFor();
    await type('r');
    await page.locator('.attempts > li').nth(1).waitFor();
  },
  'Delivery log: S': async () => {
    await openLog('retrying');
    await type('j', 's');
    await page.locator('#delivery-list [role=option]', { hasText: 'cancelled' }).waitFor();
  },
  'Delivery log: O': async () => {
    await openLog();
    await type('j', 'o');
    await goes(/\/events\/evt_/);
  },
  'Delivery log: E': async () => {
    await openLog();
    await type('j', 'e');
    await goes(/edit=1/);
  },
  'Endpoints: P': () => changesOrders('p', 'p'),
  'Endpoints: H': () => changesOrders('h', 'h'),
  'Endpoints: B': () => changesOrders('b', 'p'),
  'Endpoints: E': async () => {
    // Those of the config file are changed there.
    await rig.client.putEndpoint({ name: 'ours', path: '/ours' });
    await open('/endpoints/ours');
    await page.locator('[data-endpoint=ours]').waitFor();
    await stands(page);
    await type('e');
    await page.locator('dialog[open] form').waitFor();
  },
  'Endpoints: N': async () => {
    await openOrders();
    await type('n');
    await page.locator('dialog[open] form').waitFor();
  },
  Esc: async () => {
    await openEvent('retrying');
    await type('Escape');
    await goes(/:\d+\/$/);
  },
  '?': async () => {
    await openEvent('retrying');
    await type('?');
    await page.locator('dialog[open] dl').first().waitFor();
  },
};

async function openComparison(): Promise<void> {
  await openEvent('twoAttempts');
  await type('c');
  await page.locator('[data-difference]').nth(1).waitFor();
}

async function openLog(status?: string): Promise<void> {
  await open(`/deliveries${status === undefined ? '' : `?status=${status}`}`);
  await page.locator('#delivery-list [role=option]').first().waitFor();
  await stands(page);
}

async function openOrders() {
  await open('/endpoints/orders');
  const orders = page.locator('[data-endpoint=orders]');
  await orders.waitFor();
  await stands(page);
  return orders;
}

/** Each key changes what is said of the endpoint. */
async function changesOrders(...keys: readonly string[]): Promise<void> {
  const orders = await openOrders();
  for (const key of keys) {
    const before = await orders.innerText();
    await type(key);
    await expect.poll(() => orders.innerText()).not.toBe(before);
  }
}

async function toPanel(key: string, address: RegExp, from = '/'): Promise<void> {
  await open(from);
  await page.locator('main').waitFor();
  await type('g', key);
  await goes(address);
}

/** Where they need no name of a place. */
const keysAlone: ReadonlySet<string> = new Set(['Everywhere', 'Events', 'Editor']);

it('the sheet names the keys that are tried here, and no others', async () => {
  await open('/');
  await listStands(page);
  await type('?');
  await page.locator('dialog[open] dl').first().waitFor();
  const named: string[] = [];
  for (const section of await page.locator('dialog[open] section').all()) {
    const where = await section.locator('h3').innerText();
    for (const line of await section.locator('dl > div').all()) {
      const keys = (await line.locator('kbd').allInnerTexts()).join(' ');
      named.push(keysAlone.has(where) ? keys : `${where}: ${keys}`);
    }
  }
  expect(named.toSorted()).toEqual(Object.keys(promises).toSorted());
});

it.each(Object.keys(promises))('%s does what the sheet says', async (keys) => {
  await promises[keys]?.();
});

it('gives the focus back to where it came from when something that lies over the page shuts', async () => {
  await openEvent('retrying');
  for (const button of ['.list-more', '.theme-switch', '.palette-key']) {
    await page.locator(button).focus();
    await type('Enter');
    await page.locator('[role=menu], dialog[open]').first().waitFor();
    await type('Escape');
    await page
      .locator('[role=menu], dialog[open]')
      .first()
      .waitFor({ state: 'detached' })
      .catch(() => undefined);
    await focusIn(button);
  }
  await page.locator('#event-list').focus();
  await type('?');
  await page.locator('dialog[open]').waitFor();
  await type('Escape');
  await focusIn('#event-list');
  expect(await page.locator('.event-row.open').getAttribute('data-event')).toBe(events.retrying);
});
