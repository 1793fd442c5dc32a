import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The file that stands beside a bundle. */
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

const installed = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/;
const legal = /^(?:licen[cs]e|copying|notice)(?![a-z])/i;
const line = '='.repeat(80);
const noFile = 'It carries no licence text of its own; the licence is the one it declares.';

/** What a package asks of whoever passes it on: its own files about it, else what it declares. */
function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => legal.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0 && !license)
    throw new Error(
      `${name} ${version} goes into the bundle and says nothing of its licence: look for one, or do without the package.`,
    );
  if (texts.length === 0) texts.push(`${author ? `By ${author.name ?? author}. ` : ''}${noFile}`);
  return { title: `${name} ${version}${license ? ` (${license})` : ''}`, text: texts.join('\n\n') };
}

/** The notices of all packages that these modules, named by their files, are of; those with one text together. */
export function noticesOf(modules) {
  const folders = new Set([...modules].flatMap((file) => installed.exec(file) ?? []));
  const titles = new Map();
  for (const { title, text } of [...folders].map(noticeOf))
    titles.set(text, new Set([...(titles.get(text) ?? []), title]));
  const notices = [...titles].map(([text, of]) => `${line}\n${[...of].sort().join('\n')}\n\n${text}\n`);
  return `Hooktap contains code of the packages below, each under its own licence.\n\n${notices.sort().join('\n')}`;
}

/** esbuild, which notes in `modules` what it has put into bundles. */
export const noting = (esbuild, modules) => ({
  ...esbuild,
  build: async (options) => {
    const result = await esbuild.build({ ...options, metafile: true });
    for (const { inputs } of Object.values(result.metafile.outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs))
        if (bytesInOutput > 0) modules.add(resolve(file));
    return result;
  },
});

/** For Vite: as a plugin of the page and of its workers, which are bundles of their own, made before it is done. */
export function thirdPartyNotices() {
  const modules = new Set();
  const noted = {
    name: 'noted-modules',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle))
        for (const file of output.type === 'chunk' ? output.moduleIds : output.originalFileNames)
          modules.add(resolve(file));
    },
  };
  return {
    worker: noted,
    page: {
      name: 'third-party-notices',
      generateBundle: {
        order: 'post',
        handler(options, bundle) {
          noted.generateBundle(options, bundle);
          this.emitFile({ type: 'asset', fileName: noticesFile, source: noticesOf(modules) });
        },
      },
    },
  };
}
