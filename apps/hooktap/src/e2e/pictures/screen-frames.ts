import { BatchRequest } from '@hooktap/protocol';
import type { Page } from 'playwright-core';
import { eventStands, type Frame, listStands, type Scenery, stands } from './frame.ts';

const ofEvent = (name: keyof Scenery['events']) => (scenery: Scenery) => `/events/${scenery.events[name]}`;

/** Presses keys one after the other, in the list unless the focus is elsewhere. */
const press =
  (...keys: readonly string[]) =>
  async (page: Page) => {
    await eventStands(page);
    for (const key of keys) await page.keyboard.press(key);
  };
const opens =
  (selector: string, ...keys: readonly string[]) =>
  async (page: Page) => {
    await press(...keys)(page);
    await page.locator(selector).first().waitFor();
    await stands(page);
  };

/** Asks for a dialog by the name of its command, which is its title too. */
async function commandOpens(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('[cmdk-input]').fill(words);
  await page.locator('[cmdk-item]').filter({ hasText: words }).first().click();
  await page.locator('dialog[open] h2').filter({ hasText: words }).waitFor();
}

async function twoMarked(page: Page): Promise<void> {
  await press('x', 'Shift+J')(page);
  await page.locator('.event-row.marked').nth(1).waitFor();
}

async function withBatch({ rig }: Scenery): Promise<void> {
  rig.before(0);
  const started = await rig.hooktap.inspection.batches.start(BatchRequest.parse({ q: 'provider:zapi' }));
  if (!started.ok) throw new Error(started.error.message);
  await rig.until(() => rig.hooktap.inspection.batches.get(started.value.id)?.state !== 'running');
}

/** What lies over the list and the event, or takes their place. */
export const overFrames: readonly Frame[] = [
  { name: 'palette', path: ofEvent('retrying'), open: opens('[cmdk-item]', 'Control+k') },
  { name: 'keys', path: ofEvent('retrying'), open: opens('dialog[open] dl', '?') },
  { name: 'editor', path: ofEvent('retrying'), open: opens('.code-editor', 'e') },
  { name: 'compare-attempts', path: ofEvent('twoAttempts'), open: opens('.compare', 'c') },
  { name: 'marked', path: ofEvent('twoAttempts'), open: twoMarked },
  {
    name: 'compare-events',
    path: ofEvent('duplicate'),
    open: async (page) => {
      await twoMarked(page);
      await page.keyboard.press('c');
      await page.locator('.compare').waitFor();
      await stands(page);
    },
  },
  {
    name: 'batch-dialog',
    path: ofEvent('twoAttempts'),
    open: async (page) => {
      await twoMarked(page);
      await page.keyboard.press('r');
      await page.locator('dialog[open] .dialog-inside').waitFor();
      await stands(page);
    },
  },
  {
    name: 'list-menu',
    path: ofEvent('retrying'),
    open: async (page) => {
      await eventStands(page);
      await page.locator('.list-more').click();
      await page.locator('[role=menu]').waitFor();
    },
  },
  {
    name: 'row-menu',
    path: ofEvent('retrying'),
    open: async (page) => {
      await eventStands(page);
      await page.locator('.event-row .cell-type').nth(3).click({ button: 'right' });
      await page.locator('[role=menu]').waitFor();
    },
  },
  {
    name: 'columns',
    path: ofEvent('retrying'),
    open: async (page) => {
      await eventStands(page);
      await page.locator('.list-more').click();
      await page.locator('[role=menuitem]').filter({ hasText: 'Columns' }).click();
      await page.locator('dialog[open] .dialog-inside').waitFor();
    },
  },
  {
    name: 'comfortable-relative',
    path: () => '/',
    open: async (page) => {
      await page.locator('.event-row').first().waitFor();
      for (const nth of [1, 3]) {
        await page.locator('.list-more').click();
        await page.locator('[role=menuitemradio]').nth(nth).click();
      }
      await page.locator('[role=menu]').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'export',
    path: () => '/',
    open: async (page) => {
      await listStands(page);
      await commandOpens(page, 'Export');
      // Stand-ins are others each time.
      await page.locator('dialog[open] input[type=checkbox]').first().uncheck();
      await page.locator('dialog[open] .button.primary:not([disabled])').waitFor();
    },
  },
  ...(
    [
      ['import', 'Import'],
      ['saved-requests', 'Saved requests'],
      ['replay-on-save', 'Replay on save'],
    ] as const
  ).map(
    ([name, words]): Frame => ({
      name,
      path: () => '/',
      open: async (page) => {
        await listStands(page);
        await commandOpens(page, words);
        await stands(page);
      },
    }),
  ),
  {
    name: 'deleted',
    path: ofEvent('repeated'),
    open: async (page) => {
      await press('Backspace')(page);
      await page.locator('.undo-bar').waitFor();
      await stands(page);
    },
    after: async ({ rig, events }) => void (await rig.hooktap.inspection.restore({ ids: [events.repeated] })),
  },
  {
    name: 'found-in-body',
    path: ({ events }) => `/events/${events.retrying}?tab=body`,
    open: async (page) => {
      await eventStands(page);
      await page.locator('.detail .section-head .icon-only').first().click();
      await page.keyboard.type('message');
      await page.locator('mark.current').waitFor();
    },
    part: '.detail',
  },
];

const panelStands = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().waitFor();
  await stands(page);
};

/** Every panel but that of the events. */
export const panelFrames: readonly Frame[] = [
  { name: 'deliveries', path: () => '/deliveries', open: panelStands('[role=option]') },
  {
    name: 'delivery',
    path: () => '/deliveries?status=failed',
    open: async (page) => {
      await panelStands('[role=option]')(page);
      await page.keyboard.press('j');
      await page.locator('.attempt').first().waitFor();
      await stands(page);
    },
  },
  { name: 'threads', path: () => '/threads', open: panelStands('.threads > li') },
  { name: 'endpoints', path: () => '/endpoints', open: panelStands('[data-endpoint]') },
  {
    name: 'endpoint-form',
    path: () => '/endpoints',
    open: async (page) => {
      await panelStands('[data-endpoint]')(page);
      await page.keyboard.press('n');
      await page.locator('dialog[open] form').waitFor();
    },
  },
  { name: 'trigger', path: () => '/trigger/zavu?sample=message.inbound', open: panelStands('.code-editor') },
  {
    name: 'scenario',
    path: () => '/trigger/zavu?scenario=conversation',
    open: panelStands('main form'),
  },
  { name: 'drift', path: () => '/drift', open: panelStands('main.drift table, main.drift li') },
  { name: 'tunnel', path: () => '/tunnel', open: panelStands('.tunnel-panel section') },
  { name: 'registrations', path: () => '/registrations', open: panelStands('.registrations-panel') },
  { name: 'replays-none', path: () => '/replays', open: panelStands('.panel-empty') },
  { name: 'replays', before: withBatch, path: () => '/replays', open: panelStands('[data-batch]') },
];
