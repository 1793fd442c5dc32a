import type { Catalog } from '@hooktap/providers';

/** All provider packs; loaded only where they are needed. */
export async function loadCatalog(): Promise<Catalog> {
  const { createCatalog } = await import('@hooktap/providers');
  return createCatalog();
}
