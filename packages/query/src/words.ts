/**
 * A query as plain words: all must occur, compared without case; `"…"` keeps a phrase together.
 * The field language takes this place later.
 */
export function parseWords(q: string): string[] {
  const words: string[] = [];
  for (const [, phrase, word] of q.matchAll(/"([^"]*)"?|(\S+)/g)) {
    const text = (phrase ?? word ?? '').toLowerCase();
    if (text !== '') words.push(text);
  }
  return words;
}
