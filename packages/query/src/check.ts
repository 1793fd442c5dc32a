import type { Query, Term } from './query.ts';
import type { Need } from './views.ts';

/** What can be said from what is at hand; `unsure` asks for a look at the rest. */
export type Verdict = 'yes' | 'no' | 'unsure';

/** One question, or a tree of them: asked of the head first, of the whole view where that leaves it open. */
export interface Check<Head, View> {
  judge(head: Head): Verdict;
  matches(view: View): boolean;
  readonly needs: ReadonlySet<Need>;
}

/** Puts the checks of terms together to that of a query. */
export function checkOf<Head, View>(
  query: Query,
  ofTerm: (term: Term) => Check<Head, View>,
): Check<Head, View> {
  switch (query.kind) {
    case 'all':
      return allOf([]);
    case 'and':
      return allOf(query.of.map((part) => checkOf(part, ofTerm)));
    case 'or':
      return someOf(query.of.map((part) => checkOf(part, ofTerm)));
    case 'not':
      return noneOf(checkOf(query.of, ofTerm));
    default:
      return ofTerm(query);
  }
}

/** Bodies cost most, so they are looked at last. */
const cost = ({ needs }: Check<never, never>): number => (needs.has('body') ? 2 : Math.min(needs.size, 1));

function ordered<Head, View>(checks: readonly Check<Head, View>[]) {
  return {
    checks: checks.toSorted((a, b) => cost(a) - cost(b)),
    needs: new Set(checks.flatMap((check) => [...check.needs])),
  };
}

function allOf<Head, View>(parts: readonly Check<Head, View>[]): Check<Head, View> {
  const { checks, needs } = ordered(parts);
  return {
    needs,
    judge: (head) => settled(checks, head, 'no'),
    matches: (view) => checks.every((check) => check.matches(view)),
  };
}

function someOf<Head, View>(parts: readonly Check<Head, View>[]): Check<Head, View> {
  const { checks, needs } = ordered(parts);
  return {
    needs,
    judge: (head) => settled(checks, head, 'yes'),
    matches: (view) => checks.some((check) => check.matches(view)),
  };
}

/** One that decides is enough; otherwise all must have said the other thing. */
function settled<Head>(checks: readonly Check<Head, never>[], head: Head, deciding: 'yes' | 'no'): Verdict {
  let verdict: Verdict = deciding === 'yes' ? 'no' : 'yes';
  for (const check of checks) {
    const said = check.judge(head);
    if (said === deciding) return deciding;
    if (said === 'unsure') verdict = 'unsure';
  }
  return verdict;
}

const opposite = { yes: 'no', no: 'yes', unsure: 'unsure' } as const;

const noneOf = <Head, View>(check: Check<Head, View>): Check<Head, View> => ({
  needs: check.needs,
  judge: (head) => opposite[check.judge(head)],
  matches: (view) => !check.matches(view),
});
