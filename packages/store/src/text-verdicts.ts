import type { EventCondition } from '@hooktap/core';
import type { Seq } from '@hooktap/protocol';
import type { EventFacts } from '@hooktap/query';

export const no = 0;
export const maybe = 1;
export const yes = 2;

export type FactTest = (facts: EventFacts) => boolean;

/** What can be told of some events without reading them; verdicts are yes, no or maybe for each. */
export interface Evidence {
  readonly size: number;
  /** Undefined where there is no such event. */
  seqAt(index: number): Seq | undefined;
  /** Milliseconds since 1970. */
  receivedAt(index: number): number;
  isMarked(index: number): boolean;
  facts(fits: FactTest): Uint8Array;
  /** Whether their search texts have this one, which is not empty. */
  containing(text: string): Uint8Array;
}

export function verdicts(condition: EventCondition, evidence: Evidence): Uint8Array {
  const { size } = evidence;
  switch (condition.kind) {
    case 'ask':
      return new Uint8Array(size).fill(maybe);
    case 'contains':
      return condition.text === '' ? new Uint8Array(size).fill(yes) : evidence.containing(condition.text);
    case 'facts':
      return evidence.facts(condition.fits);
    case 'marked':
      return each(size, (index) => evidence.isMarked(index));
    case 'numbered':
      return each(size, (index) => condition.fits(evidence.seqAt(index) ?? -1));
    case 'received':
      return each(size, (index) => {
        const at = evidence.receivedAt(index);
        return at >= condition.from && at < condition.to;
      });
    case 'not':
      return verdicts(condition.of, evidence).map((verdict) => yes - verdict);
    case 'all': {
      const result = new Uint8Array(size).fill(yes);
      for (const part of condition.of) {
        lower(result, verdicts(part, evidence));
        if (result.every((verdict) => verdict === no)) break;
      }
      return result;
    }
    case 'some': {
      const result = new Uint8Array(size);
      for (const part of condition.of) raise(result, verdicts(part, evidence));
      return result;
    }
  }
}

/** Whether any part of a condition is of this kind. */
export function hasKind(condition: EventCondition, kind: EventCondition['kind']): boolean {
  if (condition.kind === kind) return true;
  if (condition.kind === 'not') return hasKind(condition.of, kind);
  return 'of' in condition && condition.of.some((part) => hasKind(part, kind));
}

function each(size: number, fits: (index: number) => boolean): Uint8Array {
  const result = new Uint8Array(size);
  for (let index = 0; index < size; index++) if (fits(index)) result[index] = yes;
  return result;
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
