import { expect } from 'vitest';
import type { KeyPromises } from './key-stage.ts';

/** In the list and on an event, and everywhere. */
export const eventKeys: KeyPromises = {
  'J K': async (stage) => {
    await stage.openEvent('retrying');
    await stage.type('j');
    await stage.goes(new RegExp(`/events/(?!${stage.events.retrying})`));
    await stage.type('k');
    await stage.goes(new RegExp(stage.events.retrying));
  },
  '↵': async (stage) => {
    await stage.openEvent('retrying');
    await stage.type('j', 'k', 'Enter');
    await stage.focusIn('.detail-tab');
  },
  '/': async (stage) => {
    await stage.openEvent('retrying');
    await stage.type('/');
    await stage.focusIn('#filter');
  },
  V: async (stage) => {
    await stage.openEvent('retrying');
    await stage.type('v');
    await stage.page.locator('[role=menu]').waitFor();
  },
  'Ctrl K': async (stage) => {
    await stage.openEvent('retrying');
    await stage.type('Control+k');
    // Typed before its list is there, and neither lost nor taken for a command.
    await stage.page.keyboard.type('export');
    await stage.page.locator('[cmdk-item]').first().waitFor();
    expect(await stage.page.locator('.palette-input').inputValue()).toBe('export');
  },
  R: async (stage) => {
    await stage.openEvent('unknown');
    await stage.type('r');
    await stage.page.locator('.attempts > li').nth(1).waitFor();
  },
  E: async (stage) => {
    await stage.openEvent('retrying');
    await stage.type('e');
    await stage.page.locator('.code-editor').waitFor();
  },
  '← →': async (stage) => {
    await stage.openEvent('message');
    await stage.page.getByRole('button', { name: 'Group by thread' }).click();
    const head = stage.page.locator('#event-list[role=tree] [aria-expanded]').first();
    const id = await head.getAttribute('id');
    await head.click();
    const isOpen = (open: boolean) => stage.page.locator(`#${id}[aria-expanded=${open}]`).waitFor();
    await stage.type('ArrowRight');
    await isOpen(true);
    await stage.type('ArrowLeft');
    await isOpen(false);
    await stage.type('ArrowRight');
    await isOpen(true);
    await stage.page.getByRole('button', { name: 'Group by thread' }).click();
  },
  Y: async (stage) => {
    await stage.openEvent('retrying');
    // Gone again by itself.
    const said = stage.page.locator('.undo-bar').waitFor();
    await stage.type('y');
    await said;
    expect(await stage.page.evaluate('navigator.clipboard.readText()')).toMatch(/^curl /);
  },
  C: async (stage) => {
    await stage.openEvent('twoAttempts');
    await stage.type('c');
    await stage.page.locator('.compare').waitFor();
  },
  P: async (stage) => {
    await stage.openEvent('xml');
    await stage.type('p');
    await stage.page.locator('.detail-actions [aria-pressed=true]').waitFor();
    await stage.type('p');
    await stage.page.locator('.detail-actions [aria-pressed=false]').waitFor();
  },
  N: async (stage) => {
    await stage.openEvent('retrying');
    await stage.type('n');
    await stage.page.locator('.detail textarea:focus').waitFor();
  },
  X: async (stage) => {
    await stage.openEvent('retrying');
    await stage.type('x');
    await stage.page.locator('.event-row.marked').waitFor();
  },
  '⇧ J ⇧ K': async (stage) => {
    await stage.openEvent('retrying');
    await stage.type('Shift+J', 'Shift+J', 'Shift+K');
    await stage.page.locator('.event-row.marked').nth(1).waitFor();
  },
  '⌫': async (stage) => {
    await stage.openEvent('repeated');
    await stage.type('Backspace');
    await stage.page.locator(`[data-event=${stage.events.repeated}]`).waitFor({ state: 'detached' });
  },
  Z: async (stage) => {
    await stage.openEvent('binary');
    await stage.type('Backspace');
    await stage.page.locator('.undo-bar').waitFor();
    await stage.type('z');
    await stage.page.locator('.undo-bar').waitFor({ state: 'detached' });
  },
  '1 … 6': async (stage) => {
    await stage.openEvent('retrying');
    for (const [index, tab] of ['body', 'headers', 'signature', 'deliveries', 'raw'].entries()) {
      await stage.type(String(index + 2));
      await stage.goes(new RegExp(`tab=${tab}`));
    }
    await stage.type('1');
    await stage.goes(/\/events\/[^?]+$/);
  },
  '[ ]': async (stage) => {
    await stage.openEvent('message');
    await stage.page.locator('.thread-section').waitFor();
    await stage.type(']');
    await stage.goes(new RegExp(`/events/(?!${stage.events.message})`));
    await stage.page.locator('.thread-section[aria-busy=false]').waitFor();
    await stage.type('[');
    await stage.goes(new RegExp(stage.events.message));
  },
  Esc: async (stage) => {
    await stage.openEvent('retrying');
    await stage.type('Escape');
    await stage.goes(/:\d+\/$/);
  },
  '?': async (stage) => {
    await stage.openEvent('retrying');
    await stage.type('?');
    await stage.page.locator('dialog[open] dl').first().waitFor();
  },
};
