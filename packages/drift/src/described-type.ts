import type { FieldNode } from './field-node.ts';
import type { StringFormat } from './string-format.ts';

/** The type of a place, as it is written in any language. */
export type DescribedType =
  | { readonly kind: 'unknown' | 'null' | 'boolean' | 'number' }
  /** `isLarge`: beyond 2^53, where a JavaScript number is not exact. */
  | { readonly kind: 'integer'; readonly isLarge: boolean }
  | { readonly kind: 'string'; readonly format: StringFormat | null; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly item: DescribedType }
  | {
      readonly kind: 'object';
      readonly fields: readonly DescribedField[];
      readonly rest: DescribedType | null;
    }
  | { readonly kind: 'union'; readonly of: readonly DescribedType[] };

export interface DescribedField {
  readonly key: string;
  readonly isOptional: boolean;
  readonly type: DescribedType;
}

/** What was seen at a place and below it. */
export function describedType(node: FieldNode): DescribedType {
  const of = alternatives(node);
  const [only] = of;
  if (!only) return { kind: 'unknown' };
  return of.length === 1 ? only : { kind: 'union', of };
}

/** Null comes last, as people write it. */
function alternatives(node: FieldNode): DescribedType[] {
  const has = (kind: Parameters<FieldNode['count']>[0]) => node.count(kind) > 0;
  const of: DescribedType[] = [];
  if (has('string')) of.push({ kind: 'string', format: node.strings.format, values: node.words });
  if (has('number')) of.push({ kind: 'number' });
  else if (has('integer')) of.push({ kind: 'integer', isLarge: node.hasLargeIntegers });
  if (has('boolean')) of.push({ kind: 'boolean' });
  if (has('object')) of.push(describedObject(node));
  if (has('array'))
    of.push({ kind: 'list', item: node.item ? describedType(node.item) : { kind: 'unknown' } });
  if (has('null')) of.push({ kind: 'null' });
  return of;
}

function describedObject(node: FieldNode): DescribedType {
  const fields = [...node.children].map(([key, child]) => ({
    key,
    isOptional: child.isOptional,
    type: describedType(child),
  }));
  return { kind: 'object', fields, rest: node.any && describedType(node.any) };
}
