import type { Catalog, UserPack } from '@hooktap/providers';
import type { ProviderPack } from '../define-config/providers.js';
import { findConfig } from './config/find-config.ts';
import { readConfig } from './config/read-config.ts';
import type { Surroundings } from './data-dir.ts';

export interface CatalogAdditions {
  /** Packs of the config file's `providers`, as the person wrote them; they are asked first. */
  readonly userPacks?: readonly ProviderPack[] | undefined;
  /** Where what is wrong with them goes. */
  readonly report?: (message: string) => void;
}

/** As the catalog takes them: it looks at their shape, and makes Buffers of plain bytes. */
export const asUserPacks = (packs: readonly ProviderPack[]): readonly UserPack[] =>
  packs as readonly unknown[] as readonly UserPack[];

/** All provider packs; loaded only where they are needed. A pack that cannot be used leaves the built-in ones. */
export async function loadCatalog({
  userPacks = [],
  report = () => {},
}: CatalogAdditions = {}): Promise<Catalog> {
  const { createCatalog } = await import('@hooktap/providers');
  const catalog = createCatalog({ report });
  const problems = catalog.problems(asUserPacks(userPacks));
  for (const problem of problems) report(`The config file's providers are left out: ${problem}`);
  if (problems.length === 0) catalog.usePacks(asUserPacks(userPacks));
  return catalog;
}

/** With the packs of the project's config file, for a command beside or without an instance. */
export async function projectCatalog(
  { cwd }: Pick<Surroundings, 'cwd'>,
  report: (message: string) => void = () => {},
): Promise<Catalog> {
  const file = findConfig(undefined, cwd);
  const read = file === null ? null : await readConfig(file, cwd);
  if (read && !read.ok) for (const message of read.messages) report(message);
  return loadCatalog({ userPacks: read?.ok ? read.config.values.providers : [], report });
}

/** The catalog of a running instance: loaded when it is asked for, with packs that change with the config file. */
export class LaterCatalog {
  readonly loaded: Promise<Catalog>;
  #settle: (catalog: Catalog) => void = () => {};
  #additions: CatalogAdditions;

  constructor(additions: CatalogAdditions) {
    this.#additions = additions;
    this.loaded = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  async load(): Promise<void> {
    this.#settle(await loadCatalog(this.#additions));
  }

  /** What is wrong with these packs; empty where nothing is. */
  async problems(userPacks: readonly ProviderPack[]): Promise<string[]> {
    return (await this.loaded).problems(asUserPacks(userPacks));
  }

  /** Takes them in place of those before; they have no problems. */
  async use(userPacks: readonly ProviderPack[]): Promise<void> {
    (await this.loaded).usePacks(asUserPacks(userPacks));
  }
}
