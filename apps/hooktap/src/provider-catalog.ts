import type { Catalog, ProviderPack } from '@hooktap/providers';

export interface CatalogAdditions {
  /** Packs of the config file's `providers`, as the person wrote them; they are asked first. */
  readonly userPacks?: readonly { readonly name: string }[] | undefined;
  /** Where what is wrong with them goes. */
  readonly report?: (message: string) => void;
}

/** All provider packs; loaded only where they are needed. A pack that cannot be used leaves the built-in ones. */
export async function loadCatalog({
  userPacks = [],
  report = () => {},
}: CatalogAdditions = {}): Promise<Catalog> {
  const { createCatalog } = await import('@hooktap/providers');
  if (userPacks.length === 0) return createCatalog();
  try {
    return createCatalog({ userPacks: userPacks as readonly ProviderPack[], report });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    report(`The config file's providers are left out: ${why}`);
    return createCatalog();
  }
}
