import { visibleLine } from '../format/visible-text.ts';
import { editor } from '../messages/editor/en.ts';
import type { Translate } from '../messages/translate.ts';
import {
  alternatives,
  DEEPEST,
  fits,
  itemsOf,
  keyOfProperty,
  kindOfNode,
  kindsOf,
  memberOf,
  requiredOf,
  type Schema,
  type SyntaxNode,
  type Tree,
  wordsOf,
} from './event-schema.ts';

export interface SchemaProblem {
  readonly from: number;
  readonly to: number;
  /** `info` of what is only unusual. */
  readonly severity: 'warning' | 'info';
  readonly message: string;
}

const MOST = 200;
const LONGEST_LIST = 2000;

/** Where a JSON text is unlike the events of its type so far. */
export function schemaProblems(
  tree: Tree,
  text: string,
  schema: Schema,
  t: Translate,
): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const tell = (node: SyntaxNode, severity: SchemaProblem['severity'], message: string) => {
    if (problems.length < MOST) problems.push({ from: node.from, to: node.to, severity, message });
  };

  const checkObject = (node: SyntaxNode, schemas: readonly Schema[], depth: number) => {
    const keys = new Set<string>();
    for (const property of node.getChildren('Property')) {
      const key = keyOfProperty(property, text);
      if (key === null) continue;
      keys.add(key);
      const known = schemas.flatMap((schema) => memberOf(schema, key) ?? []);
      const name = property.getChild('PropertyName') ?? property;
      if (known.length === 0) {
        const isOpen = schemas.every((one) => one['properties'] === undefined);
        if (!isOpen) tell(name, 'info', t(editor.schema.unknown, { key: visibleLine(key) }));
      } else if (property.lastChild && property.lastChild !== name) {
        check(property.lastChild, known, depth + 1);
      }
    }
    const [only, ...others] = schemas;
    if (!only || others.length > 0) return;
    const missing = requiredOf(only).filter((key) => !keys.has(key));
    const start = node.firstChild ?? node;
    for (const key of missing) tell(start, 'warning', t(editor.schema.missing, { key: visibleLine(key) }));
  };

  const check = (node: SyntaxNode, schemas: readonly Schema[], depth: number) => {
    const kind = kindOfNode(node, text);
    if (kind === null || depth > DEEPEST || problems.length >= MOST) return;
    const fitting = schemas.filter((one) => fits(one, kind));
    if (fitting.length === 0) {
      const seen = [...new Set(schemas.flatMap(kindsOf))];
      tell(node, 'warning', t(editor.schema.type, { kind, seen: t.list(seen, 'or') }));
      return;
    }
    if (kind === 'object') checkObject(node, fitting, depth);
    if (kind === 'array') {
      const inner = fitting.flatMap(itemsOf);
      let count = 0;
      for (let item = node.firstChild; item && count < LONGEST_LIST; item = item.nextSibling, count++)
        check(item, inner, depth + 1);
    }
    const words = fitting.flatMap(wordsOf);
    if (kind === 'string' && words.length > 0 && fitting.every((one) => wordsOf(one).length > 0)) {
      const written = text.slice(node.from, node.to);
      if (!words.some((word) => JSON.stringify(word) === written))
        tell(
          node,
          'info',
          t(editor.schema.word, { words: t.list(words.slice(0, 8).map(visibleLine), 'or') }),
        );
    }
  };

  const top = tree.topNode.firstChild;
  if (top) check(top, alternatives(schema), 0);
  return problems;
}
