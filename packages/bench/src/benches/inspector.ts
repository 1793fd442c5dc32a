import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { copyOfFilled } from '../filled-data.ts';
import type { Finding } from '../finding.ts';
import { type RunningHooktap, startHooktap } from '../hooktap.ts';
import { steadyLoad } from '../load/steady-load.ts';
import { collectGarbage, openTab, tabMemory, watchAnew, watched } from '../screen-watch.ts';
import type { Setting } from '../setting.ts';
import { median, percentile } from '../statistics.ts';
import { UntouchedChromium } from '../untouched-chromium.ts';

const perSecond = 200;
/** Wheel turns of a fast scroll, in pixels. */
const turn = 400;

/** The screen as a person has it before them. */
export async function inspector(setting: Setting): Promise<Finding[]> {
  const { chromium } = setting;
  if (!chromium) {
    console.error('inspector left out: there is no Chromium. CHROMIUM_PATH says where one is.');
    return [];
  }
  const events = setting.quick ? 10_000 : 100_000;
  const copy = await copyOfFilled(setting, events);
  const hooktap = await startHooktap(setting, copy.dataDir);
  const opened = await openings(setting, chromium.path, hooktap, setting.quick ? 3 : 7);
  const browser = await chromium.open();
  try {
    const ms = (measure: string, rounds: readonly number[], value: number, atMost?: number): Finding => {
      const goal = atMost === undefined ? {} : { goal: { atMost } };
      return { bench: `inspector @${events}`, measure, unit: 'ms', value, rounds, ...goal };
    };
    const { page, rows } = await openTab(browser, hooktap);
    await sleep(3000);
    const scrolled = await scroll(page, setting.quick ? 100 : 240);
    const arrived = await arrivals(page, hooktap, events, setting.quick ? 5 : 20);
    const mb = (measure: string, value: number, atMost?: number): Finding => {
      const goal = atMost === undefined ? {} : { goal: { atMost } };
      return { bench: `inspector @${events}`, measure, unit: 'MB', value, ...goal };
    };
    const atOnce = await tabMemory(browser);
    await collectGarbage(page);
    await sleep(1000);
    const collected = await tabMemory(browser);
    return [
      ms('opening to first rows', opened, median(opened), 1000),
      ms('the same with a debugger attached, once', [], rows),
      ms('frame of a fast scroll p50', [], percentile(scrolled.frames, 0.5), 17),
      ms('frame of a fast scroll p95', [], percentile(scrolled.frames, 0.95)),
      ms('longest task of the scroll', scrolled.tasks, Math.max(0, ...scrolled.tasks), 50),
      ms(`key delay p95, ${perSecond}/s arriving`, [], percentile(arrived.delays, 0.95), 100),
      ms(`key delay max, ${perSecond}/s arriving`, [], Math.max(0, ...arrived.delays), 100),
      ms('last of them sent to all shown', [], arrived.settledMs),
      mb('memory of the tab at once, its own', atOnce.ownMb, 250),
      mb('memory of the tab at once, with shared code', atOnce.residentMb),
      mb('garbage collected, its own', collected.ownMb),
      mb('garbage collected, with shared code', collected.residentMb),
    ];
  } finally {
    await browser.close();
    await hooktap.child.stop();
    copy.discard();
  }
}

/** Each in a fresh profile, as on a first visit; the first, which also warms the browser up, is left out. */
async function openings(setting: Setting, path: string, hooktap: RunningHooktap, count: number) {
  const browser = await UntouchedChromium.start(path, setting.scratch);
  try {
    const url = `${hooktap.inspector.origin}/#token=${hooktap.token}`;
    const rounds: number[] = [];
    for (let number = 0; number <= count; number++)
      rounds.push(await browser.untilMark(url, 'hooktap:first-rows'));
    return rounds.slice(1);
  } finally {
    await browser.stop();
  }
}

async function scroll(page: Page, turns: number) {
  await page.locator('#event-list').hover();
  await watchAnew(page);
  for (let number = 0; number < turns; number++) {
    await page.mouse.wheel(0, turn);
    await sleep(12);
  }
  const seen = await watched(page);
  await page.keyboard.press('Home');
  return seen;
}

/** Someone walks through the list while events arrive; every one of them has to be counted in the end. */
async function arrivals(page: Page, hooktap: RunningHooktap, before: number, seconds: number) {
  await watchAnew(page);
  const over = new AbortController();
  const walking = walk(page, over.signal);
  try {
    await steadyLoad(hooktap.receiverPort, perSecond, seconds);
    const sentAt = performance.now();
    const all = (before + seconds * perSecond).toLocaleString('en');
    await page.locator('.filter-count').filter({ hasText: all }).waitFor({ timeout: 30_000 });
    return { settledMs: performance.now() - sentAt, ...(await watched(page)) };
  } finally {
    over.abort();
    await walking;
  }
}

async function walk(page: Page, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await page.keyboard.press('j');
    await sleep(250);
  }
}
