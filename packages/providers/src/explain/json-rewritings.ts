import type { MistakeCode } from './finding.ts';
import { type JsonStyle, type JsonTree, parseJsonTree, reorderKeys, writeJsonTree } from './json-tree.ts';

export interface Rewriting {
  readonly code: MistakeCode;
  /** Ends the sentence "The signature fits …". */
  readonly says: string;
  readonly text: string;
}

/** How languages write JSON when nothing is said. */
const styles: readonly (readonly [says: string, style: JsonStyle])[] = [
  ['compact, as JSON.stringify writes it', { comma: ',', colon: ':' }],
  ['with a space after each comma and colon', { comma: ', ', colon: ': ' }],
  ["as Python's json.dumps writes it (spaces, \\u escapes)", { comma: ', ', colon: ': ', ascii: true }],
  ['with \\u escapes for all that is not ASCII', { comma: ',', colon: ':', ascii: true }],
  [
    "as PHP's json_encode writes it (\\u escapes, \\/ for slashes)",
    { comma: ',', colon: ':', ascii: true, escapedSlash: true },
  ],
  ['with \\/ for slashes', { comma: ',', colon: ':', escapedSlash: true }],
  ['indented by two spaces', { comma: ',', colon: ': ', indent: '  ' }],
  ['indented by four spaces', { comma: ',', colon: ': ', indent: '    ' }],
  ['indented by tabs', { comma: ',', colon: ': ', indent: '\t' }],
];

const compact: JsonStyle = { comma: ',', colon: ':' };
/** Only so many keys are tried in every order: 120 orders. */
const permutedKeys = 5;

/**
 * The body as other programs would write the same JSON. `knownOrder` gives the keys of an object (by its
 * path, `.data`) in the provider's own order. Nothing for what is not JSON.
 */
export function jsonRewritings(
  source: string,
  knownOrder: (path: string) => readonly string[] | undefined,
): Rewriting[] {
  const tree = parseJsonTree(source);
  if (!tree) return [];
  const inOrder = styles.map(([says, style]): Rewriting => {
    const text = writeJsonTree(tree, style);
    return {
      code: style.ascii || style.escapedSlash ? 'unicode-escapes' : 'spacing',
      says: `the body written ${says}`,
      text,
    };
  });
  const plain = JSON.stringify(JSON.parse(source));
  return [
    ...inOrder.map((one) =>
      sameEscapes(one.text, source)
        ? { ...one, code: 'spacing' as const }
        : { ...one, code: 'unicode-escapes' as const },
    ),
    {
      code: 'numbers-rewritten',
      says: 'the body as JavaScript parses and writes it again, with its numbers rounded',
      text: plain,
    },
    ...reordered(tree, knownOrder),
  ];
}

/** Whether two writings differ by white space alone. */
const sameEscapes = (one: string, other: string): boolean =>
  one.replace(/\s+/g, '') === other.replace(/\s+/g, '');

function reordered(tree: JsonTree, knownOrder: (path: string) => readonly string[] | undefined): Rewriting[] {
  const sorted = reorderKeys(tree, (keys) => [...new Set(keys)].sort());
  const known = reorderKeys(tree, (keys, path) => {
    const order = knownOrder(path) ?? [];
    return [
      ...order.filter((key) => keys.includes(key)),
      ...new Set(keys.filter((key) => !order.includes(key))),
    ];
  });
  const rewritings = styles.flatMap(([says, style]): Rewriting[] => [
    {
      code: 'key-order',
      says: `the body with its keys in the provider's order, ${says}`,
      text: writeJsonTree(known, style),
    },
    { code: 'key-order', says: `the body with its keys sorted, ${says}`, text: writeJsonTree(sorted, style) },
  ]);
  if (tree.kind !== 'object' || tree.entries.length > permutedKeys) return rewritings;
  const permuted = permutations(tree.entries).map((entries): Rewriting => {
    const text = writeJsonTree({ kind: 'object', entries }, compact);
    return { code: 'key-order', says: 'the body with its top-level keys in another order', text };
  });
  return [...rewritings, ...permuted];
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}
