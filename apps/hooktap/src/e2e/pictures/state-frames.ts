import { arrive } from './arrivals.ts';
import { eventStands, type Frame, listStands, type Scenery, stands } from './frame.ts';
import { pictureTime, publicUrl } from './picture-hooktap.ts';

const root = () => '/';
const ofEvent = (name: keyof Scenery['events']) => (scenery: Scenery) => `/events/${scenery.events[name]}`;
const since = new Date(pictureTime - 30_000).toISOString();
const open = { state: 'open', reason: 'It is open.', url: publicUrl } as const;
const topBar = '.top-bar';

/** What the way in, the list and the connection may come to. */
export const stateFrames: readonly Frame[] = [
  { name: 'filtered', path: () => '/?q=provider:zapi%20status:failed', open: listStands },
  {
    name: 'filtered-to-nothing',
    path: () => '/?q=nowhere-to-be-found',
    open: (page) => page.locator('.nothing-found').waitFor(),
  },
  {
    name: 'query-fault',
    path: () => '/?q=staus:failed',
    open: async (page) => {
      await page.locator('#filter').focus();
      await page.locator('#filter-problem').waitFor();
    },
  },
  {
    name: 'completion',
    path: root,
    open: async (page) => {
      await listStands(page);
      await page.locator('#filter').fill('sig');
      await page.locator('#filter').press('End');
      await page.getByRole('listbox').getByRole('option').filter({ hasText: 'signature:' }).waitFor();
    },
  },
  {
    name: 'target-down',
    before: async ({ rig }) => {
      rig.handler.health = 'down';
      await rig.until(() => rig.hooktap.inspection.status().targets.every(({ health }) => health === 'down'));
    },
    path: root,
    open: listStands,
    part: topBar,
    after: async ({ rig }) => {
      rig.handler.health = 'up';
      await rig.until(() => rig.hooktap.inspection.status().targets.every(({ health }) => health === 'up'));
    },
  },
  ...(
    [
      ['tunnel-connecting', { state: 'connecting', reason: 'Asking localtunnel.me for a URL.', url: null }],
      ['tunnel-degraded', { state: 'degraded', reason: '2 of 10 connections are up.' }],
      [
        'tunnel-reconnecting',
        {
          state: 'reconnecting',
          reason: 'The server hung up.',
          nextTryAt: new Date(pictureTime + 8000).toISOString(),
        },
      ],
      ['tunnel-failed', { state: 'failed', reason: 'localtunnel.me cannot be reached.', url: null }],
      ['no-tunnel', { kind: 'none', state: 'closed', reason: 'Started without a tunnel.', url: null }],
    ] as const
  ).map(
    ([name, change]): Frame => ({
      name,
      before: ({ rig }) => rig.setTunnel({ since, ...change }),
      path: root,
      open: listStands,
      part: topBar,
      after: ({ rig }) => rig.setTunnel({ kind: 'localtunnel', ...open }),
    }),
  ),
  {
    name: 'url-changed',
    before: ({ rig }) => rig.setTunnel({ ...open, url: 'https://wet-fox-7.loca.lt', previousUrl: publicUrl }),
    path: root,
    open: async (page) => {
      await listStands(page);
      await page.locator('.banner').waitFor();
    },
    after: ({ rig }) => rig.setTunnel({ ...open, previousUrl: publicUrl }),
  },
  {
    name: 'held',
    before: async ({ rig }) => void (await rig.hooktap.inspection.endpoints.change('zavu', 'pause')),
    path: () => '/endpoints',
    open: async (page) => {
      await page.locator('[data-endpoint]').first().waitFor();
      await stands(page);
    },
    after: async ({ rig }) => void (await rig.hooktap.inspection.endpoints.change('zavu', 'resume')),
  },
  {
    name: 'replay-running',
    path: ofEvent('refused'),
    open: async (page, { rig }) => {
      await eventStands(page);
      rig.expect({ kind: 'hangs' });
      await page.keyboard.press('r');
      await page.locator('.attempts > li').nth(1).waitFor();
      await stands(page);
    },
    part: '.detail',
  },
  {
    name: 'arrivals-wait',
    path: root,
    open: async (page, { rig }) => {
      await listStands(page);
      await page.locator('#event-list').hover();
      await page.mouse.wheel(0, 400);
      for (const ago of [2, 1, 0]) await arrive(rig, { ago, path: '/hooks/crm' });
      await page.locator('.arrivals-button').waitFor();
    },
  },
  {
    name: 'refused',
    path: root,
    token: 'not-the-token',
    open: (page) => page.locator('.token-page').waitFor(),
  },
  {
    name: 'not-answering',
    path: ofEvent('retrying'),
    open: async (page, { rig }) => {
      await eventStands(page);
      await rig.stopAnswering();
      await page.locator('.banner').waitFor();
    },
  },
];

/** What a person sees who has just begun. */
export const firstRunFrames: readonly Frame<null>[] = [
  { name: 'first-run', path: root, open: (page) => page.locator('.first-run').waitFor() },
  {
    name: 'first-run-offline',
    before: ({ rig }) =>
      rig.setTunnel({ kind: 'none', state: 'closed', reason: 'Started without one.', url: null }),
    path: root,
    open: (page) => page.locator('.first-run').waitFor(),
  },
];
