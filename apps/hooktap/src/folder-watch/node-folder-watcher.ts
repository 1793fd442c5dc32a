import { watch } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import type { FolderListener, FolderWatch, FolderWatcher } from '@hooktap/core';
import type { Saying } from '@hooktap/protocol';
import { FolderTree } from './folder-tree.ts';
import { says, watchFault } from './watch-fault.ts';

/** Where the system itself watches a whole tree; Node's own stand-in elsewhere would open `node_modules` too. */
const watchesTrees = (platform: NodeJS.Platform): boolean => platform === 'darwin' || platform === 'win32';

/** The port over `node:fs.watch`. */
export const nodeFolderWatcher = (platform: NodeJS.Platform = process.platform): FolderWatcher => ({
  async watch(given, listener) {
    if (!isAbsolute(given)) return refuse(says('folder-relative', { folder: given }));
    try {
      const folder = await realpath(given);
      if (!(await stat(folder)).isDirectory()) return refuse(says('folder-file', { folder: given }));
      const watched = watchesTrees(platform)
        ? wholeTree(folder, listener)
        : await FolderTree.open(folder, listener);
      return { ok: true, watch: watched };
    } catch (error) {
      return refuse(watchFault(error, given));
    }
  },
});

const refuse = (why: Saying) => ({ ok: false as const, ...why });

function wholeTree(folder: string, listener: FolderListener): FolderWatch {
  let closed = false;
  const lose = (error: unknown): void => {
    if (closed) return;
    closed = true;
    watcher.close();
    listener.lost(watchFault(error, folder));
  };
  const watcher = watch(folder, { recursive: true, persistent: false }, (_type, name) => {
    if (closed) return;
    if (name === null) return;
    lstat(join(folder, name)).then(
      (found) => !closed && !found.isDirectory() && listener.changed(name.split(sep).join('/')),
      async () => {
        if (closed) return;
        listener.changed(name.split(sep).join('/'));
        await stat(folder).catch(lose);
      },
    );
  });
  watcher.on('error', lose);
  return {
    folder,
    close() {
      closed = true;
      watcher.close();
    },
  };
}
