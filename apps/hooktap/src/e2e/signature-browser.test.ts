import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startHttpHandler } from '@hooktap/testing';
import type { Browser, Page } from 'playwright-core';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './test-support/chromium.ts';
import { type RunningHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { faultsOf, openInspector, rowOf } from './test-support/inspector-page.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

const secrets = { stripe: 'whsec_of_the_account', connect: 'whsec_of_connect', zavu: 'whsec_of_zavu' };

/** Verifies with Stripe's own package, and refuses what it refuses. */
function verifyingHandler() {
  const stripe = new Stripe('sk_test_unused');
  return startHttpHandler(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    if (!request.url?.startsWith('/stripe')) return void response.end('ok');
    try {
      stripe.webhooks.constructEvent(body, request.headers['stripe-signature'] ?? '', secrets.stripe);
      response.end('verified');
    } catch {
      response.writeHead(401).end('bad signature');
    }
  });
}

async function startProject(folder: string, target: string): Promise<RunningHooktap> {
  const endpoints = [
    { name: 'stripe', path: '/stripe', provider: 'stripe', secrets: [secrets.stripe], target },
    { name: 'connect', path: '/connect', provider: 'stripe', secrets: [secrets.connect], target },
    { name: 'zavu', path: '/zavu', provider: 'zavu', secrets: [secrets.zavu], target },
  ];
  await writeFile(join(folder, 'hooktap.config.json'), JSON.stringify({ endpoints }));
  return startHooktap({ folder });
}

/** As Stripe signs (https://docs.stripe.com/webhooks#verify-manually). */
function sendStripeEvent({ receiverPort }: RunningHooktap, secret: string, text: string) {
  const body = JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'invoice.paid',
    data: { object: { id: 'in_1', object: 'invoice', description: text } },
  });
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  const headers = [
    ['Content-Type', 'application/json'],
    ['Stripe-Signature', `t=${time},v1=${signature}`],
  ] as const;
  return send(receiverPort, { target: '/stripe', headers, body });
}

const messageIdOf = (body: string): unknown => {
  const { data } = JSON.parse(body);
  return data.messageId;
};
const sideways = (page: Page) => page.evaluate('document.documentElement.scrollWidth > window.innerWidth');

it('names why a signature is wrong, and a replay signed anew is accepted by Stripe’s own check', async () => {
  await using folder = await temporaryFolder();
  await using handler = await verifyingHandler();
  await using hooktap = await startProject(folder.path, handler.url);
  const hostile = '<img src=x onerror="document.title=1">';
  expect((await sendStripeEvent(hooktap, secrets.connect, hostile)).statusCode).toBe(401);
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, 'invoice.paid').click();
  await page.getByText('the Signature tab says what is wrong').waitFor();
  await page.getByRole('link', { name: 'Invalid' }).click();

  const verdict = page.getByRole('region', { name: 'Verdict' });
  await verdict
    .getByText(/connect/)
    .first()
    .waitFor();
  await page.getByRole('region', { name: 'Stripe v1' }).getByText('no match').waitFor();
  await page.getByRole('region', { name: 'Stripe v1' }).getByText('onerror').waitFor();
  expect(await page.locator('.detail img').count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);

  await verdict.getByRole('button', { name: 'Replay signed anew' }).click();
  await page.getByRole('tab', { name: 'Deliveries 2' }).click();
  await page.getByText('200').first().waitFor();

  await page.keyboard.press('e');
  const signing = page.getByRole('region', { name: /^Signature of/ });
  await signing.getByRole('radio', { name: 'Break it' }).click();
  await signing.getByLabel('How it is broken').selectOption('Signed too long ago');
  await page.getByText('should refuse this').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('row', { name: /^Status 401/ }).waitFor();
  await signing.getByRole('radio', { name: 'Sign again' }).click();
  await page.getByRole('button', { name: /^Send again/ }).click();
  await page.getByRole('row', { name: /^Status 200/ }).waitFor();
});

it('triggers a sample that was changed, says which fields are near, and leads to the event', async () => {
  await using folder = await temporaryFolder();
  await using handler = await verifyingHandler();
  await using hooktap = await startProject(folder.path, handler.url);
  await send(hooktap.receiverPort, { target: '/before' });
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/before').waitFor();
  const seeded = await hooktap.client.sample('zavu', 'message.inbound', { seed: 7 });
  const again = await hooktap.client.sample('zavu', 'message.inbound', { seed: 7 });
  expect(messageIdOf(seeded.body)).toMatch(/^msg_/);
  expect(messageIdOf(again.body)).toBe(messageIdOf(seeded.body));
  await page.keyboard.press('t');
  await page.getByLabel('Provider').selectOption('Zavu');
  await page.getByRole('button', { name: /^message\.read/ }).focus();
  await page.keyboard.press('/');
  await page.keyboard.type('message.inbound');
  await page.keyboard.press('Enter');
  const editor = page.getByRole('textbox', { name: 'Body of the sample' });
  const text = (await editor.textContent()) ?? '';
  await editor.fill(text.replace('"text":', '"txet": 1, "text":'));
  await page.keyboard.press('Control+Enter');
  await page.getByText("The sample has no field 'data.txet'.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await editor.fill(text.replace(/"text": "[^"]*"/, '"text": "Olá daqui"'));
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Open the event' }).click();
  await page.locator('.detail').getByText('Olá daqui').first().waitFor();
  await page.getByRole('link', { name: 'Valid' }).click();
  await page.getByText('The signature is valid.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

it('plays a conversation and shows the way of its messages, on a phone and in the dark too', async () => {
  await using folder = await temporaryFolder();
  await using handler = await verifyingHandler();
  await using hooktap = await startProject(folder.path, handler.url);
  const look = { colorScheme: 'dark', width: 360, height: 740 } as const;
  await send(hooktap.receiverPort, { target: '/before' });
  const page = await openInspector(chromium, hooktap, look);
  await page.getByRole('link', { name: 'Threads' }).click();
  await page.getByRole('button', { name: 'Play a conversation' }).click();
  await page.getByLabel('Provider').selectOption('Zavu');
  await page.getByRole('button', { name: /^conversation\b.*read/i }).click();
  await page.getByText('At once').click();
  expect(await faultsOf(page)).toEqual([]);
  expect(await sideways(page)).toBe(false);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: 'Open the event' }).last().click();

  const thread = page.getByRole('region', { name: 'Thread' });
  const steps = thread.getByRole('listitem');
  await steps.filter({ hasText: 'this event' }).waitFor();
  const words = async () => (await steps.allInnerTexts()).map((line) => line.split('\n')[0]);
  await expect.poll(words).toEqual(['queued', 'sent', 'delivered', 'read']);
  await thread.getByRole('link', { name: '6 events in it' }).click();
  await page
    .getByRole('region', { name: /^Message/ })
    .last()
    .getByText('delivered')
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await sideways(page)).toBe(false);
});
