import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { type RunningHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { rowOf } from './test-support/inspector-page.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

/** Where a search takes long, it is gone on with by a cursor. */
const isList = (url: string) => {
  const { pathname, searchParams } = new URL(url);
  return pathname === '/api/events' && searchParams.get('limit') === '100' && !searchParams.has('cursor');
};

/** The page at a path; its script comes only once the list was answered. */
async function openWithLateScript({ ready }: RunningHooktap, path: string, token = ready.token) {
  const page: Page = await chromium.newPage();
  page.setDefaultTimeout(30_000);
  const searches: (string | null)[] = [];
  page.on('request', (request) => {
    if (isList(request.url())) searches.push(new URL(request.url()).searchParams.get('q'));
  });
  const answered = page.waitForResponse((response) => isList(response.url()));
  await page.route('**/assets/first-*.js', async (route) => {
    await answered;
    await route.continue();
  });
  await page.goto(`${ready.inspector}${path}#token=${token}`);
  return { page, searches };
}

async function startWithTwo(folder: string): Promise<AsyncDisposable & RunningHooktap> {
  const hooktap = await startHooktap({ folder });
  await send(hooktap.receiverPort, { target: '/first' });
  await send(hooktap.receiverPort, { target: '/second' });
  await hooktap.captured('/first');
  await hooktap.captured('/second');
  return hooktap;
}

it('asks for the list before its script is there, and not a second time', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startWithTwo(folder.path);
  const { page, searches } = await openWithLateScript(hooktap, '/');
  await rowOf(page, '/first').waitFor();
  await rowOf(page, '/second').waitFor();
  // What was asked ahead is followed like any other list.
  await send(hooktap.receiverPort, { target: '/third' });
  await rowOf(page, '/third').waitFor();
  expect(searches).toEqual(['']);
  await page.reload();
  await rowOf(page, '/third').waitFor();
  expect(searches).toEqual(['', '']);
});

it('asks ahead for what the address searches', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startWithTwo(folder.path);
  const { page, searches } = await openWithLateScript(hooktap, '/?q=path%3A%2Fsecond');
  await rowOf(page, '/second').waitFor();
  expect(await rowOf(page, '/first').count()).toBe(0);
  expect(searches).toEqual(['path:/second']);
});

it('says so where the search of the address cannot be read, or the token is not the right one', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startWithTwo(folder.path);
  const wrong = await openWithLateScript(hooktap, '/?q=nosuchfield%3Ax');
  await wrong.page
    .getByText(/nosuchfield/)
    .last()
    .waitFor();
  const refused = await openWithLateScript(hooktap, '/', 'not-the-token');
  await refused.page.getByRole('heading', { name: /token/i }).waitFor();
});

it('asks afresh later for what it asked ahead and did not need', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startWithTwo(folder.path);
  // No panel: the list is shown, which could not be known ahead.
  const { page } = await openWithLateScript(hooktap, '/no-such-panel?q=path%3A%2Fsecond');
  await rowOf(page, '/second').waitFor();
  await send(hooktap.receiverPort, { target: '/third' });
  await hooktap.captured('/third');
  await page.locator('#filter').fill('');
  await rowOf(page, '/first').waitFor();
  await rowOf(page, '/third').waitFor();
});

it('asks ahead also where the address names the panel of events', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startWithTwo(folder.path);
  const { page, searches } = await openWithLateScript(hooktap, '/events?q=path%3A%2Fsecond');
  await rowOf(page, '/second').waitFor();
  expect(searches).toEqual(['path:/second']);
});
