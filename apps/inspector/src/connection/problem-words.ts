import type { HooktapProblem } from '@hooktap/client';
import { createElement, type ReactNode } from 'react';
import { problems } from '../messages/problems/en.ts';
import { saidAs } from '../messages/said.ts';
import { useT } from '../messages/use-t.ts';
import { SaidWords } from '../parts/SaidWords.tsx';
import { problemOf } from './hooktap.ts';
import { serverSaid } from './server-said.ts';

function ProblemWords({ problem: { code, detail, parts } }: { readonly problem: HooktapProblem }) {
  const t = useT();
  const said = serverSaid(detail, parts, t);
  // Of a code that is not known, the kind of problem may be.
  return createElement(SaidWords, { said: said.lang ? saidAs(problems, code, detail, t) : said });
}

/** What Hooktap says against it; `otherwise` where it said nothing. */
export function problemWords(error: unknown, otherwise: string): ReactNode {
  const problem = problemOf(error);
  return problem === null ? otherwise : createElement(ProblemWords, { problem });
}
