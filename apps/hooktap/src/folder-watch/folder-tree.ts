import { type FSWatcher, watch } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type FolderListener, type FolderWatch, isWatchedFolder } from '@hooktap/core';
import type { Saying } from '@hooktap/protocol';
import { watchFault } from './watch-fault.ts';

const mostFolders = 8000;

/** `inner`: the paths of those watched folders that lie in it. */
interface WatchedFolder {
  readonly watcher: FSWatcher;
  readonly inner: Set<string>;
}

/**
 * A tree of folders, each watched by itself, without those that hold no code; folders that are made later are watched
 * too. Links are not followed.
 */
export class FolderTree implements FolderWatch {
  readonly folder: string;
  readonly #listener: FolderListener;
  /** By the path below the folder; its own is empty. */
  readonly #watched = new Map<string, WatchedFolder>();
  #closed = false;

  private constructor(folder: string, listener: FolderListener) {
    this.folder = folder;
    this.#listener = listener;
  }

  /** Once the whole tree is watched. */
  static async open(folder: string, listener: FolderListener): Promise<FolderTree> {
    const tree = new FolderTree(folder, listener);
    try {
      await tree.#add('', () => {});
      return tree;
    } catch (error) {
      tree.close();
      throw error;
    }
  }

  close(): void {
    this.#closed = true;
    for (const { watcher } of this.#watched.values()) watcher.close();
    this.#watched.clear();
  }

  /** Watches before it reads, so that nothing made in between is missed. */
  async #add(path: string, found: (file: string) => void): Promise<void> {
    if (this.#closed || this.#watched.has(path)) return;
    if (this.#watched.size >= mostFolders) {
      throw new Error(`there are more than ${mostFolders} folders below it. Choose a smaller one.`);
    }
    const watcher = watch(join(this.folder, path), { persistent: false }, (_type, name) => {
      if (name !== null) void this.#heard(path, name);
    });
    this.#watched.set(path, { watcher, inner: new Set() });
    if (path !== '') this.#watched.get(above(path))?.inner.add(path);
    watcher.on('error', () => this.#drop(path));
    for (const entry of await readdir(join(this.folder, path), { withFileTypes: true })) {
      const inner = below(path, entry.name);
      if (!entry.isDirectory()) found(inner);
      else if (isWatchedFolder(entry.name)) await this.#add(inner, found);
    }
  }

  async #heard(path: string, name: string): Promise<void> {
    const inner = below(path, name);
    const kind = await kindOf(join(this.folder, inner));
    if (this.#closed) return;
    if (kind === 'folder') {
      if (!isWatchedFolder(name) || this.#watched.has(inner)) return;
      await this.#add(inner, (file) => !this.#closed && this.#listener.changed(file)).catch(
        (error: unknown) => this.#later(inner, error),
      );
      return;
    }
    if (kind === 'gone') {
      this.#drop(inner);
      if (!(await this.#isThere())) return;
    }
    this.#listener.changed(inner);
  }

  /** A folder that is gone again is none; what the system refuses ends the watch, since changes would be missed. */
  async #later(path: string, error: unknown): Promise<void> {
    if (this.#closed || (await kindOf(join(this.folder, path))) === 'gone') return;
    this.#lose(watchFault(error, this.folder));
  }

  async #isThere(): Promise<boolean> {
    try {
      await stat(this.folder);
      return !this.#closed;
    } catch (error) {
      if (!this.#closed) this.#lose(watchFault(error, this.folder));
      return false;
    }
  }

  /** With all below it. Most of what goes is a file, so this costs nothing where there is no such folder. */
  #drop(path: string): void {
    if (path !== '') this.#watched.get(above(path))?.inner.delete(path);
    const going = [path];
    for (let next = going.pop(); next !== undefined; next = going.pop()) {
      const gone = this.#watched.get(next);
      this.#watched.delete(next);
      gone?.watcher.close();
      if (gone) going.push(...gone.inner);
    }
    if (path === '') void this.#isThere();
  }

  #lose(why: Saying): void {
    this.close();
    this.#listener.lost(why);
  }
}

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const below = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`);

async function kindOf(path: string): Promise<'folder' | 'file' | 'gone'> {
  try {
    return (await lstat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'gone';
  }
}
