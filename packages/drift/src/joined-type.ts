import type { DescribedField, DescribedType } from './described-type.ts';

/** The type of what is of the one or of the other; a field that one lacks is optional. */
export function joinedTypes(a: DescribedType, b: DescribedType): DescribedType {
  const of: DescribedType[] = [];
  for (const type of [...plain(a), ...plain(b)]) {
    const at = of.findIndex((known) => familyOf(known) === familyOf(type));
    const known = of[at];
    if (known) of[at] = joinedPlain(known, type);
    else of.push(type);
  }
  const [only] = of;
  if (!only) return { kind: 'unknown' };
  return of.length === 1 ? only : { kind: 'union', of: of.toSorted((x, y) => place(x) - place(y)) };
}

const plain = (type: DescribedType): readonly DescribedType[] => {
  if (type.kind === 'unknown') return [];
  return type.kind === 'union' ? type.of : [type];
};

/** An integer is a number. */
const familyOf = ({ kind }: DescribedType): DescribedType['kind'] => (kind === 'integer' ? 'number' : kind);
const place = ({ kind }: DescribedType): number => (kind === 'null' ? 1 : 0);

function joinedPlain(a: DescribedType, b: DescribedType): DescribedType {
  if (a.kind === 'string' && b.kind === 'string') {
    const values =
      a.values.length > 0 && b.values.length > 0 ? [...new Set([...a.values, ...b.values])].sort() : [];
    return { kind: 'string', format: a.format === b.format ? a.format : null, values };
  }
  if (a.kind === 'integer' && b.kind === 'integer') return { ...a, isLarge: a.isLarge || b.isLarge };
  if (a.kind === 'integer') return b;
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', item: joinedTypes(a.item, b.item) };
  if (a.kind === 'object' && b.kind === 'object') return joinedObjects(a, b);
  return a;
}

type ObjectType = DescribedType & { kind: 'object' };

function joinedObjects(a: ObjectType, b: ObjectType): DescribedType {
  const others = new Map(b.fields.map((field) => [field.key, field]));
  const ofA = a.fields.map((field): DescribedField => {
    const other = others.get(field.key);
    others.delete(field.key);
    if (!other) return { ...field, isOptional: true };
    const isOptional = field.isOptional || other.isOptional;
    return { ...field, isOptional, type: joinedTypes(field.type, other.type) };
  });
  const ofB = [...others.values()].map((field) => ({ ...field, isOptional: true }));
  const rest = a.rest && b.rest ? joinedTypes(a.rest, b.rest) : (a.rest ?? b.rest);
  return { kind: 'object', fields: [...ofA, ...ofB], rest };
}
