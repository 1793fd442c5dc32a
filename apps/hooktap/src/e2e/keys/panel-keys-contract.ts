import { expect } from 'vitest';
import { stands } from '../pictures/frame.ts';
import { pressPair } from '../test-support/inspector-page.ts';
import type { KeyPromises, KeyStage } from './key-stage.ts';

/** To the panels and in them, and in a comparison. */
export const panelKeys: KeyPromises = {
  'G E': (stage) => toPanel(stage, 'e', /:\d+\/$/, '/deliveries'),
  'G D': (stage) => toPanel(stage, 'd', /\/deliveries/),
  'G H': (stage) => toPanel(stage, 'h', /\/threads/),
  'G N': (stage) => toPanel(stage, 'n', /\/endpoints/),
  'G R': (stage) => toPanel(stage, 'r', /\/replays/),
  'G F': (stage) => toPanel(stage, 'f', /\/drift/),
  'G U': (stage) => toPanel(stage, 'u', /\/tunnel/),
  'G P': (stage) => toPanel(stage, 'p', /\/registrations/),
  T: async (stage) => {
    await stage.openEvent('retrying');
    await stage.type('t');
    await stage.goes(/\/trigger/);
  },
  'Comparison: N ⇧ N': async (stage) => {
    await openComparison(stage);
    await stage.type('n', 'n', 'Shift+N');
    await stage.page.locator('[data-difference][data-current]').waitFor();
  },
  'Comparison: X': async (stage) => {
    await openComparison(stage);
    const before = stage.page.url();
    await stage.type('x');
    await stage.page.waitForURL((url) => url.href !== before);
  },
  'Delivery log: R': async (stage) => {
    await openLog(stage);
    await stage.type('j');
    await stage.page.locator('.attempts > li').first().waitFor();
    await stage.type('r');
    await stage.page.locator('.attempts > li').nth(1).waitFor();
  },
  'Delivery log: S': async (stage) => {
    await openLog(stage, 'retrying');
    await stage.type('j', 's');
    await stage.page.locator('#delivery-list [role=option]', { hasText: 'cancelled' }).waitFor();
  },
  'Delivery log: O': async (stage) => {
    await openLog(stage);
    await stage.type('j', 'o');
    await stage.goes(/\/events\/evt_/);
  },
  'Delivery log: E': async (stage) => {
    await openLog(stage);
    await stage.type('j', 'e');
    await stage.goes(/edit=1/);
  },
  'Endpoints: P': (stage) => changesOrders(stage, 'p', 'p'),
  'Endpoints: H': (stage) => changesOrders(stage, 'h', 'h'),
  'Endpoints: B': (stage) => changesOrders(stage, 'b', 'p'),
  'Endpoints: E': async (stage) => {
    // Those of the config file are changed there.
    await stage.rig.client.putEndpoint({ name: 'ours', path: '/ours' });
    await stage.open('/endpoints/ours');
    await stage.page.locator('[data-endpoint=ours]').waitFor();
    await stands(stage.page);
    await stage.type('e');
    await stage.page.locator('dialog[open] form').waitFor();
  },
  'Endpoints: N': async (stage) => {
    await openOrders(stage);
    await stage.type('n');
    await stage.page.locator('dialog[open] form').waitFor();
  },
};

async function openComparison(stage: KeyStage): Promise<void> {
  await stage.openEvent('twoAttempts');
  await stage.type('c');
  await stage.page.locator('[data-difference]').nth(1).waitFor();
}

async function openLog(stage: KeyStage, status?: string): Promise<void> {
  await stage.open(`/deliveries${status === undefined ? '' : `?status=${status}`}`);
  await stage.page.locator('#delivery-list [role=option]').first().waitFor();
  await stands(stage.page);
}

async function openOrders(stage: KeyStage) {
  await stage.open('/endpoints/orders');
  const orders = stage.page.locator('[data-endpoint=orders]');
  await orders.waitFor();
  await stands(stage.page);
  return orders;
}

/** Each key changes what is said of the endpoint. */
async function changesOrders(stage: KeyStage, ...keys: readonly string[]): Promise<void> {
  const orders = await openOrders(stage);
  for (const key of keys) {
    const before = await orders.innerText();
    await stage.type(key);
    await expect.poll(() => orders.innerText()).not.toBe(before);
  }
}

async function toPanel(stage: KeyStage, key: string, address: RegExp, from = '/'): Promise<void> {
  await stage.open(from);
  await stage.page.locator('main').waitFor();
  await pressPair(stage.page, 'g', key);
  await stage.goes(address);
}
