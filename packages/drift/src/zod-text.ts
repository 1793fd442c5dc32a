import { isIdentifier, literal } from './code-text.ts';
import type { DescribedField, DescribedType } from './described-type.ts';
import { noteOf } from './typescript-text.ts';

/** A zod 4 schema and its type, as a module. */
export function zodText(type: DescribedType, name: string, events: number): string {
  return [
    "import { z } from 'zod';",
    '',
    `/** As seen in ${events} ${events === 1 ? 'body' : 'bodies'}. */`,
    `export const ${name} = ${written(type, '')};`,
    `export type ${name} = z.infer<typeof ${name}>;`,
    '',
  ].join('\n');
}

const formats = {
  'date-time': 'z.iso.datetime({ offset: true })',
  date: 'z.iso.date()',
  uuid: 'z.guid()',
  email: 'z.email()',
  url: 'z.url()',
  phone: 'z.string()',
  digits: 'z.string()',
};

function written(type: DescribedType, indent: string): string {
  switch (type.kind) {
    case 'integer':
      return type.isLarge ? 'z.number()' : 'z.int()';
    case 'string':
      if (type.values.length > 0) return `z.enum([${type.values.map(literal).join(', ')}])`;
      return type.format ? formats[type.format] : 'z.string()';
    case 'list':
      return `z.array(${written(type.item, indent)})`;
    case 'object':
      return objectText(type, indent);
    case 'union':
      return unionText(type.of, indent);
    default:
      return `z.${type.kind}()`;
  }
}

function unionText(of: readonly DescribedType[], indent: string): string {
  const others = of.filter(({ kind }) => kind !== 'null').map((one) => written(one, indent));
  const union = others.length === 1 ? (others[0] ?? '') : `z.union([${others.join(', ')}])`;
  return others.length < of.length ? `${union}.nullable()` : union;
}

function objectText({ fields, rest }: DescribedType & { kind: 'object' }, indent: string): string {
  if (fields.length === 0) return `z.record(z.string(), ${rest ? written(rest, indent) : 'z.unknown()'})`;
  const inner = `${indent}  `;
  const lines = fields.map((field) => fieldText(field, inner));
  const catching = rest ? `.catchall(${written(rest, indent)})` : '';
  return `z.object({\n${lines.join('\n')}\n${indent}})${catching}`;
}

function fieldText({ key, isOptional, type }: DescribedField, indent: string): string {
  // As a plain key it would set the prototype of the object.
  const name = key === '__proto__' ? `['__proto__']` : isIdentifier(key) ? key : literal(key);
  const note = noteOf(type);
  const comment = note === null ? '' : `${indent}/** ${note} */\n`;
  return `${comment}${indent}${name}: ${written(type, indent)}${isOptional ? '.optional()' : ''},`;
}
