type Json = Readonly<Record<string, unknown>>;

/** A place in a body, and a value that its schema does not take. */
export interface WrongField {
  /** As a problem names it: `edit.headers.0`. */
  readonly path: string;
  /** The whole body: nothing but this field. */
  readonly body: unknown;
}

type Kind = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';
const samples: Readonly<Record<Kind, unknown>> = {
  null: null,
  boolean: true,
  number: 7.5,
  string: '☃ no such thing',
  array: [['☃']],
  object: { '☃': 1 },
};
const kinds = Object.keys(samples) as Kind[];
/** Schemas lead into themselves. */
const deepest = 6;

/** The schemas of a document, with references followed. */
export class SchemaWalk {
  readonly #schemas: Json;

  constructor(schemas: Json) {
    this.#schemas = schemas;
  }

  /** Values of JSON types that a schema does not take. */
  wrongValues(schema: Json): unknown[] {
    const taken = this.#kinds(schema);
    return kinds.filter((kind) => !taken.has(kind)).map((kind) => samples[kind]);
  }

  /** Every field at any depth, each wrong in every way that types tell. */
  wrongFields(schema: Json, depth = 0): WrongField[] {
    if (depth > deepest) return [];
    return this.#alternatives(schema).flatMap((one) => {
      const fields = Object.entries((one['properties'] ?? {}) as Record<string, Json>).flatMap(
        ([name, field]) =>
          this.#within(name, field, depth).map(({ path, body }) => ({ path, body: { [name]: body } })),
      );
      const items = one['items'] as Json | undefined;
      const entries = items
        ? this.#within('0', items, depth).map(({ path, body }) => ({ path, body: [body] }))
        : [];
      return [...fields, ...entries];
    });
  }

  #within(name: string, schema: Json, depth: number): WrongField[] {
    return [
      ...this.wrongValues(schema).map((body) => ({ path: name, body })),
      ...this.wrongFields(schema, depth + 1).map(({ path, body }) => ({ path: `${name}.${path}`, body })),
    ];
  }

  /** The schema, or what it may be instead. */
  #alternatives(schema: Json): Json[] {
    const { $ref, anyOf, oneOf, allOf } = schema as {
      $ref?: string;
      anyOf?: Json[];
      oneOf?: Json[];
      allOf?: Json[];
    };
    if ($ref !== undefined) return this.#alternatives(this.#schemas[$ref.split('/').at(-1) ?? ''] as Json);
    const parts = anyOf ?? oneOf ?? allOf;
    return parts ? parts.flatMap((part) => this.#alternatives(part)) : [schema];
  }

  #kinds(schema: Json): Set<Kind> {
    return new Set(this.#alternatives(schema).flatMap(kindsOf));
  }
}

function kindsOf(schema: Json): readonly Kind[] {
  const { type, enum: values, const: value } = schema as { type?: string; enum?: unknown[]; const?: unknown };
  if (type === 'integer') return ['number'];
  if (type !== undefined) return [type as Kind];
  const only = values ?? (value === undefined ? null : [value]);
  return only ? only.map((one) => (one === null ? 'null' : (typeof one as Kind))) : kinds;
}
