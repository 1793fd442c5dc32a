import type { Page } from 'playwright-core';
import type { PictureEvents } from './picture-events.ts';
import type { PictureHooktap } from './picture-hooktap.ts';

export interface Scenery<Events = PictureEvents> {
  readonly rig: PictureHooktap;
  readonly events: Events;
}

/** One state of the screen, brought about and looked at in both themes. */
export interface Frame<Events = PictureEvents> {
  /** Of its reference pictures: `body` becomes `body-light.png` and `body-dark.png`. */
  readonly name: string;
  /** Where it is opened. */
  readonly path: (scenery: Scenery<Events>) => string;
  /** Brings the state about once the page is open, and waits until it stands. */
  readonly open: (page: Page, scenery: Scenery<Events>) => Promise<unknown>;
  /** 1440 × 900 unless given. */
  readonly size?: { readonly width: number; readonly height: number };
  /** The part of the page that the picture is of; all of it unless given. */
  readonly part?: string;
  /** Its name in `apps/docs`, where it stands in full and in the light. */
  readonly docs?: string;
  readonly themes?: readonly ('light' | 'dark')[];
  readonly media?: 'print';
  /** Opens the page with another token than Hooktap's. */
  readonly token?: string;
  /** Before the page is opened, and once its pictures are taken. */
  readonly before?: (scenery: Scenery<Events>) => void | Promise<void>;
  readonly after?: (scenery: Scenery<Events>) => void | Promise<void>;
}

export const themes = ['light', 'dark'] as const;

/** No outline is left where something is still to come, and the stream is live: commands act. */
export async function stands(page: Page): Promise<void> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** The list is there. */
export async function listStands(page: Page): Promise<void> {
  await page.locator('.event-row').first().waitFor();
  await stands(page);
}

/** The open event is there too. */
export async function eventStands(page: Page): Promise<void> {
  await page.getByRole('tabpanel').locator('.section').first().waitFor();
  await listStands(page);
}
