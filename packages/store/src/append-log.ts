import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { FilePort, OpenFile } from './file-port.ts';
import { headerLine } from './segment-header.ts';
import type { StoredRecord } from './stored-record.ts';

/** A record and, until it is on disk, its line. Read back lazily: undefined where only disk has it. */
export interface LogEntry {
  readonly record: StoredRecord | undefined;
  line: string | undefined;
  readonly bytes: number;
}

/** Up to this many bytes are written at once, not by another thread. */
export const littleBytes = 256 * 1024;

/**
 * Room is made so much ahead. Forcing an append within the file's length costs the disk about half of forcing one that
 * makes it longer: the file system has only the content to write.
 */
const roomBytes = 256 * 1024;
/** A larger write pays for the new length once for many, and would use up the room at once. */
const smallBytes = 32 * 1024;

/**
 * A lowdb adapter whose data is an append-only list and whose write adds only what is not yet on
 * disk, in one piece; a write that fails is taken back to the last good offset.
 */
export class AppendLog implements Adapter<LogEntry[]> {
  readonly #files: FilePort;
  readonly path: string;
  #file: OpenFile | undefined;
  #scratch: Buffer = Buffer.alloc(0);
  #size: number;
  #written: number;
  /** The length of the file, with the room that was made. */
  #roomEnd = 0;
  /** What the last sync covered, as bytes and as entries. */
  #safe: { size: number; entries: number };
  #takingBack = false;
  /** What does not count may still stand at the end of the file. */
  #isTorn = false;
  #cutting: Promise<void> = Promise.resolve();

  constructor(files: FilePort, path: string, onDisk: { bytes: number; entries: number }) {
    this.#files = files;
    this.path = path;
    this.#size = onDisk.bytes;
    this.#written = onDisk.entries;
    this.#safe = { size: onDisk.bytes, entries: onDisk.entries };
  }

  /** Nothing to take over: who opens the store reads the file line by line, with its damage. */
  async read(): Promise<null> {
    return null;
  }

  /** Once a write goes to the file at once: it is open, and nothing stands in it that was taken back. */
  async ready(): Promise<void> {
    if (!this.#file) await this.#open();
    if (this.#isTorn) await this.#takeBack();
  }

  async write(data: LogEntry[]): Promise<void> {
    const file = this.#file ?? (await this.#open());
    const fresh = data.slice(this.#written);
    const bytes = this.#encode(fresh);
    try {
      if (bytes.length <= littleBytes) file.appendNow(bytes);
      else await file.append(bytes);
    } catch (error) {
      await this.#takeBack();
      throw error;
    }
    this.#size += bytes.length;
    this.#written += fresh.length;
    if (bytes.length <= smallBytes && this.#size > this.#roomEnd) {
      file.makeRoom(roomBytes);
      this.#roomEnd = this.#size + roomBytes;
    }
    for (const entry of fresh) entry.line = undefined;
  }

  /** The lines of entries one after the other; of little, in the one buffer that serves every write. */
  #encode(entries: readonly LogEntry[]): Buffer {
    const length = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    const buffer = length > littleBytes ? Buffer.allocUnsafe(length) : this.#scratchOf(length);
    let end = 0;
    for (const { line } of entries) end += buffer.write(line ?? '', end);
    return buffer.subarray(0, end);
  }

  #scratchOf(length: number): Buffer {
    if (this.#scratch.length < length) {
      this.#scratch = Buffer.allocUnsafeSlow(Math.min(littleBytes, 2 * length));
    }
    return this.#scratch;
  }

  /**
   * Forces what was written until now to disk; more may be written meanwhile. Where it fails, all that is not safe is
   * taken back, with what was written meanwhile.
   */
  async sync(): Promise<void> {
    if (!this.#file) return;
    const covered = { size: this.#size, entries: this.#written };
    try {
      await this.#file.sync();
      this.#safe = covered;
    } catch (error) {
      this.#takingBack = true;
      this.#size = this.#safe.size;
      this.#written = this.#safe.entries;
      // Until those who are told of it have dropped what was lost, too.
      const over = () => setImmediate(() => (this.#takingBack = false));
      await this.#takeBack().finally(over);
      throw error;
    }
  }

  /**
   * Cuts off what does not count. One after the other: a write and a sync may fail at the same time, and the longer cut
   * after the shorter one would fill the file up with zeros. Where it fails, it is made up for before the next write.
   */
  #takeBack(): Promise<void> {
    this.#isTorn = true;
    const cut = this.#cutting.then(async () => {
      this.#isTorn = true;
      await this.#file?.truncate(this.#size);
      this.#roomEnd = 0;
      this.#isTorn = false;
    });
    this.#cutting = cut.catch(() => {});
    return cut;
  }

  /** A sync has failed, and nothing may be written before the end of that. */
  get takingBack(): boolean {
    return this.#takingBack;
  }

  /** How many entries are on disk. */
  get written(): number {
    return this.#written;
  }

  get size(): number {
    return this.#size;
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    // Where that fails it is cut off before the next append.
    if (this.#roomEnd > this.#size) await file?.truncate(this.#size).catch(() => {});
    await file?.close();
  }

  async #open(): Promise<OpenFile> {
    if (this.#file) return this.#file;
    const file = await this.#files.open(this.path);
    try {
      await this.#begin(file);
    } catch (error) {
      await file.close();
      throw error;
    }
    this.#file = file;
    return file;
  }

  async #begin(file: OpenFile): Promise<void> {
    if (this.#size > 0) {
      // Room that was left at the last closing.
      if ((await file.size()) > this.#size) await file.truncate(this.#size);
      return;
    }
    // A header that an earlier try left half-written goes first.
    await file.truncate(0);
    await file.append(headerLine);
    await this.#files.syncDir(dirname(this.path));
    this.#size = headerLine.length;
    this.#safe = { size: this.#size, entries: 0 };
  }
}
