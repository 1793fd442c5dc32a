import { isIdentifier, literal } from './code-text.ts';
import type { DescribedField, DescribedType } from './described-type.ts';

/** A declaration of the type under that name. */
export const typescriptText = (type: DescribedType, name: string, events: number): string =>
  `/** As seen in ${events} ${events === 1 ? 'body' : 'bodies'}. */\nexport type ${name} = ${written(type, '')};\n`;

function written(type: DescribedType, indent: string): string {
  switch (type.kind) {
    case 'integer':
      return 'number';
    case 'string':
      return type.values.length > 0 ? type.values.map(literal).join(' | ') : 'string';
    case 'list':
      return `Array<${written(type.item, indent)}>`;
    case 'object':
      return objectText(type, indent);
    case 'union':
      return type.of.map((one) => written(one, indent)).join(' | ');
    default:
      return type.kind;
  }
}

function objectText({ fields, rest }: DescribedType & { kind: 'object' }, indent: string): string {
  if (fields.length === 0) return `Record<string, ${rest ? written(rest, indent) : 'unknown'}>`;
  const inner = `${indent}  `;
  const lines = fields.map((field) => fieldText(field, inner));
  // An index signature would have to fit every other field.
  if (rest)
    lines.push(`${inner}/** Under keys that vary: ${oneLine(rest)}. */\n${inner}[key: string]: unknown;`);
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function fieldText({ key, isOptional, type }: DescribedField, indent: string): string {
  const name = isIdentifier(key) ? key : literal(key);
  const note = noteOf(type);
  const comment = note === null ? '' : `${indent}/** ${note} */\n`;
  return `${comment}${indent}${name}${isOptional ? '?' : ''}: ${written(type, indent)};`;
}

const notes = {
  'date-time': 'A time, ISO 8601.',
  date: 'A date, ISO 8601.',
  uuid: 'A UUID.',
  email: 'An e-mail address.',
  url: 'A URL.',
  phone: 'A phone number, E.164.',
  digits: 'Digits.',
};

/** Only words of ours: a comment must not hold what a sender wrote. */
export function noteOf(type: DescribedType): string | null {
  if (type.kind === 'string' && type.format) return notes[type.format];
  if (type.kind === 'integer' && type.isLarge) return 'Beyond 2^53: JSON.parse rounds it.';
  const noted = type.kind === 'union' ? type.of.map(noteOf).filter((note) => note !== null) : [];
  return noted.length > 0 ? noted.join(' ') : null;
}

const oneLine = (type: DescribedType): string =>
  type.kind === 'union' ? type.of.map(({ kind }) => kind).join(' or ') : type.kind;
