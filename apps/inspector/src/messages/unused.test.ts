/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import type { Message } from './message.ts';
import { codedGroups } from './said.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
const areaFile = /messages[\\/]([\w-]+)[\\/]en\.ts$/;

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const nameOf = (node: unknown): string => String(isNode(node) ? node['name'] : '');

/** The names under which a file has areas of messages. */
function areasIn(program: Node): ReadonlyMap<string, string> {
  const areas = new Map<string, string>();
  for (const node of program['body'] as readonly Node[]) {
    const [, area] = areaFile.exec(String((node['source'] as { value?: unknown } | null)?.value ?? '')) ?? [];
    if (node.type !== 'ImportDeclaration' || area === undefined) continue;
    for (const one of node['specifiers'] as readonly Node[]) areas.set(nameOf(one['local']), area);
  }
  return areas;
}

/** `detail.failure` of `detail.failure[kind]`: as far as names lead. */
function pathOf(node: Node, areas: ReadonlyMap<string, string>): string | null {
  if (node.type === 'Identifier') return areas.get(nameOf(node)) ?? null;
  if (node.type !== 'MemberExpression') return null;
  const object = pathOf(node['object'] as Node, areas);
  if (object === null || object.endsWith('.*')) return object;
  const property = node['property'] as Node;
  if (node['computed'] !== true) return `${object}.${nameOf(property)}`;
  return typeof property['value'] === 'string' ? `${object}.${property['value']}` : `${object}.*`;
}

/** What a file says, or hands on: a message, or a group of which any may be said. */
function usedIn(node: Node, areas: ReadonlyMap<string, string>, used: Set<string>): void {
  if (node.type === 'ImportDeclaration') return;
  const path = pathOf(node, areas);
  if (path !== null) used.add(path);
  for (const [field, value] of Object.entries(node)) {
    // The rest of the chain was read with its end; what stands in brackets was not.
    if (path !== null && field === 'object') continue;
    for (const inner of Array.isArray(value) ? value : [value]) if (isNode(inner)) usedIn(inner, areas, used);
  }
}

function usesOf(file: string, text: string): ReadonlySet<string> {
  const program = parseSync(file, text).program as unknown as Node;
  const used = new Set<string>();
  usedIn(program, areasIn(program), used);
  return used;
}

function idsIn(node: object): readonly string[] {
  return Object.values(node).flatMap((inner) =>
    typeof inner.id === 'string' && 'source' in inner ? [(inner as Message).id] : idsIn(inner),
  );
}

const isUsed = (id: string, used: ReadonlySet<string>): boolean => {
  const steps = id.split('.');
  return (
    steps.some((_step, at) => {
      const group = steps.slice(0, at).join('.');
      return used.has(group) || used.has(`${group}.*`);
    }) || used.has(id)
  );
};

test('a message is found wherever it is said, and a group of which any may be', () => {
  const uses = (code: string) =>
    [...usesOf('x.tsx', `import { list as l } from '../messages/list/en.ts'; ${code}`)].sort();
  expect(uses('t(l.a.b); t(l.c[kind]); t(l["d-e"])')).toEqual(['list.a.b', 'list.c.*', 'list.d-e']);
  expect(uses('said(l.group, code)')).toEqual(['list.group']);
  expect(uses('const { a } = l')).toEqual(['list']);
  expect(uses('t(other[l.inner])')).toEqual(['list.inner']);
  expect(isUsed('list.group.a', new Set(['list.group']))).toBe(true);
  expect(isUsed('list.group.a', new Set(['list.group.b', 'list.gr']))).toBe(false);
});

test('every message is said somewhere', async () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((name) => join(source, name));
  const code = files.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name));
  const used = new Set<string>([
    ...codedGroups,
    ...code
      .filter((name) => !relative(source, name).startsWith('gallery'))
      .flatMap((name) => [...usesOf(name, readFileSync(name, 'utf8'))]),
  ]);
  const areas = await Promise.all(
    code
      .filter((name) => areaFile.test(name))
      .map(async (name): Promise<Readonly<Record<string, object>>> => import(name)),
  );
  const ids = areas.flatMap((area) => idsIn(area));
  expect(ids.length).toBeGreaterThan(900);
  expect(ids.filter((id) => !isUsed(id, used))).toEqual([]);
});
