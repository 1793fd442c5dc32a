import type { Subject } from '@hooktap/query';
import * as z from 'zod';

/** What the screen has a search for. */
export type SearchSubject = Exclude<Subject, 'arrival'>;

const keys: Readonly<Record<SearchSubject, string>> = {
  event: 'hooktap.searches',
  delivery: 'hooktap.delivery-searches',
};
const KEPT = 12;

/** Queries that were searched for before, the last one first. */
export function recentSearches(subject: SearchSubject): readonly string[] {
  try {
    return z
      .array(z.string().max(4096))
      .max(KEPT)
      .parse(JSON.parse(window.localStorage.getItem(keys[subject]) ?? '[]'));
  } catch {
    return [];
  }
}

export function rememberSearch(q: string, subject: SearchSubject): void {
  const query = q.trim();
  if (query === '') return;
  const others = recentSearches(subject).filter((other) => other !== query);
  try {
    window.localStorage.setItem(keys[subject], JSON.stringify([query, ...others].slice(0, KEPT)));
  } catch {
    // Without storage nothing is remembered.
  }
}
