import { EventEmitter, once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startHttpHandler, startLocaltunnelServer, startZavuApi, zavuKey } from '@hooktap/testing';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { startHooktap } from './test-support/hooktap-process.ts';
import { faultsOf, openInspector, pressPair, rowOf } from './test-support/inspector-page.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

const hostile = '<script>document.title="owned"</script><img src=x onerror="document.title=1">';
const message = JSON.stringify({
  type: 'message.inbound',
  from: '+5511987654321',
  pushName: 'Maria da Silva',
  text: `Meu CPF ${hostile}`,
});
const json = [['Content-Type', 'application/json']] as const;
/** Not so old that retention takes it at once. */
const tenDaysAgo = new Date(Date.now() - 10 * 24 * 3_600_000);
const line = (requestTarget: string, body = '{}') =>
  JSON.stringify({
    hooktap: 1,
    receivedAt: tenDaysAgo.toISOString(),
    method: 'POST',
    requestTarget,
    rawHeaders: [['Content-Type', 'application/json']],
    body: { text: body },
  });

/** What the browser was told to save, and under which name. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; path: string }> {
  const coming: Promise<Download> = page.waitForEvent('download');
  await press();
  const download = await coming;
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** Files let go over the page, as a person drags them in. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const carried = await page.evaluateHandle(`(() => {
    const given = new DataTransfer();
    given.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
    return given;
  })()`);
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: carried });
}

it('copies an event as code, and exports a share-safe report after showing what leaves', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startHttpHandler((_request, response) => void response.end('ok'));
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  await send(hooktap.receiverPort, { target: '/hook/42?token=tok_secret1', headers: json, body: message });
  const page = await openInspector(chromium, hooktap);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await rowOf(page, '/hook/42').click();
  const copyAs = page.getByRole('button', { name: 'Copy as' });
  await copyAs.click();
  await page.getByRole('menuitemradio', { name: new URL(handler.url).host }).click();
  // Gone again by itself.
  const said = page.getByText('Copied: Go.').waitFor();
  await page.getByRole('menuitem', { name: 'Go', exact: true }).click();
  await said;
  const code = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(code).toContain('http.NewRequest');
  expect(code).toContain(handler.url);

  await copyAs.click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export 1 event' });
  await dialog.getByRole('radio', { name: 'HTML report' }).click();
  const phone = dialog.getByRole('row', { name: /body from/ });
  await phone.getByText('+5511987654321').waitFor();
  await phone.getByText(/^\+999\d{10}$/).waitFor();
  await dialog.getByText('2 phone numbers').waitFor();
  await dialog.getByText('Stays as it is').click();
  await dialog.getByRole('listitem').getByText('message.inbound').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const report = await saved(page, () => dialog.getByRole('button', { name: 'Export', exact: true }).click());
  expect(report.name).toMatch(/^hooktap-evt_[0-9a-z]{26}-\d{8}-\d{6}-safe\.html$/);
  expect(await page.locator('.detail img, dialog img').count()).toBe(0);
  const html = await readFile(report.path, 'utf8');
  for (const telling of ['987654321', 'Maria', 'CPF', 'tok_secret1']) expect(html).not.toContain(telling);
});

it('the report of hostile events is one page that runs nothing, loads nothing and prints', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startHttpHandler((_request, response) => void response.end(hostile));
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  await send(hooktap.receiverPort, { target: '/hook', headers: json, body: message });
  const page = await openInspector(chromium, hooktap);
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export all…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'HTML report' }).click();
  await dialog.getByRole('checkbox', { name: /Share-safe/ }).uncheck();
  await dialog.getByText('This file holds everything as captured.').waitFor();
  const { path } = await saved(page, () =>
    dialog.getByRole('button', { name: 'Export', exact: true }).click(),
  );

  const file = join(folder.path, 'report.html');
  await writeFile(file, await readFile(path));
  const reader = await chromium.newPage();
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  const complaints: string[] = [];
  reader.on('console', (said) => complaints.push(said.text()));
  await reader.goto(pathToFileURL(file).href);
  expect(asked).toEqual([pathToFileURL(file).href]);
  expect(await reader.title()).toBe('Hooktap events');
  expect(await reader.locator('script, img, link, iframe, [onerror], [style]').count()).toBe(0);
  await reader.getByText('Meu CPF <script>').waitFor();
  // Its style is its own, and the policy lets that one count.
  expect(await reader.evaluate("getComputedStyle(document.querySelector('pre')).borderRadius")).toBe('6px');
  expect(complaints).toEqual([]);
  expect(await faultsOf(reader)).toEqual([]);
  await reader.emulateMedia({ media: 'print' });
  const headers = reader.locator('details .wire').first();
  expect((await headers.boundingBox())?.height ?? 0).toBeGreaterThan(20);
  expect((await reader.pdf()).length).toBeGreaterThan(5_000);
  await reader.close();
});

it('imports a file that is dropped, tells what was left out, and takes it back', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/here', headers: json, body: '{}' });
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/here').waitFor();
  await drop(page, `${hostile}.ndjson`, [line('/one'), 'broken', line('/two', hostile)].join('\n'));
  const dialog = page.getByRole('dialog', { name: 'Import events' });
  await dialog.getByText('2 events were imported.').waitFor();
  await dialog.getByText('It is no JSON').waitFor();
  await dialog.getByText('Retention goes by that').waitFor();
  expect(await page.title()).not.toContain('owned');
  expect(await faultsOf(page)).toEqual([]);
  const imported = async () => (await hooktap.client.events({ q: 'via:import' })).total;
  expect(await imported()).toBe(2);
  await dialog.getByRole('button', { name: 'Undo the import' }).click();
  await dialog.getByText('2 imported events were taken out again.').waitFor();
  expect(await imported()).toBe(0);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await rowOf(page, '/here').waitFor();

  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What to do').fill('Import');
  await page.keyboard.press('Enter');
  await dialog.getByText('or drop one anywhere').waitFor();
  const choose = (name: string, text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose('empty.har', '');
  await dialog.getByText('There is no event in this file.').waitFor();
  const har = {
    log: {
      entries: [
        {
          startedDateTime: tenDaysAgo.toISOString(),
          request: { method: 'PUT', url: 'https://a.example/har', headers: [] },
        },
      ],
    },
  };
  await choose('x.har', JSON.stringify(har));
  await dialog.getByText('1 event was imported.').waitFor();
  await dialog.getByRole('button', { name: 'Show them' }).click();
  await rowOf(page, '/har').waitFor();
  await rowOf(page, '/here').waitFor({ state: 'detached' });
});

it('says while a file is imported how many events have come', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/here', headers: json, body: '{}' });
  const page = await openInspector(chromium, hooktap);
  const gate = new EventEmitter();
  // The file is sent whole and its answer waits, as that of a large one does.
  await page.route('**/api/import?*', async (route) => {
    const opened = once(gate, 'open');
    const response = await route.fetch();
    await opened;
    await route.fulfill({ response });
  });
  await drop(page, 'events.ndjson', [line('/one'), line('/two')].join('\n'));
  const dialog = page.getByRole('dialog', { name: 'Import events' });
  await dialog.getByText(/^Importing events\.ndjson, .* 2 events so far$/).waitFor();
  gate.emit('open');
  await dialog.getByText('2 events were imported.').waitFor();
  await page.close();
});

it('shows how the tunnel came to stand, registers, follows the URL, and puts back what was there', async () => {
  await using folder = await temporaryFolder();
  await using server = await startLocaltunnelServer();
  const production = 'https://production.example/hooks?token=of-production';
  const webhook = { url: production, events: ['message.inbound'], active: true, secret: 'whsec_kept' };
  await using zavu = await startZavuApi({ senders: { snd_1: webhook }, httpsOnly: false });
  vi.stubEnv('ZAVUDEV_API_KEY', zavuKey);
  vi.stubEnv('ZAVUDEV_BASE_URL', zavu.url);
  const endpoints = [
    { name: 'zavu', path: '/zavu', provider: 'zavu' },
    { name: 'stripe', path: '/stripe', provider: 'stripe' },
  ];
  await writeFile(join(folder.path, 'hooktap.config.json'), JSON.stringify({ endpoints }));
  await using hooktap = await startHooktap({ folder: folder.path, tunnelHost: server.url });
  vi.unstubAllEnvs();
  const { url = '' } = await hooktap.output.first('tunnel', ({ state }) => state === 'open');
  await send(hooktap.receiverPort, { target: '/here' });
  const page = await openInspector(chromium, hooktap);
  await pressPair(page, 'g', 'u');
  await page.getByRole('heading', { name: 'Tunnel', level: 1 }).waitFor();
  await page
    .getByRole('region', { name: 'Probes of the public URL' })
    .getByText('came through')
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.goto(`${hooktap.ready.inspector}/registrations/zavu`);
  await page.getByLabel('the sender’s id').fill('snd_1');
  zavu.outage = { statusCode: 401, body: { message: 'expired' } };
  await page.getByRole('button', { name: 'Say what it would change' }).click();
  await page.getByText('What it would change could not be found out:').waitFor();
  await page.getByText('Check ZAVUDEV_API_KEY. GET /v1/senders/snd_1 was answered 401').waitFor();
  zavu.outage = null;
  await page.getByRole('button', { name: 'Say what it would change' }).click();
  await page.getByText('This would change:').waitFor();
  expect(zavu.state.senders['snd_1']?.url).toBe(production);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Point it at the public URL' }).click();
  const registration = page.getByRole('listitem', { name: 'Zavu' });
  await registration.getByText('follows the public URL').waitFor();
  expect(zavu.state.senders['snd_1']?.url).toBe(`${url}/zavu`);
  await page.getByRole('button', { name: 'Check at the providers' }).click();
  await registration.getByText('still as Hooktap set it').waitFor();
  expect(await page.content()).not.toContain('of-production');

  await server.stop();
  const lost = await hooktap.output.first('tunnel', ({ state }) => state === 'reconnecting');
  server.faults.giveOtherDomain = 'moved.localhost';
  await server.restart();
  const moved = await hooktap.output.first('tunnel', ({ seq, state }) => seq > lost.seq && state === 'open');
  const banner = page.getByText('The public URL changed.').locator('xpath=ancestor::div[@role="status"]');
  await banner.getByText('Register it again at 1 provider: Stripe.').waitFor();
  await banner.getByText('1 provider follows it by itself.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await banner.getByRole('button', { name: 'What to do' }).click();
  const change = page.getByRole('region', { name: 'The public URL changed' });
  await change.getByText(`${moved.url}/stripe`).waitFor();
  await page.getByRole('region', { name: 'What happened' }).getByText('reconnecting').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await zavu.until(({ senders }) => senders['snd_1']?.url === `${moved.url}/zavu`);

  await change.getByRole('button', { name: 'Zavu' }).click();
  await registration.getByRole('button', { name: 'Unregister…' }).click();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await page.getByText('Nothing is registered.').waitFor();
  expect(zavu.state.senders['snd_1']).toEqual(webhook);
});
