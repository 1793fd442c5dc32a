import { statSync } from 'node:fs';

/** Length and moment of a segment file, by which what was made of it knows it again. */
export interface SegmentStamp {
  readonly bytes: number;
  readonly mtimeMs: number;
}

/** Undefined where there is no such file. */
export function stampOf(segmentPath: string): SegmentStamp | undefined {
  const found = statSync(segmentPath, { throwIfNoEntry: false });
  return found && { bytes: found.size, mtimeMs: found.mtimeMs };
}

export const sameStamp = (one: SegmentStamp, other: SegmentStamp): boolean =>
  one.bytes === other.bytes && one.mtimeMs === other.mtimeMs;
