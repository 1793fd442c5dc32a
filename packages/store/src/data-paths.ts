import { join } from 'node:path';

/** Where everything lies in a data directory. */
export interface DataPaths {
  readonly root: string;
  readonly segments: string;
  readonly manifest: string;
  readonly blobs: string;
  readonly damaged: string;
  readonly settings: string;
  readonly rejected: string;
  segment(number: number): string;
  index(number: number): string;
  text(number: number): string;
  facts(number: number): string;
  deliveries(number: number): string;
  blob(sha256: string): string;
}

export function dataPaths(root: string): DataPaths {
  const segments = join(root, 'segments');
  const blobs = join(root, 'blobs');
  const name = (number: number) => String(number).padStart(6, '0');
  return {
    root,
    segments,
    manifest: join(segments, 'manifest'),
    blobs,
    damaged: join(root, 'damaged'),
    settings: join(root, 'settings.json'),
    rejected: join(root, 'rejected.ndjson'),
    segment: (number) => join(segments, `${name(number)}.ndjson`),
    index: (number) => join(segments, `${name(number)}.index`),
    text: (number) => join(segments, `${name(number)}.text`),
    facts: (number) => join(segments, `${name(number)}.facts`),
    deliveries: (number) => join(segments, `${name(number)}.deliveries`),
    blob: (sha256) => join(blobs, sha256.slice(0, 2), sha256),
  };
}
