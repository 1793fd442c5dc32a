import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { FilePort } from './file-port.ts';

/** Replaces a file as a whole: after a crash there is the old content or the new one, never a mix. */
export async function replaceFile(files: FilePort, path: string, content: Uint8Array): Promise<void> {
  const draft = await writeDraft(files, path, content);
  await files.rename(draft, path);
  await files.syncDir(dirname(path));
}

/** Forced to disk beside `path`, to be renamed over it; leaves nothing behind where that failed. */
export async function writeDraft(files: FilePort, path: string, content: Uint8Array): Promise<string> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  const file = await files.open(draft);
  try {
    await file.append(content);
    await file.sync();
  } catch (error) {
    await file.close();
    await files.remove(draft);
    throw error;
  }
  await file.close();
  return draft;
}
