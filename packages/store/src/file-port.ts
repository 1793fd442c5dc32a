import * as callbackFs from 'node:fs';
import { constants, promises as fs, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { makeFolder } from './folders.ts';

/** An open file of the data path. */
export interface OpenFile {
  /** Writes all of `bytes` at the end, or throws with an unknown part written. */
  append(bytes: Uint8Array): Promise<void>;
  /**
   * The same at once, into the system's cache. For little: then handing it to another thread and back costs more
   * than writing it. What waits for the disk is `sync`.
   */
  appendNow(bytes: Uint8Array): void;
  /**
   * Writes zeros behind the end, where the next appends will lie, as far as that goes: forcing these then has no new
   * length to force. `truncate` cuts them off.
   */
  makeRoom(bytes: number): void;
  /** Forces content and length to disk. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

/** The port to the file system for everything that durability hangs on, so that a test can watch the order. */
export interface FilePort {
  /** For appending; made where it is missing. */
  open(path: string): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  makeDir(path: string): Promise<void>;
  /** Forces a folder's entries to disk; nothing where the platform cannot. */
  syncDir(path: string): Promise<void>;
}

const writing = constants.O_WRONLY | constants.O_CREAT;

// By callback and descriptor: a capture forces the file, and a FileHandle's own promises cost it twice as much.
const datasync = promisify(callbackFs.fdatasync);

async function openForAppend(path: string): Promise<OpenFile> {
  const handle = await fs.open(path, writing, 0o600);
  let end = (await handle.stat()).size;
  return {
    async append(bytes) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, end);
        done += bytesWritten;
        end += bytesWritten;
      }
    },
    appendNow(bytes) {
      for (let done = 0; done < bytes.length; ) {
        const written = writeSync(handle.fd, bytes, done, bytes.length - done, end);
        done += written;
        end += written;
      }
    },
    makeRoom(bytes) {
      try {
        writeSync(handle.fd, new Uint8Array(bytes), 0, bytes, end);
      } catch {
        // A full disk is the next append's to tell.
      }
    },
    sync: () => datasync(handle.fd),
    async truncate(length) {
      await handle.truncate(length);
      end = length;
    },
    size: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}

async function syncDir(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The file system of Node. */
export const nodeFiles: FilePort = {
  open: openForAppend,
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path, { force: true }),
  makeDir: async (path) => makeFolder(path),
  syncDir,
};
