import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dataPaths } from './data-paths.ts';

/** What lies in the folder of unreadable lines. */
interface DamagedFiles {
  readonly folder: string;
  readonly count: number;
  /** When the oldest was set aside; null where there are none. */
  readonly since: Date | null;
}

/** What was set aside so far; needs no lock. */
export function damagedFiles(dataDir: string): DamagedFiles {
  const folder = dataPaths(dataDir).damaged;
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const times = names.map((name) => statSync(join(folder, name)).mtimeMs);
  return { folder, count: names.length, since: names.length === 0 ? null : new Date(Math.min(...times)) };
}
