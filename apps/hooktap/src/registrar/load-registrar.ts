import type { Registrar } from '@hooktap/core';
import type { Catalog } from '@hooktap/providers';

/** The providers' APIs with what this process's environment says of them. */
export async function loadRegistrar(catalog: Catalog): Promise<Registrar> {
  const { providerRegistrar } = await import('./provider-registrar.ts');
  return providerRegistrar(catalog, process.env);
}
