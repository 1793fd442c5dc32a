import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the built screen, as `npm run build` makes it. */
export function builtInspector(): string {
  const folder = fileURLToPath(new URL('../../../dist/inspector/', import.meta.url));
  if (!existsSync(`${folder}index.html`)) throw new Error('The inspector is not built: npm run build.');
  return folder;
}
