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
 * path, `.data`) in the provider's own order. Nothing for what is not JSON. Each is written when it is asked for.
 */
export function* jsonRewritings(
  source: string,
  knownOrder: (path: string) => readonly string[] | undefined,
): Generator<Rewriting> {
  const tree = parseJsonTree(source);
  if (!tree) return;
  for (const [says, style] of styles) {
    const text = writeJsonTree(tree, style);
    const code = sameEscapes(text, source) ? 'spacing' : 'unicode-escapes';
    yield { code, says: `the body written ${says}`, text };
  }
  yield {
    code: 'numbers-rewritten',
    says: 'the body as JavaScript parses and writes it again, with its numbers rounded',
    text: JSON.stringify(JSON.parse(source)),
  };
  yield* reordered(tree, knownOrder);
}

/** Whether two writings differ by white space alone. */
const sameEscapes = (one: string, other: string): boolean =>
  one.replace(/\s+/g, '') === other.replace(/\s+/g, '');

function* reordered(
  tree: JsonTree,
  knownOrder: (path: string) => readonly string[] | undefined,
): Generator<Rewriting> {
  const sorted = reorderKeys(tree, (keys) => [...new Set(keys)].sort());
  const known = reorderKeys(tree, (keys, path) => {
    const order = knownOrder(path) ?? [];
    return [
      ...order.filter((key) => keys.includes(key)),
      ...new Set(keys.filter((key) => !order.includes(key))),
    ];
  });
  for (const [says, style] of styles) {
    const ways = [
      [`the body with its keys in the provider's order, ${says}`, known],
      [`the body with its keys sorted, ${says}`, sorted],
    ] as const;
    for (const [how, one] of ways) yield { code: 'key-order', says: how, text: writeJsonTree(one, style) };
  }
  if (tree.kind !== 'object' || tree.entries.length > permutedKeys) return;
  for (const entries of permutations(tree.entries)) {
    const text = writeJsonTree({ kind: 'object', entries }, compact);
    yield { code: 'key-order', says: 'the body with its top-level keys in another order', text };
  }
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}
