import type { EventCondition } from '@hooktap/core';
import type { TextChunk } from './text-chunk.ts';

export const no = 0;
export const maybe = 1;
export const yes = 2;

/**
 * For each text of the chunk: yes, no or maybe. What `incomplete` names has text elsewhere too, which adds to it or
 * takes the place of some, so no word in it is sure.
 */
export function verdicts(
  condition: EventCondition,
  chunk: TextChunk,
  incomplete: (index: number) => boolean,
): Uint8Array {
  const size = chunk.ends.length;
  switch (condition.kind) {
    case 'ask':
      return new Uint8Array(size).fill(maybe);
    case 'contains':
      return containing(condition.text, chunk, incomplete);
    case 'received':
      return Uint8Array.from(chunk.ats, (at) => (at >= condition.from && at < condition.to ? yes : no));
    case 'not':
      return verdicts(condition.of, chunk, incomplete).map((verdict) => yes - verdict);
    case 'all': {
      const result = new Uint8Array(size).fill(yes);
      for (const part of condition.of) {
        lower(result, verdicts(part, chunk, incomplete));
        if (result.every((verdict) => verdict === no)) break;
      }
      return result;
    }
    case 'some': {
      const result = new Uint8Array(size);
      for (const part of condition.of) raise(result, verdicts(part, chunk, incomplete));
      return result;
    }
  }
}

function containing(text: string, chunk: TextChunk, incomplete: (index: number) => boolean): Uint8Array {
  const { bytes, ends } = chunk;
  const found = new Uint8Array(ends.length);
  if (text === '') return found.fill(yes);
  const needle = Buffer.from(text);
  let index = 0;
  let at = bytes.indexOf(needle);
  while (at >= 0) {
    while ((ends[index] ?? Infinity) <= at) index += 1;
    found[index] = yes;
    // Once in a text is enough.
    at = bytes.indexOf(needle, ends[index]);
  }
  for (let index = 0; index < ends.length; index++) if (incomplete(index)) found[index] = maybe;
  return found;
}

function lower(result: Uint8Array, other: Uint8Array): void {
  for (let index = 0; index < result.length; index++) {
    result[index] = Math.min(result[index] ?? no, other[index] ?? no);
  }
}

function raise(result: Uint8Array, other: Uint8Array): void {
  for (let index = 0; index < result.length; index++) {
    result[index] = Math.max(result[index] ?? no, other[index] ?? no);
  }
}
