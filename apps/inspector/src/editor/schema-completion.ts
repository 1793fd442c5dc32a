import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import { visibleLine } from '../format/visible-text.ts';
import {
  keyOfProperty,
  kindsOf,
  propertiesOf,
  requiredOf,
  type Schema,
  type SyntaxNode,
  schemasAt,
  wordsOf,
} from './event-schema.ts';

const starts: Readonly<Record<string, string>> = {
  object: '{}',
  array: '[]',
  string: '""',
  boolean: 'false',
  null: 'null',
};

const stringsOf = (words: readonly string[]): Completion[] =>
  [...new Set(words)].map((word) => ({
    label: JSON.stringify(word),
    displayLabel: visibleLine(word),
    type: 'enum',
  }));

/** Values that a place may have: words, truth, nothing. */
function valuesOf(schemas: readonly Schema[]): Completion[] {
  const kinds = new Set(schemas.flatMap(kindsOf));
  return [
    ...stringsOf(schemas.flatMap(wordsOf)),
    ...(kinds.has('boolean') ? ['true', 'false'] : []).map((label) => ({ label, type: 'constant' })),
    ...(kinds.has('null') ? [{ label: 'null', type: 'constant' }] : []),
  ];
}

/** Keys that an object may have and has not yet; those that all events have first. */
function keysOf(object: SyntaxNode, text: string, schema: Schema, here: SyntaxNode | null): Completion[] {
  const schemas = schemasAt(object, text, schema);
  const taken = new Set(
    object
      .getChildren('Property')
      .filter((property) => property.from !== here?.from)
      .map((property) => keyOfProperty(property, text)),
  );
  const name = here?.getChild('PropertyName');
  const hasColon = name ? /^\s*:/.test(text.slice(name.to, name.to + 100)) : false;
  const required = new Set(schemas.flatMap(requiredOf));
  const found = new Map(schemas.flatMap(propertiesOf));
  return [...found]
    .filter(([key]) => !taken.has(key))
    .map(([key, value]) => {
      const kinds = kindsOf(value);
      const start = starts[kinds[0] ?? ''] ?? '';
      return {
        label: JSON.stringify(key),
        displayLabel: visibleLine(key),
        detail: kinds.join(' | '),
        type: 'property',
        boost: required.has(key) ? 1 : 0,
        apply: hasColon ? JSON.stringify(key) : `${JSON.stringify(key)}: ${start}`,
      };
    });
}

/** Keys and values of the events of this type so far, where the cursor stands. */
export function completeFrom(schema: Schema): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const text = context.state.doc.toString();
    const node = syntaxTree(context.state).resolveInner(context.pos, -1);
    if (node.name === 'PropertyName' && node.parent?.parent) {
      return { from: node.from, to: node.to, options: keysOf(node.parent.parent, text, schema, node.parent) };
    }
    if (node.name === 'String') {
      const options = stringsOf(schemasAt(node, text, schema).flatMap(wordsOf));
      return options.length > 0 ? { from: node.from, to: node.to, options } : null;
    }
    const typed = context.matchBefore(/"?[\w-]*/);
    if (!context.explicit && (!typed || typed.from === typed.to)) return null;
    const from = typed?.from ?? context.pos;
    const before = text.slice(0, from).trimEnd();
    if (before.endsWith(':')) {
      const property = nearest(syntaxTree(context.state).resolveInner(before.length, -1), 'Property');
      const object = property?.parent;
      const key = property && keyOfProperty(property, text);
      if (!object || key === null || key === undefined) return null;
      const schemas = schemasAt(object, text, schema);
      const options = valuesOf(schemas.flatMap((one) => membersOf(one, key)));
      return options.length > 0 ? { from, options } : null;
    }
    const object = nearest(syntaxTree(context.state).resolveInner(from, -1), 'Object');
    if (!object || !/[{,]$/.test(before)) return null;
    return { from, options: keysOf(object, text, schema, null) };
  };
}

const membersOf = (schema: Schema, key: string): readonly Schema[] =>
  propertiesOf(schema).flatMap(([name, value]) => (name === key ? [value] : []));

function nearest(node: SyntaxNode, name: string): SyntaxNode | null {
  for (let at: SyntaxNode | null = node; at; at = at.parent) if (at.name === name) return at;
  return null;
}
