import { z } from 'zod';

const KEY = 'hooktap.searches';
const KEPT = 12;

/** Queries that were searched for before, the last one first. */
export function recentSearches(): readonly string[] {
  try {
    return z
      .array(z.string().max(4096))
      .max(KEPT)
      .parse(JSON.parse(window.localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

export function rememberSearch(q: string): void {
  const query = q.trim();
  if (query === '') return;
  const others = recentSearches().filter((other) => other !== query);
  try {
    window.localStorage.setItem(KEY, JSON.stringify([query, ...others].slice(0, KEPT)));
  } catch {
    // Without storage nothing is remembered.
  }
}
