import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SavedRequestRecord, type SavedRequestShelf, type WriteResult } from '@hooktap/core';
import { SavedRequestId } from '@hooktap/protocol';
import { replaceFile } from './atomic-file.ts';
import { type FilePort, nodeFiles } from './file-port.ts';
import { storeFailure } from './store-failure.ts';

/** Above the largest record that is ever written; what is larger is none of ours. */
const largestFile = 16 * 2 ** 20;

/** Saved requests as files of their own in the data directory, named by their ids. */
export function savedRequestFiles(dataDir: string, files: FilePort = nodeFiles): SavedRequestShelf {
  const folder = join(dataDir, 'saved-requests');
  const pathOf = (id: SavedRequestId) => join(folder, `${SavedRequestId.parse(id)}.json`);
  const kept = async (work: () => Promise<void>): Promise<WriteResult> => {
    try {
      await work();
      return { ok: true };
    } catch (error) {
      return { ok: false, error: storeFailure(error, folder) };
    }
  };
  return {
    async all() {
      const names = await readdir(folder).catch(() => []);
      const records: SavedRequestRecord[] = [];
      for (const name of names.sort()) {
        const record = /^req_[0-9a-z]{26}\.json$/.test(name) ? await read(join(folder, name)) : null;
        if (record && name === `${record.id}.json`) records.push(record);
      }
      return records;
    },
    put: (record) =>
      kept(async () => {
        await files.makeDir(folder);
        await replaceFile(files, pathOf(record.id), Buffer.from(`${JSON.stringify(record)}\n`));
      }),
    remove: (id) =>
      kept(async () => {
        await files.remove(pathOf(id));
        await files.syncDir(folder);
      }),
  };
}

/** Null for what cannot be read: it stays where it is, for a person to look at. */
async function read(path: string): Promise<SavedRequestRecord | null> {
  try {
    if ((await stat(path)).size > largestFile) return null;
    return SavedRequestRecord.safeParse(JSON.parse(await readFile(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
