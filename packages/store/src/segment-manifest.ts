import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { SegmentStamp } from './segment-stamp.ts';
import type { SegmentSummary } from './segment-summary.ts';

/** Raised whenever summaries change; a manifest of another version is passed over. */
const manifestVersion = 1;

const ManifestHead = z.object({
  hooktap: z.literal('manifest'),
  version: z.literal(manifestVersion),
  hash: z.string(),
});

/** A segment as the manifest has it: to be believed only where its file still has this stamp. */
export interface ManifestEntry {
  readonly number: number;
  readonly stamp: SegmentStamp;
  readonly summary: SegmentSummary;
}

const hashOf = (text: Buffer): string => createHash('sha256').update(text).digest('hex');

/** Empty where there is none, or a damaged one: then each segment's own index is read. */
export function readManifest(path: string): Map<number, ManifestEntry> {
  try {
    const file = readFileSync(path);
    const split = file.indexOf(0x0a) + 1;
    const head = ManifestHead.parse(JSON.parse(file.toString('utf8', 0, split)));
    const body = file.subarray(split);
    // The hash is the door: what it fits was written by this code.
    if (hashOf(body) !== head.hash) return new Map();
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
  const head = { hooktap: 'manifest', version: manifestVersion, hash: hashOf(body) };
  const draft = `${path}.tmp`;
  try {
    // Not forced to disk: a torn one is known by its hash.
    writeFileSync(draft, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]), { mode: 0o600 });
    renameSync(draft, path);
  } catch {}
}
