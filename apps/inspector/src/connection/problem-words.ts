import type { HooktapProblem } from '@hooktap/client';
import { createElement, type ReactNode } from 'react';
import { problems } from '../messages/problems/en.ts';
import { saidAs } from '../messages/said.ts';
import { useT } from '../messages/use-t.ts';
import { SaidWords } from '../parts/SaidWords.tsx';
import { problemOf } from './hooktap.ts';

function ProblemWords({ problem: { code, detail } }: { readonly problem: HooktapProblem }) {
  const t = useT();
  return createElement(SaidWords, { said: saidAs(problems, code, detail, t) });
}

/** What Hooktap says against it; `otherwise` where it said nothing. */
export function problemWords(error: unknown, otherwise: string): ReactNode {
  const problem = problemOf(error);
  return problem === null ? otherwise : createElement(ProblemWords, { problem });
}
