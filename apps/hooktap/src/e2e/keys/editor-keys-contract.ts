import { expect } from 'vitest';
import { stands } from '../pictures/frame.ts';
import type { KeyPromises } from './key-stage.ts';

/** In the editor of a replay. */
export const editorKeys: KeyPromises = {
  'Ctrl ↵ R': async (stage) => {
    await stage.openEditor('form');
    const sent = async (times: number) =>
      stage.rig.event(stage.events.form, ({ deliveries }) => deliveries.length >= times);
    const before = (await sent(0)).deliveries.length;
    await stage.type('Control+Enter');
    await sent(before + 1);
    await stage.page.locator('.result .section').first().waitFor();
    await stands(stage.page);
    await stage.type('r');
    await sent(before + 2);
  },
  'Ctrl S': async (stage) => {
    await stage.openEditor('form');
    await stage.type('Control+s');
    await stage.page.locator('dialog[open] form').waitFor();
  },
  D: async (stage) => {
    await stage.openEditor('form');
    await stage.type('Control+Enter');
    const chosen = stage.page.locator('.result .segment[data-state=on]').first();
    const before = await chosen.innerText();
    await stage.type('d');
    await expect.poll(() => chosen.innerText()).not.toBe(before);
  },
};
