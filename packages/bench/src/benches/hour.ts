import { setTimeout as sleep } from 'node:timers/promises';
import { copyOfFilled } from '../filled-data.ts';
import type { Finding } from '../finding.ts';
import { startHooktap } from '../hooktap.ts';
import { steadyLoad } from '../load/steady-load.ts';
import { collectGarbage, openTab, tabMemory } from '../screen-watch.ts';
import type { Setting } from '../setting.ts';

/** An hour of 50 events a second, sent faster. */
const events = 50 * 3600;
const perSecond = 1000;

/** What the tab holds after all that comes in an hour, with its list open and followed. */
export async function hour(setting: Setting): Promise<Finding[]> {
  const { chromium } = setting;
  if (!chromium) {
    console.error('hour left out: there is no Chromium. CHROMIUM_PATH says where one is.');
    return [];
  }
  const stored = setting.quick ? 10_000 : 100_000;
  const sent = setting.quick ? events / 10 : events;
  const copy = await copyOfFilled(setting, stored);
  const hooktap = await startHooktap(setting, copy.dataDir);
  const browser = await chromium.open();
  try {
    const { page } = await openTab(browser, hooktap);
    const begun = performance.now();
    await steadyLoad(hooktap.receiverPort, perSecond, sent / perSecond);
    const sentMs = performance.now() - begun;
    const all = (stored + sent).toLocaleString('en');
    await page.locator('.filter-count').filter({ hasText: all }).waitFor({ timeout: 120_000 });
    const shownMs = performance.now() - begun - sentMs;
    const atOnce = await tabMemory(browser);
    await collectGarbage(page);
    await sleep(1000);
    const collected = await tabMemory(browser);
    const of = (measure: string, unit: Finding['unit'], value: number): Finding => ({
      bench: `${sent} events @${stored}`,
      measure,
      unit,
      value,
    });
    return [
      of('sent within', 'ms', sentMs),
      of('last of them sent to all shown', 'ms', shownMs),
      { ...of('memory of the tab at once, its own', 'MB', atOnce.ownMb), goal: { atMost: 250 } },
      of('memory of the tab at once, with shared code', 'MB', atOnce.residentMb),
      of('garbage collected, its own', 'MB', collected.ownMb),
      of('garbage collected, with shared code', 'MB', collected.residentMb),
    ];
  } finally {
    await browser.close();
    await hooktap.child.stop();
    copy.discard();
  }
}
