import axeCore from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import type { RunningHooktap } from './hooktap-process.ts';

/** The inspector of a running Hooktap, open in a page of its own and live. */
export async function openInspector(
  chromium: Browser,
  { ready }: RunningHooktap,
  look: { readonly colorScheme?: 'light' | 'dark'; readonly width?: number; readonly height?: number } = {},
): Promise<Page> {
  const { colorScheme = 'light', width = 1280, height = 800 } = look;
  const page = await chromium.newPage({ colorScheme, viewport: { width, height } });
  page.setDefaultTimeout(30_000);
  await page.goto(`${ready.inspector}/#token=${ready.token}`);
  await page.locator('#event-list').waitFor();
  return page;
}

/** Two keys that belong together, the second before the first could be forgotten. */
export async function pressPair(page: Page, first: string, second: string): Promise<void> {
  await Promise.all([page.keyboard.press(first), page.keyboard.press(second)]);
}

/** The row of an event in the list, by the end of its path. */
export const rowOf = (page: Page, path: string): Locator =>
  page.locator('#event-list').getByRole('option').filter({ hasText: path });

/** What axe finds wrong with the page as it stands (WCAG 2.2 A and AA), in words; of `colours` only that. */
export async function faultsOf(page: Page, what: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  await page.evaluate(`${axeCore.source};0`);
  return page.evaluate(async (asked) => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await axe.run({ runOnly: asked === 'all' ? tags : ['color-contrast'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
  }, what);
}
