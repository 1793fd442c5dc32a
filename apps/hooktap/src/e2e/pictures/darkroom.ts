import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Closeness, comparePictures, palettePng, readPng, scaledDown } from '@hooktap/testing';
import type { Browser, Page } from 'playwright-core';

/** Set, the pictures that were made take the place of the references (`npm run pictures`). */
export const isRenewing = process.env['HOOKTAP_PICTURES'] === 'renew';

const references = fileURLToPath(new URL('./reference/', import.meta.url));
const docsFolder = fileURLToPath(new URL('../../../../docs/', import.meta.url));
/** Where pictures in full size are put, to be looked at: those that differ, or all that were renewed. */
const developed = join(tmpdir(), 'hooktap-pictures');
const madeWithFile = join(references, 'made-with.json');
/** References are kept in half size: it is enough to see what moved, and a quarter of the bytes. */
const SCALE = 2;

/** What draws letters and lines otherwise: the browser, the system, and its fonts for what ours do not hold. */
interface MadeWith {
  readonly chromium: number;
  readonly platform: string;
  readonly glyphs: readonly number[];
}

async function madeWith(browser: Browser): Promise<MadeWith> {
  const page = await browser.newPage();
  const glyphs = await page.evaluate<number[]>(`(() => {
    const drawing = document.createElement('canvas').getContext('2d');
    drawing.font = '16px sans-serif';
    return ['↵⌘⌫⇧', '…—×·', 'Il1'].map((text) => Math.round(drawing.measureText(text).width * 10));
  })()`);
  await page.close();
  return { chromium: Number.parseInt(browser.version(), 10), platform: process.platform, glyphs };
}

export interface Exposure {
  readonly name: string;
  /** The part of the page that it shows; all of it unless given. */
  readonly part: string | undefined;
  /** Its name in `apps/docs`, where it stands in full size. */
  readonly docs: string | undefined;
}

/** Takes pictures and holds them against their references. */
export interface Darkroom {
  /** What is wrong with it; null where it is as it was, or where it was renewed. */
  develop(page: Page, exposure: Exposure): Promise<string | null>;
}

export async function openDarkroom(browser: Browser): Promise<Darkroom> {
  const here = await madeWith(browser);
  await Promise.all([references, developed].map((folder) => mkdir(folder, { recursive: true })));
  if (isRenewing) await writeFile(madeWithFile, `${JSON.stringify(here)}\n`);
  const there = JSON.parse(await readFile(madeWithFile, 'utf8')) as MadeWith;
  const closeness: Closeness = JSON.stringify(here) === JSON.stringify(there) ? 'exact' : 'coarse';
  if (closeness === 'coarse')
    process.stderr.write(
      `The reference pictures were made with ${inWords(there)}, these are with ${inWords(here)}: they are compared coarsely.\n`,
    );
  return {
    async develop(page, { name, part, docs }) {
      if (isRenewing) {
        const png = await stillPicture(page, part);
        await writeFile(join(developed, `${name}.png`), png);
        await writeFile(join(references, `${name}.png`), palettePng(scaledDown(readPng(png), SCALE)));
        if (docs !== undefined) await writeFile(join(docsFolder, docs), palettePng(readPng(png), 256));
        return null;
      }
      // What still moves is given a moment; most of the time one picture will do.
      const file = join(references, `${name}.png`);
      const first = await compareWith(file, name, await takePicture(page, part), closeness);
      return first && compareWith(file, name, await stillPicture(page, part), closeness);
    },
  };
}

const inWords = ({ chromium, platform }: MadeWith): string =>
  `Chromium ${chromium} and the fonts of one ${platform}`;

async function compareWith(
  file: string,
  name: string,
  png: Buffer,
  closeness: Closeness,
): Promise<string | null> {
  const kept = await readFile(file).catch(() => null);
  if (kept === null) return `There is no reference picture ${name}.png: npm run pictures makes it.`;
  const compared = comparePictures(scaledDown(readPng(png), SCALE), readPng(kept), closeness);
  if (compared.kind === 'alike') return null;
  await writeFile(join(developed, `${name}.png`), png);
  if (compared.kind === 'different') await writeFile(join(developed, `${name}.diff.png`), compared.marked);
  const where = `See ${join(developed, name)}*.png; npm run pictures takes it as the new reference.`;
  return `The picture ${name} is not as it was. ${compared.message} ${where}`;
}

/** A picture of what stands still: two in a row are the same. */
async function stillPicture(page: Page, part: string | undefined): Promise<Buffer> {
  let last = await takePicture(page, part);
  for (let tries = 0; tries < 8; tries++) {
    const next = await takePicture(page, part);
    if (next.equals(last)) return next;
    last = next;
  }
  return last;
}

function takePicture(page: Page, part: string | undefined): Promise<Buffer> {
  const options = { animations: 'disabled', caret: 'hide' } as const;
  return part === undefined ? page.screenshot(options) : page.locator(part).first().screenshot(options);
}
