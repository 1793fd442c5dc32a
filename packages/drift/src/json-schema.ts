import { literal } from './code-text.ts';
import type { DescribedType } from './described-type.ts';
import type { StringFormat } from './string-format.ts';
import { noteOf } from './typescript-text.ts';

type Schema = Readonly<Record<string, unknown>>;

/** JSON Schema, draft 2020-12. */
export const jsonSchema = (type: DescribedType, name: string, events: number): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: name,
  description: `As seen in ${events} ${events === 1 ? 'body' : 'bodies'}.`,
  ...schemaOf(type),
});

/** Indented, with nothing in it that is not seen. */
export const jsonSchemaText = (type: DescribedType, name: string, events: number): string => {
  const text = JSON.stringify(jsonSchema(type, name, events), null, 2);
  return `${text.replace(/"(?:[^"\\]|\\.)*"/g, (string) => literal(JSON.parse(string) as string))}\n`;
};

const formats: Readonly<Record<StringFormat, string | null>> = {
  'date-time': 'date-time',
  date: 'date',
  uuid: 'uuid',
  email: 'email',
  url: 'uri',
  phone: null,
  digits: null,
};

function schemaOf(type: DescribedType): Schema {
  const note = type.kind === 'union' ? null : noteOf(type);
  return { ...bare(type), ...(note !== null && { description: note }) };
}

function bare(type: DescribedType): Schema {
  switch (type.kind) {
    case 'unknown':
      return {};
    case 'string':
      return stringSchema(type);
    case 'list':
      return { type: 'array', items: schemaOf(type.item) };
    case 'object':
      return objectSchema(type);
    case 'union':
      return unionSchema(type.of);
    default:
      return { type: type.kind };
  }
}

function stringSchema({ format, values }: DescribedType & { kind: 'string' }): Schema {
  if (values.length > 0) return { type: 'string', enum: values };
  const name = format && formats[format];
  return { type: 'string', ...(name && { format: name }) };
}

function objectSchema({ fields, rest }: DescribedType & { kind: 'object' }): Schema {
  const required = fields.filter(({ isOptional }) => !isOptional).map(({ key }) => key);
  return {
    type: 'object',
    ...(fields.length > 0 && {
      // Not by assignment: a key may be `__proto__`.
      properties: Object.fromEntries(fields.map(({ key, type }) => [key, schemaOf(type)])),
    }),
    ...(required.length > 0 && { required }),
    ...(rest && { additionalProperties: schemaOf(rest) }),
  };
}

/** Of plain types one list of their names, else `anyOf`. */
function unionSchema(of: readonly DescribedType[]): Schema {
  const schemas = of.map(schemaOf);
  const arePlain = schemas.every((schema) => Object.keys(schema).join() === 'type');
  return arePlain ? { type: schemas.map(({ type }) => type) } : { anyOf: schemas };
}
