import type { Saying } from '@hooktap/protocol';
import { imports } from './unreadable.ts';

/** More than an event of the largest body takes, written at its longest. */
const longestEntry = 64 * 1024 * 1024;
/** No key that is looked for is longer. */
const longestKey = 64;

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];

/** What stands between two commas of `log.entries`; null in place of one that is too long, which is not kept. */
export type HarPiece = Buffer | null;

/** How many brackets are open around the members of the file, of `log`, and the items of `log.entries`. */
const [inFile, inLog, inEntries] = [1, 2, 3];

/**
 * Finds the entries of a HAR file in the chunks of it as they come, so that neither the file has to be in memory nor
 * is anybody kept waiting while all of it is read. What stands around the entries is only counted, not checked.
 */
export class HarScan {
  #depth = 0;
  #isLog = false;
  #isEntries = false;
  #hasEntries = false;
  #isBroken = false;
  #inString = false;
  #isEscaped = false;
  /** The string read last, where it may be a key that is looked for. */
  #string = '';
  #key: string | null = null;
  /** Of the entry that is being read; null between two of them. */
  #parts: Buffer[] | null = null;
  #size = 0;

  /** The entries that end in this chunk. */
  feed(chunk: Buffer): HarPiece[] {
    const found: HarPiece[] = [];
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      if (this.#inString) {
        at = this.#toEndOfString(chunk, at);
        continue;
      }
      const byte = chunk[at] ?? 0;
      if (byte <= 0x20) continue;
      if (this.#isEntries && this.#depth === inEntries) {
        if (byte === comma || byte === closeList) {
          if (this.#parts) found.push(this.#endEntry(chunk.subarray(start, at)));
        } else if (!this.#parts) {
          this.#parts = [];
          start = at;
        }
      }
      this.#take(byte);
    }
    if (this.#parts) this.#keep(chunk.subarray(start));
    return found;
  }

  /** Why the file is none that can be read, once all of it was fed; null where it can. */
  fault(): Saying | null {
    if (this.#isBroken) return imports.sentence('json-closed');
    if (this.#depth > 0) return imports.sentence('json-early');
    return this.#hasEntries ? null : imports.sentence('no-har');
  }

  /** The place of the quote that ends the string, or the end of the chunk. */
  #toEndOfString(chunk: Buffer, from: number): number {
    let at = from;
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === backslash) this.#isEscaped = true;
      else if (byte === quote) {
        this.#inString = false;
        break;
      }
    }
    const mayBeKey = this.#depth === inFile || (this.#isLog && this.#depth === inLog);
    if (mayBeKey && this.#string.length < longestKey)
      this.#string += chunk.toString('latin1', from, Math.min(at, from + longestKey));
    return at;
  }

  #take(byte: number): void {
    switch (byte) {
      case quote:
        this.#inString = true;
        this.#string = '';
        break;
      case colon:
        this.#key = unescaped(this.#string);
        break;
      case comma:
        this.#key = null;
        break;
      case openObject:
      case openList:
        this.#enter(byte);
        break;
      case closeObject:
      case closeList:
        this.#leave();
        break;
    }
  }

  #enter(byte: number): void {
    this.#depth += 1;
    if (this.#depth === inLog) this.#isLog = byte === openObject && this.#key === 'log';
    if (this.#depth === inEntries && this.#isLog && byte === openList && this.#key === 'entries') {
      this.#isEntries = true;
      this.#hasEntries = true;
    }
  }

  #leave(): void {
    if (this.#depth === inEntries) this.#isEntries = false;
    if (this.#depth === inLog) this.#isLog = false;
    this.#depth -= 1;
    if (this.#depth >= 0) return;
    this.#depth = 0;
    this.#isBroken = true;
  }

  #keep(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > longestEntry) this.#parts = [];
    else this.#parts?.push(part);
  }

  #endEntry(last: Buffer): HarPiece {
    this.#keep(last);
    const entry = this.#size > longestEntry ? null : Buffer.concat(this.#parts ?? []);
    this.#parts = null;
    this.#size = 0;
    return entry;
  }
}

function unescaped(key: string): string {
  if (!key.includes('\\')) return key;
  try {
    return String(JSON.parse(`"${key}"`));
  } catch {
    return key;
  }
}
