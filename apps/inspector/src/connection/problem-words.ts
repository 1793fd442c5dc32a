import { createElement, type ReactNode } from 'react';
import { problemOf } from './hooktap.ts';

/** What Hooktap says against it, in its own English; `otherwise` where it said nothing. */
export function problemWords(error: unknown, otherwise: string): ReactNode {
  const detail = problemOf(error)?.detail;
  return detail === undefined ? otherwise : createElement('span', { lang: 'en' }, detail);
}
