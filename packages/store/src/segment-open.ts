import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Clock } from '@hooktap/core';
import { replaceFile } from './atomic-file.ts';
import type { DataPaths } from './data-paths.ts';
import type { FilePort } from './file-port.ts';
import type { SealedSegment } from './segment-catalog.ts';
import { SegmentContents } from './segment-contents.ts';
import { headerLine } from './segment-header.ts';
import { checkFormat, encodeIndex, readContents, readSummary } from './segment-index.ts';
import { type SegmentScan, scanSegment } from './segment-scan.ts';

/** Opens the segments of a data directory, mending what a crash or a bad disk left. */
export class SegmentOpening {
  readonly #files: FilePort;
  readonly #paths: DataPaths;
  readonly #clock: Clock;
  readonly warnings: string[] = [];

  constructor(files: FilePort, paths: DataPaths, clock: Clock) {
    this.#files = files;
    this.#paths = paths;
    this.#clock = clock;
  }

  /** In order; the notes of a segment are read only where its index does not fit it. */
  async all(): Promise<SealedSegment[]> {
    const segments: SealedSegment[] = [];
    for (const number of this.#numbers()) segments.push(await this.#open(number));
    return segments;
  }

  /** The notes of a segment: from its index, or anew where that is missing or damaged. */
  load = (segment: SealedSegment): SegmentContents => {
    const indexPath = this.#paths.index(segment.number);
    const known = readContents(indexPath);
    if (known) return known;
    const { notes } = scanSegment(segment.path, readFileSync(segment.path));
    const contents = new SegmentContents(notes);
    writeFileSync(indexPath, encodeIndex(segment.path, contents).file, { mode: 0o600 });
    return contents;
  };

  #numbers(): number[] {
    const names = readdirSync(this.#paths.segments);
    const numbers = names.flatMap((name) => (/^\d+\.ndjson$/.test(name) ? [Number.parseInt(name, 10)] : []));
    return numbers.sort((a, b) => a - b);
  }

  async #open(number: number): Promise<SealedSegment> {
    const path = this.#paths.segment(number);
    checkFormat(path);
    const known = readSummary(path, this.#paths.index(number));
    if (known) return { number, path, summary: known };
    const scan = scanSegment(path, readFileSync(path));
    if (scan.bad.length > 0) await this.#setAside(path, scan);
    if (!scan.clean) await replaceFile(this.#files, path, Buffer.concat([headerLine, ...scan.lines]));
    const { file, summary } = encodeIndex(path, new SegmentContents(scan.notes));
    await writeFile(this.#paths.index(number), file, { mode: 0o600 });
    return { number, path, summary };
  }

  async #setAside(path: string, { bad, notes }: SegmentScan): Promise<void> {
    await mkdir(this.#paths.damaged, { recursive: true, mode: 0o700 });
    const copy = join(this.#paths.damaged, `${basename(path, '.ndjson')}-${this.#clock.now()}.txt`);
    await writeFile(copy, Buffer.concat(bad), { mode: 0o600 });
    this.warnings.push(
      `${path} was damaged: ${bad.length} unreadable line(s) were moved to ${copy}; the other ${notes.length} records are kept.`,
    );
  }
}
