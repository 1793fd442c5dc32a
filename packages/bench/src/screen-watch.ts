import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { RunningHooktap } from './hooktap.ts';

/** Runs in the page before its own scripts: notes when rows first show, long tasks, and how long keys wait. */
const watching = `
  window.watch = { rows: null, tasks: [], delays: [], frames: [] };
  const rows = new MutationObserver(() => {
    if (!document.querySelector('.event-row')) return;
    rows.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.watch.rows = performance.now(); }));
  });
  rows.observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.watch.tasks.push(duration);
  }).observe({ type: 'longtask' });
  const onKey = ({ timeStamp }) => window.watch.delays.push(performance.now() - timeStamp);
  addEventListener('keydown', onKey, { capture: true });
  let last;
  requestAnimationFrame(function frame(now) {
    if (last !== undefined) window.watch.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  });
`;

/** What one tab showed, in milliseconds. */
export interface Watched {
  readonly tasks: readonly number[];
  readonly delays: readonly number[];
  readonly frames: readonly number[];
}

/** A tab of its own profile, as after a first visit, with the inspector open; `rows` is when its first rows showed. */
export async function openTab(
  browser: Browser,
  { inspector, token }: RunningHooktap,
): Promise<{ page: Page; rows: number }> {
  // The page's own policy would not let what is noted be read.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  await page.addInitScript({ content: watching });
  await page.goto(`${inspector.origin}/#token=${token}`);
  const rows = await page.waitForFunction<number>('window.watch.rows', undefined, { timeout: 60_000 });
  return { page, rows: (await rows.jsonValue()) as number };
}

/** Forgets what was noted so far. */
export const watchAnew = (page: Page): Promise<void> =>
  page.evaluate('Object.assign(window.watch, { tasks: [], delays: [], frames: [] }), undefined');

export const watched = (page: Page): Promise<Watched> => page.evaluate('window.watch');

/** What the tab holds: garbage that a machine with much memory has not cared to collect is no part of it. */
export async function collectGarbage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

/** What a tab's process holds, in MB. */
export interface TabMemory {
  /** Its own pages: what the browser's task manager calls its memory footprint. */
  readonly ownMb: number;
  /** All that is resident, with the code of the browser that its processes share. */
  readonly residentMb: number;
}

/** Of the largest renderer. */
export async function tabMemory(browser: Browser): Promise<TabMemory> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => memoryOf(id));
  return renderers.reduce((most, memory) => (memory.residentMb > most.residentMb ? memory : most));
}

function memoryOf(pid: number): TabMemory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mb = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { ownMb: mb('RssAnon') + mb('VmSwap'), residentMb: mb('VmRSS') };
}
