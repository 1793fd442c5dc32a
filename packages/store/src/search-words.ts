/** As the search compares them; empty ones match everything and are dropped. */
export const searchWords = (words: readonly string[]): string[] =>
  words.map((word) => word.toLowerCase()).filter((word) => word !== '');
