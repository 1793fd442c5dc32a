import type { ProviderLibrary } from '@hooktap/core';

/** All provider packs; loaded only where they are needed. */
export async function loadCatalog(): Promise<ProviderLibrary> {
  const { createCatalog } = await import('@hooktap/providers');
  return createCatalog();
}
