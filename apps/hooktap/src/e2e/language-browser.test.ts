import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startHttpHandler } from '@hooktap/testing';
import type { Browser, Page } from 'playwright-core';
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

const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

async function choose(page: Page, menu: string, language: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitemradio', { name: language }).click();
}

it('speaks Portuguese as soon as it is chosen, and English again, without losing the place', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startHttpHandler((_request, response) => response.writeHead(500).end());
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  for (const target of ['/one', '/two']) await send(hooktap.receiverPort, { target });
  const page = await openInspector(chromium, hooktap);
  await rowOf(page, '/two').click();
  await page.getByText('Your handler answered 500.').waitFor();

  await choose(page, 'Language', 'Português');
  await page.getByText('O seu handler respondeu 500.').waitFor();
  expect(await languageOf(page)).toBe('pt-BR');
  await page.getByRole('navigation', { name: 'Painéis' }).waitFor();
  await page.getByPlaceholder('Filtre por palavras ou campo:valor').waitFor();
  await page.getByText('2 eventos', { exact: true }).first().waitFor();
  await page.getByRole('tab', { name: 'Cabeçalhos' }).click();
  await page.getByRole('tabpanel', { name: 'Cabeçalhos' }).getByText('Host', { exact: true }).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Atalhos' }).getByText('Próximo evento, o anterior').waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Visão geral' }).click();
  await choose(page, 'Idioma (Language)', 'English');
  await page.getByText('Your handler answered 500.').waitFor();
  expect(await languageOf(page)).toBe('en-GB');
});

it('follows the browser until a language is chosen, from the palette too', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  await send(hooktap.receiverPort, { target: '/uno', body: 'hola' });
  const page = await chromium.newPage({ locale: 'es-CO', viewport: { width: 360, height: 780 } });
  page.setDefaultTimeout(30_000);
  await page.goto(`${hooktap.ready.inspector}/#token=${hooktap.ready.token}`);
  await rowOf(page, '/uno').click();
  await page.getByText('Capturado y guardado. No se entregó nada, porque no había destino.').waitFor();
  expect(await languageOf(page)).toBe('es');
  expect(await faultsOf(page)).toEqual([]);
  // Longer words push nothing out of sight.
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Português');
  await page.keyboard.press('Enter');
  await page.getByText('Capturado e guardado. Nada foi entregue, pois não havia destino.').waitFor();

  // It is remembered: the page comes up in it.
  await page.reload();
  await page.getByText('Capturado e guardado.').waitFor();
  expect(await languageOf(page)).toBe('pt-BR');
});

/** What Hooktap composes reaches the screen in codes, and is said there. */
it('says in Portuguese and Spanish what Hooktap found: a query’s fault, a signature, a form, a handler', async () => {
  await using folder = await temporaryFolder();
  const target = 'http://127.0.0.1:9';
  const endpoints = [
    { name: 'stripe', path: '/stripe', provider: 'stripe', secrets: ['whsec_here'], target },
    { name: 'other', path: '/other', provider: 'stripe', secrets: ['whsec_there'], target },
  ];
  await writeFile(join(folder.path, 'hooktap.config.json'), JSON.stringify({ endpoints }));
  await using hooktap = await startHooktap({ folder: folder.path });
  const body = '{"id":"evt_1","object":"event","type":"invoice.paid","data":{"object":{}}}';
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', 'whsec_there').update(`${time}.${body}`).digest('hex');
  const headers = [['Stripe-Signature', `t=${time},v1=${signature}`]] as const;
  await send(hooktap.receiverPort, { target: '/stripe', headers, body });
  const page = await openInspector(chromium, hooktap);
  await choose(page, 'Language', 'Português');

  const search = page.getByPlaceholder('Filtre por palavras ou campo:valor');
  await search.fill('statsu:failed');
  await page.getByText('Não há um campo “statsu”. Você quis dizer status:?').waitFor();
  await page.getByText('Esperado: um campo (provider: type:').waitFor();
  await search.fill('');
  await page.keyboard.press('Escape');
  await rowOf(page, 'invoice.paid').click();
  await page.getByRole('tab', { name: 'Assinatura' }).click();
  const tab = page.getByRole('tabpanel', { name: 'Assinatura' });
  await tab.getByText('A assinatura confere com o segredo do endpoint other.').waitFor();
  await tab.getByText('t do cabeçalho da assinatura').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('link', { name: 'Endpoints' }).click();
  await page.getByText('Nada escuta em 127.0.0.1:9.').first().waitFor();
  await page.getByRole('button', { name: 'Novo endpoint' }).click();
  const form = page.getByRole('dialog', { name: 'Novo endpoint' });
  await form.getByLabel('Nome').fill('novo');
  await form.getByLabel('Caminho', { exact: true }).fill('/stripe');
  await form.getByRole('button', { name: 'Criar' }).click();
  const taken = '“stripe” tem o mesmo caminho: cada caminho leva a um endpoint.';
  await form.getByText(`novo: path: ${taken}`).waitFor();
  await form.getByText(taken, { exact: true }).waitFor();
  await form.getByRole('button', { name: 'Cancelar' }).click();

  await choose(page, 'Idioma (Language)', 'Español');
  await page.getByText('Nada escucha en 127.0.0.1:9.').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').last().fill('Reenviar al guardar');
  await page.keyboard.press('Enter');
  const watch = page.getByRole('dialog', { name: 'Reenviar al guardar' });
  await watch.getByLabel('Carpeta').fill('/no/such/folder');
  await watch.getByRole('button', { name: 'Vigilar' }).click();
  await watch.getByText('No hay una carpeta /no/such/folder.').waitFor();
});
