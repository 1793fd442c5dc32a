import type { Browser, BrowserContext, Page } from 'playwright-core';
import { faultsOf } from '../test-support/inspector-page.ts';
import { type Darkroom, isRenewing } from './darkroom.ts';
import { type Frame, type Scenery, themes } from './frame.ts';
import { pictureTime } from './picture-hooktap.ts';

/** Takes pictures of states of the screen, in a browser whose clock stands still. */
export class Photographer {
  readonly #browser: Browser;
  readonly #darkroom: Darkroom;
  #context: Promise<BrowserContext> | undefined;

  constructor(browser: Browser, darkroom: Darkroom) {
    this.#browser = browser;
    this.#darkroom = darkroom;
  }

  /** Brings a state about and says what is wrong with it in each theme: how it looks, and what axe finds. */
  async photograph<Events>(frame: Frame<Events>, scenery: Scenery<Events>): Promise<readonly string[]> {
    this.#context ??= this.#browser.newContext({
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    const page = await (await this.#context).newPage();
    page.setDefaultTimeout(30_000);
    try {
      await frame.before?.(scenery);
      await page.setViewportSize(frame.size ?? { width: 1440, height: 900 });
      await page.clock.setFixedTime(pictureTime);
      const { origin, token } = scenery.rig;
      await page.goto(`${origin}${frame.path(scenery)}#token=${frame.token ?? token}`);
      await frame.open(page, scenery);
      await page.evaluate('document.fonts.ready.then(() => 0)');
      const wrong: string[] = [];
      const [first, ...others] = frame.themes ?? themes;
      if (first) wrong.push(...(await this.#look(page, frame, first, 'all')));
      // Only colours are others in another theme.
      for (const theme of others) wrong.push(...(await this.#look(page, frame, theme, 'colours')));
      await page.evaluate('localStorage.clear()');
      return wrong;
    } finally {
      await page.close();
      await frame.after?.(scenery);
    }
  }

  async #look<Events>(
    page: Page,
    frame: Frame<Events>,
    theme: 'light' | 'dark',
    judged: 'all' | 'colours',
  ): Promise<readonly string[]> {
    const { part, docs, media = null } = frame;
    const name = `${frame.name}-${theme}`;
    await page.emulateMedia({ colorScheme: theme, media });
    const exposure = { name, part, docs: theme === 'light' ? docs : undefined };
    const wrong = await this.#darkroom.develop(page, exposure);
    const faults = isRenewing ? [] : await faultsOf(page, judged);
    return [...(wrong === null ? [] : [wrong]), ...faults.map((fault) => `${name}: ${fault}`)];
  }
}
