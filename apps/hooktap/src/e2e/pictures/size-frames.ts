import type { Page } from 'playwright-core';
import { eventStands, type Frame, listStands, type Scenery, stands } from './frame.ts';

const phone = { width: 360, height: 740 };
const panelOnPhone = (name: string, path: string, selector: string): Frame => ({
  name: `phone-${name}`,
  path: () => path,
  open: async (page: Page) => {
    await page.locator(selector).first().waitFor();
    await stands(page);
  },
  size: phone,
});
const retrying = ({ events }: Scenery) => `/events/${events.retrying}`;
const eventAlone = async (page: Page) => {
  await page.getByRole('tabpanel').locator('.section').first().waitFor();
  await stands(page);
};

/** A phone, a screen of 4K, a window at 200 % zoom, and paper. */
export const sizeFrames: readonly Frame[] = [
  { name: 'phone-events', path: () => '/', open: listStands, size: phone },
  { name: 'phone-event', path: retrying, open: eventAlone, size: phone },
  { name: 'phone-body', path: (scenery) => `${retrying(scenery)}?tab=body`, open: eventAlone, size: phone },
  {
    name: 'phone-signature',
    path: ({ events }) => `/events/${events.wrongSecret}?tab=signature`,
    open: eventAlone,
    size: phone,
  },
  panelOnPhone('deliveries', '/deliveries', '[role=option]'),
  panelOnPhone('threads', '/threads', '.threads > li'),
  panelOnPhone('endpoints', '/endpoints', '[data-endpoint]'),
  panelOnPhone('trigger', '/trigger/zavu?sample=message.inbound', '.code-editor'),
  panelOnPhone('replays', '/replays', '.panel-empty'),
  { name: 'zoomed', path: retrying, open: eventAlone, size: { width: 720, height: 450 } },
  { name: 'wide', path: retrying, open: eventStands, size: { width: 3840, height: 2160 }, themes: ['light'] },
  {
    name: 'print',
    path: retrying,
    open: eventAlone,
    size: { width: 794, height: 1123 },
    media: 'print',
    themes: ['light'],
  },
];
