import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('..', import.meta.url));

/** What stands for itself in every language, and what a person types. */
const alike: ReadonlySet<string> = new Set([
  'Hooktap',
  ', HTTP/',
  'curl',
  'Standard Webhooks',
  'Content-Type: application/json',
]);

/** Attributes that are read, and props of our own parts that end as text. */
const spoken: ReadonlySet<string> = new Set(
  'alt aria-description aria-label aria-roledescription aria-valuetext hint label name note placeholder title what'.split(
    ' ',
  ),
);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);

/** The texts that an expression can come to: through `?:`, `&&`, `??` and templates, not through calls. */
function textsOf(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'TemplateLiteral':
      return [
        (node['quasis'] as readonly { value: { cooked: string } }[])
          .map(({ value }) => value.cooked)
          .join(''),
      ];
    case 'JSXExpressionContainer':
      return textsOf(node['expression']);
    case 'ConditionalExpression':
      return [...textsOf(node['consequent']), ...textsOf(node['alternate'])];
    case 'LogicalExpression':
      return [...(node['operator'] === '&&' ? [] : textsOf(node['left'])), ...textsOf(node['right'])];
    case 'BinaryExpression':
      return node['operator'] === '+' ? [...textsOf(node['left']), ...textsOf(node['right'])] : [];
    default:
      return [];
  }
}

/** A key is called as it is printed: `Ctrl K`. */
const hasWord = (text: string): boolean => /\p{L}{2,}/u.test(text.replace(/^Ctrl .$/, ''));
/** `Replay`, `in the list`; not `receiver-url` or `5m`. */
const isSaid = (text: string): boolean => hasWord(text) && /^\s*\p{Lu}|\p{L}\s+\p{L}/u.test(text);
const isSentence = (text: string): boolean =>
  /^\p{Lu}[\p{L}’'-]+,? (?:\p{L}[\p{L}’'-]*[ .,:;?…]?){1,}/u.test(text);

function wordsIn(node: Node, inError = false): readonly string[] {
  const own =
    node.type === 'JSXText'
      ? [String(node['value'])].filter(hasWord)
      : node.type === 'JSXElement' || node.type === 'JSXFragment'
        ? (node['children'] as readonly Node[])
            .filter(({ type }) => type === 'JSXExpressionContainer')
            .flatMap(textsOf)
            .filter(hasWord)
        : node.type === 'JSXAttribute' && spoken.has(String((node['name'] as Node)['name']))
          ? textsOf(node['value']).filter(isSaid)
          : !inError && (node.type === 'Literal' || node.type === 'TemplateLiteral')
            ? textsOf(node).filter((text) => hasWord(text) && isSentence(text))
            : [];
  // Of bugs only developers read; the console speaks English.
  const isError = inError || node.type === 'ThrowStatement';
  return [...own, ...childrenOf(node).flatMap((child) => wordsIn(child, isError))];
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (name) =>
    /\.tsx?$/.test(name) &&
    !/\.test\.tsx?$/.test(name) &&
    // The gallery shows our own parts to those who build them.
    !/^(?:messages|gallery)[\\/]/.test(name),
);

function foundIn(file: string): readonly string[] {
  const { program } = parseSync(file, readFileSync(join(source, file), 'utf8'));
  const words = wordsIn(program as unknown as Node).map((text) => text.trim().replace(/\s+/g, ' '));
  return [...new Set(words)].filter((text) => !alike.has(text)).map((text) => `${file}: ${text}`);
}

test('no words of the screen stand outside the catalogue', () => {
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap(foundIn)).toEqual([]);
});

test('the scan sees words wherever they can stand', () => {
  const seen = (code: string) => wordsIn(parseSync('x.tsx', code).program as unknown as Node);
  expect(seen('<p>Replay</p>')).toEqual(['Replay']);
  expect(seen('<p>{a ? "one" : `two ${b}`}{c && "three"}</p>')).toEqual(['one', 'two ', 'three']);
  expect(seen('<Field label="Name" field="name" placeholder={a ?? "the rest"} />')).toEqual([
    'Name',
    'the rest',
  ]);
  expect(seen('const said = "Nothing was sent.";')).toEqual(['Nothing was sent.']);
  expect(seen('<p className="a b">{t(list.none)} {count} · <code>{"a b".split(" ")}</code></p>')).toEqual([]);
  expect(seen('throw new Error("Nothing here at all");')).toEqual([]);
});
