import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Clock } from '@hooktap/core';
import type { Saying } from '@hooktap/protocol';
import { replaceFile } from './atomic-file.ts';
import type { DataPaths } from './data-paths.ts';
import type { FilePort } from './file-port.ts';
import { makeFolder } from './folders.ts';
import type { SealedSegment } from './segment-catalog.ts';
import { SegmentContents } from './segment-contents.ts';
import { headerLine } from './segment-header.ts';
import {
  checkFormat,
  encodeIndex,
  readContents,
  readEarlierContents,
  readSummary,
  type SegmentKnowledge,
} from './segment-index.ts';
import { readManifest, writeManifest } from './segment-manifest.ts';
import { type SegmentScan, scanSegment } from './segment-scan.ts';
import { sameStamp, stampOf } from './segment-stamp.ts';
import { warns } from './warns.ts';

/** The manifest is written again at opening where it lacks more than this; else it waits for the closing. */
const unlistedLimit = 8;

const numbersOf = (names: readonly string[]): number[] =>
  names.flatMap((name) => (/^\d+\.ndjson$/.test(name) ? [Number.parseInt(name, 10)] : []));

/** Segments that are as the manifest has them; that they are of our format was seen when they were listed. */
function listedSegments(paths: DataPaths, numbers: readonly number[]): ReadonlyMap<number, SealedSegment> {
  const manifest = readManifest(paths.manifest);
  const listed = new Map<number, SealedSegment>();
  for (const number of numbers) {
    const entry = manifest.get(number);
    const path = paths.segment(number);
    const stamp = entry && stampOf(path);
    if (stamp && sameStamp(stamp, entry.stamp)) listed.set(number, { ...entry, path });
  }
  return listed;
}

/** Opens the segments of a data directory, mending what a crash or a bad disk left. */
export class SegmentOpening {
  readonly #files: FilePort;
  readonly #paths: DataPaths;
  readonly #clock: Clock;
  readonly warnings: Saying[] = [];
  /** All that lies in the folder, and what the manifest has right: looked at once, nobody else changes it. */
  readonly #names: readonly string[];
  readonly #listed: ReadonlyMap<number, SealedSegment>;

  constructor(files: FilePort, paths: DataPaths, clock: Clock) {
    this.#files = files;
    this.#paths = paths;
    this.#clock = clock;
    this.#names = readdirSync(paths.segments);
    this.#listed = listedSegments(paths, numbersOf(this.#names));
  }

  /** Throws where one of the segments is of a later format, and changes nothing. */
  refuseNewer(): void {
    for (const number of numbersOf(this.#names)) {
      if (!this.#listed.has(number)) checkFormat(this.#paths.segment(number));
    }
  }

  /** In order; the notes of a segment are read only where its index does not fit it. */
  async all(): Promise<SealedSegment[]> {
    const segments: SealedSegment[] = [];
    let unlisted = 0;
    for (const number of this.#numbers()) {
      const known = this.#listed.get(number);
      if (!known) unlisted += 1;
      segments.push(known ?? (await this.#open(number)));
    }
    if (unlisted > unlistedLimit) writeManifest(this.#paths.manifest, segments);
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
    const numbers = numbersOf(this.#names);
    this.#tidy(new Set(numbers));
    return numbers.sort((a, b) => a - b);
  }

  /** What a crash left half-written, and what lay beside a segment that is gone. */
  #tidy(numbers: ReadonlySet<number>): void {
    for (const name of this.#names) {
      const besides = /^(\d+)\.(?:index|text|facts|deliveries)$/.exec(name)?.[1];
      const isLeft = besides !== undefined && !numbers.has(Number.parseInt(besides, 10));
      if (isLeft || name.endsWith('.tmp')) rmSync(join(this.#paths.segments, name), { force: true });
    }
  }

  async #open(number: number): Promise<SealedSegment> {
    const path = this.#paths.segment(number);
    const known = readSummary(path, this.#paths.index(number));
    if (known) return { number, path, ...known };
    const earlier = readEarlierContents(path, this.#paths.index(number));
    if (earlier) return { number, path, ...(await this.#writeIndex(number, earlier)) };
    const scan = scanSegment(path, readFileSync(path));
    if (scan.bad.length > 0) await this.#setAside(path, scan);
    if (!scan.clean) await replaceFile(this.#files, path, Buffer.concat([headerLine, ...scan.lines]));
    return { number, path, ...(await this.#writeIndex(number, new SegmentContents(scan.notes))) };
  }

  async #writeIndex(number: number, contents: SegmentContents): Promise<SegmentKnowledge> {
    const { file, known } = encodeIndex(this.#paths.segment(number), contents);
    await writeFile(this.#paths.index(number), file, { mode: 0o600 });
    return known;
  }

  async #setAside(path: string, { bad, notes }: SegmentScan): Promise<void> {
    makeFolder(this.#paths.damaged);
    const copy = join(this.#paths.damaged, `${basename(path, '.ndjson')}-${this.#clock.now()}.txt`);
    await writeFile(copy, Buffer.concat(bad), { mode: 0o600 });
    this.warnings.push(
      warns('segment-damaged', {
        path,
        lines: String(bad.length),
        copy,
        kept: String(notes.length),
      }),
    );
  }
}
