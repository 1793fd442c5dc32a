import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startHttpHandler } from '@hooktap/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { startHooktap } from './test-support/hooktap-process.ts';
import { faultsOf, openInspector, rowOf } from './test-support/inspector-page.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

it('a body too large for the clipboard is saved from the menu, and the copied code sends it', async () => {
  await using folder = await temporaryFolder();
  const received: Buffer[] = [];
  await using handler = await startHttpHandler(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push(Buffer.concat(chunks));
    response.end();
  });
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  const body = 'every byte \x00\xff and more '.repeat(60_000);
  await send(hooktap.receiverPort, { target: '/large', body });
  const page = await openInspector(chromium, hooktap);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await rowOf(page, '/large').click();
  // All of it stands before a menu is opened over it.
  await page.locator('.detail textarea.note').waitFor();
  await page.getByText('every byte').first().waitFor();
  // Only the rows in sight are drawn.
  expect(await page.locator('.code-hex > .code-line').count()).toBeLessThan(200);
  const menu = page.getByRole('button', { name: 'Copy as' });
  const choose = async (name: string | RegExp) => {
    await menu.click();
    await page.getByRole('menuitem', { name }).click();
  };

  const id = await hooktap.captured('/large');
  // Gone again by itself.
  const said = page.getByText(`Copied: curl. It reads the body from ${id}.bin`).waitFor();
  await choose(/^curl/);
  await said;
  const code = (await page.evaluate('navigator.clipboard.readText()')) as string;
  expect(code).toContain(`--data-binary @${id}.bin`);
  await menu.click();
  await page.getByText('The code reads so large a body from a file beside it.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save the body' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${id}.bin`);
  await download.saveAs(join(folder.path, `${id}.bin`));
  await promisify(execFile)('bash', ['-c', code.replace('curl ', 'curl -sS ')], { cwd: folder.path });
  expect(received.map((one) => one.equals(Buffer.from(body, 'latin1')))).toEqual([true, true]);

  const [raw] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText(`the request was saved as ${id}.http`).waitFor(),
    choose('Raw HTTP'),
  ]);
  await raw.saveAs(join(folder.path, 'raw.http'));
  const whole = await readFile(join(folder.path, 'raw.http'), 'latin1');
  expect(whole.startsWith('POST /large HTTP/1.1\r\n')).toBe(true);
  expect(whole.endsWith(body)).toBe(true);
});
