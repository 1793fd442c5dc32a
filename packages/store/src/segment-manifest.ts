import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SegmentStamp } from './segment-stamp.ts';
import type { SegmentSummary } from './segment-summary.ts';

/** Raised whenever summaries change; a manifest of another version is passed over. */
const manifestVersion = 3;

/** A segment as the manifest has it: to be believed only where its file still has this stamp. */
export interface ManifestEntry {
  readonly number: number;
  readonly stamp: SegmentStamp;
  readonly summary: SegmentSummary;
}

/** The first line: what fits it was written by this code. */
const headOf = (body: Buffer): Buffer =>
  Buffer.from(`hooktap manifest ${manifestVersion} ${createHash('sha256').update(body).digest('hex')}\n`);

/** Empty where there is none, or a damaged one: then each segment's own index is read. */
export function readManifest(path: string): Map<number, ManifestEntry> {
  try {
    const file = readFileSync(path);
    const split = file.indexOf(0x0a) + 1;
    const body = file.subarray(split);
    if (!file.subarray(0, split).equals(headOf(body))) return new Map();
    const entries = JSON.parse(body.toString('utf8')) as ManifestEntry[];
    return new Map(entries.map((entry) => [entry.number, entry]));
  } catch {
    return new Map();
  }
}

/** All summaries in one file, so that opening reads one and not hundreds. Where this fails there is just none. */
export function writeManifest(path: string, entries: readonly ManifestEntry[]): void {
  const body = Buffer.from(
    JSON.stringify(entries.map(({ number, stamp, summary }) => ({ number, stamp, summary }))),
  );
  const draft = `${path}.tmp`;
  try {
    // Not forced to disk: a torn one is known by its hash.
    writeFileSync(draft, Buffer.concat([headOf(body), body]), { mode: 0o600 });
    renameSync(draft, path);
  } catch {}
}
