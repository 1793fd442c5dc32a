import type { JsonKind } from '@hooktap/protocol';

export type { JsonKind };
export const jsonKinds = [
  'null',
  'boolean',
  'integer',
  'number',
  'string',
  'array',
  'object',
] as const satisfies readonly JsonKind[];

/** Several kinds as bits. */
export type KindSet = number;

export const kindBit = (kind: JsonKind): KindSet => 1 << jsonKinds.indexOf(kind);
export const kindsOf = (set: KindSet): JsonKind[] => jsonKinds.filter((_kind, index) => set & (1 << index));
