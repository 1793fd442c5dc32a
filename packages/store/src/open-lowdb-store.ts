import { accessSync, chmodSync, constants } from 'node:fs';
import { type Clock, type Store, systemClock } from '@hooktap/core';
import { BlobStore } from './blob-store.ts';
import { type DataPaths, dataPaths } from './data-paths.ts';
import { DeliveryTables } from './delivery-tables.ts';
import { FactTables } from './fact-tables.ts';
import { type FilePort, nodeFiles } from './file-port.ts';
import { makeFolder } from './folders.ts';
import { LiveSegment } from './live-segment.ts';
import { acquireLock, type Lock } from './lock.ts';
import { LowdbStore } from './lowdb-store.ts';
import { QuietWork } from './quiet-work.ts';
import { RejectedFile } from './rejected-file.ts';
import { type SealedSegment, SegmentCatalog } from './segment-catalog.ts';
import { NewerFormatError } from './segment-header.ts';
import { SegmentOpening } from './segment-open.ts';
import { SegmentTexts } from './segment-texts.ts';
import { SeqCounter } from './seq-counter.ts';
import { SettingsFile } from './settings-file.ts';
import { storeFailure } from './store-failure.ts';
import { warns } from './warns.ts';

export interface LowdbStoreOptions {
  readonly dataDir: string;
  readonly clock?: Clock;
  readonly file?: FilePort;
  /** Captures per segment. */
  readonly segmentEvents?: number;
  /** Bodies above it go to files of their own. */
  readonly inlineLimit?: number;
}

export interface OpenFailure {
  readonly kind: 'in-use' | 'unwritable' | 'newer-format';
  readonly message: string;
}
export type OpenResult =
  | { readonly ok: true; readonly store: Store }
  | { readonly ok: false; readonly error: OpenFailure };

/** Opens the store of a data directory for this process alone. */
export async function openLowdbStore(options: LowdbStoreOptions): Promise<OpenResult> {
  const paths = dataPaths(options.dataDir);
  let lock: Lock | null = null;
  try {
    makeFolders(paths);
    lock = await acquireLock(paths.root);
    if (!lock) return { ok: false, error: inUse(paths.root) };
    return { ok: true, store: await openLocked(options, paths, lock) };
  } catch (error) {
    await lock?.release();
    if (error instanceof NewerFormatError) {
      return { ok: false, error: { kind: 'newer-format', message: error.message } };
    }
    return { ok: false, error: { kind: 'unwritable', message: storeFailure(error, paths.root).message } };
  }
}

const inUse = (root: string): OpenFailure => ({
  kind: 'in-use',
  message: `Another Hooktap is using ${root}. Stop it (hooktap stop), or choose another folder with --data-dir.`,
});

function makeFolders({ root, segments, blobs }: DataPaths): void {
  const folders = [root, segments, blobs];
  for (const folder of folders) makeFolder(folder);
  chmodSync(root, 0o700);
  for (const folder of folders) accessSync(folder, constants.W_OK);
}

async function openLocked(options: LowdbStoreOptions, paths: DataPaths, lock: Lock): Promise<LowdbStore> {
  const files = options.file ?? nodeFiles;
  const blobs = new BlobStore(files, paths);
  const rejected = new RejectedFile(paths.rejected);
  const opening = new SegmentOpening(files, paths, options.clock ?? systemClock);
  // What a later version wrote is refused before anything is mended or tidied away.
  const { settings, damaged } = await SettingsFile.open(files, paths.settings);
  opening.refuseNewer();
  // These wait for the disk, while the segments are read; the lock is held until they are over.
  const besides = Promise.allSettled([blobs.tidy(), rejected.load()]);
  const segments = await opening.all().finally(() => besides);
  for (const done of await besides) if (done.status === 'rejected') throw done.reason;
  const lastSeq = segments.reduce((last, { summary }) => Math.max(last, summary.lastSeq), 0);
  // Waits for the disk too.
  const counting = SeqCounter.open(settings, lastSeq);
  counting.catch(() => {});
  const current = goOn(segments.at(-1), files, paths, opening);
  const catalog = new SegmentCatalog(segments.slice(0, -1), current, opening.load);
  const quiet = new QuietWork();
  const texts = new SegmentTexts(files, paths, quiet);
  texts.adopt(current);
  const facts = new FactTables(files, paths);
  facts.adopt(current);
  const tables = new DeliveryTables(files, paths);
  tables.adopt(current);
  const warnings = damaged
    ? [...opening.warnings, warns('settings-damaged', { path: paths.settings })]
    : opening.warnings;
  const { segmentEvents = 1000, inlineLimit = 64 * 1024 } = options;
  return new LowdbStore({
    files,
    paths,
    catalog,
    blobs,
    texts,
    facts,
    quiet,
    tables,
    settings,
    counter: await counting,
    rejected,
    lock,
    warnings,
    segmentEvents,
    inlineLimit,
  });
}

/** The last segment is added to again, or there is a first one. */
function goOn(
  last: SealedSegment | undefined,
  files: FilePort,
  paths: DataPaths,
  opening: SegmentOpening,
): LiveSegment {
  return last
    ? new LiveSegment(files, last.number, last.path, opening.load(last))
    : new LiveSegment(files, 1, paths.segment(1));
}
