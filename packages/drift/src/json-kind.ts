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

const bits: Readonly<Record<JsonKind, KindSet>> = {
  null: 1,
  boolean: 2,
  integer: 4,
  number: 8,
  string: 16,
  array: 32,
  object: 64,
};
export const kindBit = (kind: JsonKind): KindSet => bits[kind];
