/**
 * TypeScript of what zod schemas give out, so that who reads the types needs no zod. `schemas`: by their names; those
 * that are asked for are told, and what they are made of.
 */
export class SchemaTypes {
  #schemas;
  #names;
  #comments;
  #told = new Map();

  constructor(schemas, comments) {
    this.#schemas = schemas;
    this.#names = new Map(Object.entries(schemas).map(([name, schema]) => [schema, name]));
    this.#comments = comments;
  }

  tell(name) {
    if (this.#told.has(name)) return;
    this.#told.set(name, '');
    const schema = this.#schemas[name];
    const { type, shape, catchall } = schema._zod.def;
    const body =
      type === 'object' && catchall?._zod.def.type !== 'unknown'
        ? `interface ${name} ${this.#object(shape, name, '')}`
        : `type ${name} = ${this.#bare(schema, name, '')};`;
    this.#told.set(name, `${this.#comment(name, '')}export ${body}\n`);
  }

  text() {
    return [...this.#told.values()].join('\n');
  }

  #type(schema, path, indent) {
    const name = this.#names.get(schema);
    if (name === undefined) return this.#bare(schema, path, indent);
    this.tell(name);
    return name;
  }

  #bare(schema, path, indent) {
    const { def } = schema._zod;
    const of = (inner) => this.#type(inner, path, indent);
    switch (def.type) {
      case 'string':
      case 'number':
      case 'boolean':
      case 'null':
      case 'unknown':
        return def.type;
      case 'lazy': // z.json()
        return 'unknown';
      case 'literal':
        return joined(def.values.map(literal));
      case 'enum':
        return joined(Object.values(def.entries).map(literal));
      case 'union':
        return joined(def.options.map(of));
      case 'nullable':
        return joined([of(def.innerType), 'null']);
      case 'optional':
      case 'default':
        return of(def.innerType);
      case 'pipe':
        return of(def.out);
      case 'readonly':
        return readonly(of(def.innerType), def.innerType._zod.def.type);
      case 'array':
        return `${inBrackets(of(def.element))}[]`;
      case 'tuple':
        return `[${def.items.map(of).join(', ')}]`;
      case 'record': {
        const record = `Record<${of(def.keyType)}, ${of(def.valueType)}>`;
        return def.partial ? `Partial<${record}>` : record;
      }
      case 'object':
        return this.#object(def.shape, path, indent);
      default:
        throw new Error(`${path}: the types of hooktap/client cannot say ${def.type}: see schema-types.mjs.`);
    }
  }

  #object(shape, path, indent) {
    const inner = `${indent}  `;
    const fields = Object.entries(shape).map(([key, schema]) => {
      const where = `${path}.${key}`;
      const { type } = schema._zod.def;
      const name = /^\w+$/.test(key) ? key : `'${key}'`;
      const said = this.#type(schema, where, inner);
      const optional = type === 'optional';
      const exact = schema._zod.traits.has('$ZodExactOptional') || said === 'unknown';
      return `${this.#comment(where, inner)}${inner}${name}${optional ? '?' : ''}: ${said}${optional && !exact ? ' | undefined' : ''};\n`;
    });
    return `{\n${fields.join('')}${indent}}`;
  }

  #comment(path, indent) {
    const lines = this.#comments.get(path)?.split('\n') ?? [];
    if (lines.length <= 1) return lines.map((line) => `${indent}/** ${line} */\n`).join('');
    return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
  }
}

const literal = (value) =>
  typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&')}'` : String(value);
const joined = (types) => [...new Set(types)].join(' | ');
const inBrackets = (type) => (/^\w+(<.*>)?$/.test(type) || type.startsWith('{') ? type : `(${type})`);

function readonly(type, kind) {
  if (kind === 'array' || kind === 'tuple') return `readonly ${type}`;
  return `Readonly<${type}>`;
}
