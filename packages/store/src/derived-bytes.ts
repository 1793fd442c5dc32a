import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { DataPaths } from './data-paths.ts';

/** The ending of what is kept itself. */
const kept = '.ndjson';

/** What lies beside the segments: indexes, search texts, facts and tables of deliveries. */
export async function derivedBytes({ segments }: Pick<DataPaths, 'segments'>): Promise<number> {
  const names = await readdir(segments);
  const sizes = await Promise.all(
    names.filter((name) => extname(name) !== kept).map((name) => sizeOf(join(segments, name))),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Files come and go while they are counted. */
const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0;
