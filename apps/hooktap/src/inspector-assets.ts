import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built screen, beside the bundle; null where it was not built: then there is the API alone. */
export function inspectorAssets(): string | null {
  const folder = fileURLToPath(new URL('./inspector/', import.meta.url));
  return existsSync(`${folder}index.html`) ? folder : null;
}
