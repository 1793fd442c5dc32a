import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../test-support/chromium.ts';
import { openDarkroom } from './darkroom.ts';
import type { Frame } from './frame.ts';
import { Photographer } from './photograph.ts';
import { type PictureEvents, sendPictureEvents } from './picture-events.ts';
import { openPictureHooktap, type PictureHooktap } from './picture-hooktap.ts';

/** A test for each frame, in their order: it looks as it did, and axe finds nothing in either theme. */
export function takePictures<Events>(
  of: string,
  frames: readonly Frame<Events>[],
  send: (rig: PictureHooktap) => Promise<Events>,
): void {
  describe(of, () => {
    let browser: Browser;
    let photographer: Photographer;
    let rig: PictureHooktap;
    let events: Events;
    beforeAll(async () => {
      browser = await openChromium();
      photographer = new Photographer(browser, await openDarkroom(browser));
      rig = await openPictureHooktap();
      events = await send(rig);
    });
    afterAll(async () => {
      await browser.close();
      await rig[Symbol.asyncDispose]();
    });

    it.each(frames.map((frame) => [frame.name, frame] as const))('%s', async (_name, frame) => {
      expect(await photographer.photograph(frame, { rig, events })).toEqual([]);
    });
  });
}

/** The same, of a Hooktap to which a day's events have come. */
export const takePicturesOfEvents = (of: string, frames: readonly Frame<PictureEvents>[]): void =>
  takePictures(of, frames, sendPictureEvents);
