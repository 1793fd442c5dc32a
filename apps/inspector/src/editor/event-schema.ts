import type { syntaxTree } from '@codemirror/language';

export type Tree = ReturnType<typeof syntaxTree>;
export type SyntaxNode = Tree['topNode'];

/** A JSON Schema as the API writes it for an event type: no references, no conditions. */
export type Schema = Readonly<Record<string, unknown>>;

/** Deeper values are not looked at. */
export const DEEPEST = 100;

export type NodeKind = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

const asSchema = (value: unknown): Schema | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : null;
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What a value may be: the schema, or each of its alternatives. */
export function alternatives(schema: Schema, depth = 0): readonly Schema[] {
  const of = asList(schema['anyOf']);
  if (of.length === 0 || depth > DEEPEST) return [schema];
  return of.flatMap((one) => alternatives(asSchema(one) ?? {}, depth + 1));
}

/** The kinds that a schema names; none where it takes anything. */
export function kindsOf({ type }: Schema): readonly string[] {
  return typeof type === 'string' ? [type] : asList(type).filter((one) => typeof one === 'string');
}

export function fits(schema: Schema, kind: NodeKind): boolean {
  const kinds = kindsOf(schema);
  return kinds.length === 0 || kinds.includes(kind) || (kind === 'integer' && kinds.includes('number'));
}

export const wordsOf = (schema: Schema): readonly string[] =>
  asList(schema['enum']).filter((one) => typeof one === 'string');

export const requiredOf = ({ required }: Schema): readonly string[] =>
  asList(required).filter((one) => typeof one === 'string');

export function propertiesOf({ properties }: Schema): readonly (readonly [key: string, schema: Schema])[] {
  return Object.entries(asSchema(properties) ?? {}).map(([key, value]) => [key, asSchema(value) ?? {}]);
}

/** What the value of a key may be; null where the key is not known, and no other keys are. */
export function memberOf(schema: Schema, key: string): readonly Schema[] | null {
  const own =
    propertiesOf(schema).find(([name]) => name === key)?.[1] ?? asSchema(schema['additionalProperties']);
  return own && alternatives(own);
}

export const itemsOf = ({ items }: Schema): readonly Schema[] => alternatives(asSchema(items) ?? {});

const kinds: Readonly<Record<string, NodeKind>> = {
  Object: 'object',
  Array: 'array',
  String: 'string',
  True: 'boolean',
  False: 'boolean',
  Null: 'null',
};

/** The kind of a value in the tree of a JSON text; null where the node is none. */
export function kindOfNode({ name, from, to }: SyntaxNode, text: string): NodeKind | null {
  if (name === 'Number') return /[.eE]/.test(text.slice(from, to)) ? 'number' : 'integer';
  return kinds[name] ?? null;
}

/** The key of a property, its escapes read. */
export function keyOfProperty(property: SyntaxNode, text: string): string | null {
  const name = property.getChild('PropertyName');
  if (!name) return null;
  try {
    return String(JSON.parse(text.slice(name.from, name.to)));
  } catch {
    return null;
  }
}

/** What a value at this place may be, from the top of the text down. Empty: nothing is known of it. */
export function schemasAt(value: SyntaxNode, text: string, schema: Schema): readonly Schema[] {
  const parent = value.parent;
  if (!parent || parent.name === 'JsonText') return alternatives(schema);
  if (parent.name === 'Array') return schemasAt(parent, text, schema).flatMap(itemsOf);
  const object = parent.name === 'Property' ? parent.parent : null;
  const key = object && keyOfProperty(parent, text);
  if (!object || key === null) return [];
  return schemasAt(object, text, schema).flatMap((one) => memberOf(one, key) ?? []);
}
