import type { Wrong } from './field-fault.ts';

/** Folders of these names, wherever they lie, and all whose name begins with a dot, hold nothing that a person edits. */
export const unwatchedFolders = ['node_modules', 'dist', 'build', 'coverage', '__pycache__', 'venv'] as const;

const unwatched: ReadonlySet<string> = new Set(unwatchedFolders);

export const isWatchedFolder = (name: string): boolean => !name.startsWith('.') && !unwatched.has(name);

/** What editors, logs and the system leave beside the code. */
const passing =
  /(?:~|\.sw[a-z]|\.tmp|\.temp|\.part|\.bak|\.log|\.pid|\.lock|\.tsbuildinfo|___jb_\w+___)$|^(?:\.#.*|#.*#|4913|\.DS_Store|Thumbs\.db)$/i;

/** Whether a change of the file counts: a path below the folder, parted by `/`. */
export function isWatchedFile(path: string): boolean {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  // What is gone may have been a folder.
  return name !== '' && !unwatched.has(name) && folders.every(isWatchedFolder) && !passing.test(name);
}

export interface FolderWatch {
  /** As the system names it: absolute, links resolved. */
  readonly folder: string;
  close(): void;
}

/** What a watch tells. Neither is called after `close`. */
export interface FolderListener {
  /** A file was written, made, moved or removed: its path below the folder, parted by `/`. */
  changed(path: string): void;
  /** It ends: the folder is gone, or the system watches no more. `why` is for a person. */
  lost(why: Wrong): void;
}

/** The port to the file system's own news. It only hears of names: no file is opened, and nothing is run. */
export interface FolderWatcher {
  watch(
    folder: string,
    listener: FolderListener,
  ): Promise<{ readonly ok: true; readonly watch: FolderWatch } | ({ readonly ok: false } & Wrong)>;
}

/** Where there is no file system. */
export const noFolderWatcher: FolderWatcher = {
  watch: async () => ({ ok: false, message: 'This Hooktap watches no folders.' }),
};
