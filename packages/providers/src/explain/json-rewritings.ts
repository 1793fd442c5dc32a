import type { ReasonPart, Saying } from '@hooktap/protocol';
import { doctor } from './doctor.ts';
import type { MistakeCode } from './finding.ts';
import { type JsonStyle, type JsonTree, parseJsonTree, reorderKeys, writeJsonTree } from './json-tree.ts';

export interface Rewriting {
  readonly code: MistakeCode;
  /** Ends the sentence "The signature fits …". */
  readonly says: Saying;
  readonly text: string;
}

/** How languages write JSON when nothing is said. */
const styles: readonly (readonly [style: ReasonPart, writing: JsonStyle])[] = [
  [doctor.part('compact'), { comma: ',', colon: ':' }],
  [doctor.part('spaced'), { comma: ', ', colon: ': ' }],
  [doctor.part('python'), { comma: ', ', colon: ': ', ascii: true }],
  [doctor.part('ascii'), { comma: ',', colon: ':', ascii: true }],
  [doctor.part('php'), { comma: ',', colon: ':', ascii: true, escapedSlash: true }],
  [doctor.part('slashes'), { comma: ',', colon: ':', escapedSlash: true }],
  [doctor.part('indent-two'), { comma: ',', colon: ': ', indent: '  ' }],
  [doctor.part('indent-four'), { comma: ',', colon: ': ', indent: '    ' }],
  [doctor.part('indent-tab'), { comma: ',', colon: ': ', indent: '\t' }],
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
  for (const [style, writing] of styles) {
    const text = writeJsonTree(tree, writing);
    const code = sameEscapes(text, source) ? 'spacing' : 'unicode-escapes';
    yield { code, says: doctor.say(doctor.part('written'), style), text };
  }
  yield {
    code: 'numbers-rewritten',
    says: doctor.sentence('rounded'),
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
  for (const [style, writing] of styles) {
    const ways = [
      ['known-order', known],
      ['sorted', sorted],
    ] as const;
    for (const [how, one] of ways) {
      const says = doctor.say(doctor.part(how), style);
      yield { code: 'key-order', says, text: writeJsonTree(one, writing) };
    }
  }
  if (tree.kind !== 'object' || tree.entries.length > permutedKeys) return;
  for (const entries of permutations(tree.entries)) {
    const text = writeJsonTree({ kind: 'object', entries }, compact);
    yield { code: 'key-order', says: doctor.sentence('other-order'), text };
  }
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}
