import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { WrittenFacts } from './fact-table.ts';
import { type SegmentStamp, sameStamp } from './segment-stamp.ts';

/** Raised whenever facts change; a file of another version is made anew. */
const factsVersion = 1;

/** First line of a file of facts; the second has them. */
const Head = z.object({
  hooktap: z.literal('facts'),
  version: z.literal(factsVersion),
  /** The segment it was made of. */
  segment: z.object({ bytes: z.number(), mtimeMs: z.number() }),
  hash: z.string(),
});

const hashOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

export function encodeFacts(segment: SegmentStamp, facts: WrittenFacts): Buffer {
  const body = JSON.stringify(facts);
  const head: z.infer<typeof Head> = {
    hooktap: 'facts',
    version: factsVersion,
    segment,
    hash: hashOf(body),
  };
  return Buffer.from(`${JSON.stringify(head)}\n${body}\n`);
}

/** Undefined where there is none that fits the segment, or a damaged one: a shortcut less. */
export function readFacts(path: string, stamp: SegmentStamp): WrittenFacts | undefined {
  try {
    const file = readFileSync(path);
    const split = file.indexOf(0x0a) + 1;
    const head = Head.parse(JSON.parse(file.toString('utf8', 0, split)));
    const body = file.subarray(split, file.length - 1);
    // The hash is the door: what it fits was written by this code.
    const fits = sameStamp(head.segment, stamp) && head.hash === hashOf(body);
    return fits ? (JSON.parse(body.toString('utf8')) as WrittenFacts) : undefined;
  } catch {
    return undefined;
  }
}
