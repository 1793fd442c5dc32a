import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Clock } from '@hooktap/core';
import type { Saying } from '@hooktap/protocol';
import { replaceFile } from './atomic-file.ts';
import type { DataPaths } from './data-paths.ts';
import type { FilePort } from './file-port.ts';
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
import { type ManifestEntry, readManifest, writeManifest } from './segment-manifest.ts';
import { type SegmentScan, scanSegment } from './segment-scan.ts';
import { sameStamp, stampOf } from './segment-stamp.ts';
import { warns } from './warns.ts';

/** The manifest is written again at opening where it lacks more than this; else it waits for the closing. */
const unlistedLimit = 8;

const numbersOf = (names: readonly string[]): number[] =>
  names.flatMap((name) => (/^\d+\.ndjson$/.test(name) ? [Number.parseInt(name, 10)] : []));

/** Opens the segments of a data directory, mending what a crash or a bad disk left. */
export class SegmentOpening {
  readonly #files: FilePort;
  readonly #paths: DataPaths;
  readonly #clock: Clock;
  readonly warnings: Saying[] = [];
  #manifest: ReadonlyMap<number, ManifestEntry> | undefined;

  constructor(files: FilePort, paths: DataPaths, clock: Clock) {
    this.#files = files;
    this.#paths = paths;
    this.#clock = clock;
  }

  /** Throws where one of the segments is of a later format, and changes nothing. */
  refuseNewer(): void {
    for (const number of numbersOf(readdirSync(this.#paths.segments))) {
      if (!this.#listed(number)) checkFormat(this.#paths.segment(number));
    }
  }

  /** In order; the notes of a segment are read only where its index does not fit it. */
  async all(): Promise<SealedSegment[]> {
    const segments: SealedSegment[] = [];
    let unlisted = 0;
    for (const number of this.#numbers()) {
      const known = this.#listed(number);
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

  /** A segment that is as the manifest has it; that it is of our format was seen when it was listed. */
  #listed(number: number): SealedSegment | undefined {
    this.#manifest ??= readManifest(this.#paths.manifest);
    const entry = this.#manifest.get(number);
    if (!entry) return undefined;
    const path = this.#paths.segment(entry.number);
    const stamp = stampOf(path);
    return stamp && sameStamp(stamp, entry.stamp) ? { ...entry, path } : undefined;
  }

  #numbers(): number[] {
    const names = readdirSync(this.#paths.segments);
    const numbers = numbersOf(names);
    this.#tidy(names, new Set(numbers));
    return numbers.sort((a, b) => a - b);
  }

  /** What a crash left half-written, and what lay beside a segment that is gone. */
  #tidy(names: readonly string[], numbers: ReadonlySet<number>): void {
    for (const name of names) {
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
    await mkdir(this.#paths.damaged, { recursive: true, mode: 0o700 });
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
