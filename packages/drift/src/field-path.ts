import { printQuery } from '@hooktap/query';
import type { FieldNode } from './field-node.ts';

/** From the body to the place, without the body itself. */
function wayTo(node: FieldNode): FieldNode[] {
  const way: FieldNode[] = [];
  for (let at: FieldNode | null = node; at?.step; at = at.parent) way.unshift(at);
  return way;
}

/** `data.items[].id`; the elements of a list of lists are `[][]`. */
export function fieldPath(node: FieldNode): string {
  let path = '';
  for (const { step } of wayTo(node)) {
    if (step?.kind === 'item') path += '[]';
    else if (step?.kind === 'any') path += '[*]';
    else if (step?.kind === 'key') path += keyPath(step.key, path === '');
  }
  return path;
}

const keyPath = (key: string, isFirst: boolean): string => {
  if (!/^[\w$-]+$/.test(key)) return `[${JSON.stringify(key)}]`;
  return isFirst ? key : `.${key}`;
};

/** What finds the events that have it. Lists are stepped into by themselves; keys that vary cannot be asked for. */
export function fieldQuery(node: FieldNode): string | null {
  const path: string[] = [];
  for (const { step } of wayTo(node)) {
    if (step?.kind === 'any') return null;
    if (step?.kind === 'key') path.push(step.key);
  }
  if (path.length === 0) return null;
  return printQuery({ kind: 'body', path, test: { kind: 'glob', pieces: ['', ''] } });
}
