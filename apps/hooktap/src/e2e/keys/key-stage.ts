import type { Browser, Page } from 'playwright-core';
import { eventStands, stands } from '../pictures/frame.ts';
import { type PictureEvents, sendPictureEvents } from '../pictures/picture-events.ts';
import { openPictureHooktap, type PictureHooktap } from '../pictures/picture-hooktap.ts';

/** An inspector with events of every kind, on which keys are pressed. */
export class KeyStage implements AsyncDisposable {
  readonly page: Page;
  readonly rig: PictureHooktap;
  readonly events: PictureEvents;

  private constructor(page: Page, rig: PictureHooktap, events: PictureEvents) {
    this.page = page;
    this.rig = rig;
    this.events = events;
  }

  static async begin(browser: Browser): Promise<KeyStage> {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, permissions });
    page.setDefaultTimeout(30_000);
    const rig = await openPictureHooktap();
    return new KeyStage(page, rig, await sendPictureEvents(rig));
  }

  async open(path: string): Promise<void> {
    // Only the fragment may differ from where it is: then it would not be loaded anew.
    await this.page.goto('about:blank');
    await this.page.goto(`${this.rig.origin}${path}#token=${this.rig.token}`);
  }

  async openEvent(name: keyof PictureEvents): Promise<void> {
    await this.open(`/events/${this.events[name]}`);
    await eventStands(this.page);
  }

  async openEditor(name: keyof PictureEvents): Promise<void> {
    await this.open(`/events/${this.events[name]}?edit=1`);
    await this.page.locator('.code-editor .cm-content').first().waitFor();
    await stands(this.page);
  }

  async type(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Waits until the address is one that fits. */
  async goes(to: RegExp): Promise<void> {
    await this.page.waitForURL(to);
  }

  focusIn(selector: string): Promise<void> {
    return this.page.locator(`${selector}:focus-within`).first().waitFor();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.rig[Symbol.asyncDispose]();
  }
}

/** What lines of the sheet of keys promise, by their keys; each is tried. */
export type KeyPromises = Readonly<Record<string, (stage: KeyStage) => Promise<unknown>>>;
