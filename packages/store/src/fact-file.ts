import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { WrittenFacts } from './fact-table.ts';
import { type SegmentStamp, sameStamp } from './segment-stamp.ts';

/** Raised whenever facts change; a file of another version is made anew. */
const factsVersion = 2;

/** First line of a file of facts; the second has them, the third where the lines of these events are. */
const Head = z.object({
  hooktap: z.literal('facts'),
  version: z.literal(factsVersion),
  /** The segment it was made of. */
  segment: z.object({ bytes: z.number(), mtimeMs: z.number() }),
  hash: z.string(),
  placesHash: z.string(),
});

const hashOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** Where the lines of a segment's events are: for each event how many there are, and then all of them. */
export interface WrittenPlaces {
  readonly counts: readonly number[];
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
}

export function encodeFacts(segment: SegmentStamp, facts: WrittenFacts, places: WrittenPlaces): Buffer {
  const body = JSON.stringify(facts);
  const where = JSON.stringify(places);
  const head: z.infer<typeof Head> = {
    hooktap: 'facts',
    version: factsVersion,
    segment,
    hash: hashOf(body),
    placesHash: hashOf(where),
  };
  return Buffer.from(`${JSON.stringify(head)}\n${body}\n${where}\n`);
}

/** Undefined where there is none that fits the segment, or a damaged one: a shortcut less. */
export function readFacts(path: string, stamp: SegmentStamp): WrittenFacts | undefined {
  const found = linesOf(path, stamp);
  // The hash is the door: what it fits was written by this code.
  if (found?.head.hash !== hashOf(found?.facts ?? '')) return undefined;
  return JSON.parse(found.facts.toString('utf8')) as WrittenFacts;
}

/** Undefined where there are none that fit the segment, or damaged ones. */
export function readPlaces(path: string, stamp: SegmentStamp): WrittenPlaces | undefined {
  const found = linesOf(path, stamp);
  if (found?.head.placesHash !== hashOf(found?.places ?? '')) return undefined;
  return JSON.parse(found.places.toString('utf8')) as WrittenPlaces;
}

function linesOf(path: string, stamp: SegmentStamp) {
  try {
    const file = readFileSync(path);
    const first = file.indexOf(0x0a) + 1;
    const second = file.indexOf(0x0a, first) + 1;
    const head = Head.parse(JSON.parse(file.toString('utf8', 0, first)));
    if (!sameStamp(head.segment, stamp)) return undefined;
    const facts = file.subarray(first, second - 1);
    return { head, facts, places: file.subarray(second, file.length - 1) };
  } catch {
    return undefined;
  }
}
