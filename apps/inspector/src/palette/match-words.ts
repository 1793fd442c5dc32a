const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/**
 * How well a command's name fits what was typed: 0 where a word of it is missing, 1 where each begins a word, else between.
 * Scattered letters do not count: Enter would run a command that nobody meant. Accents may be left out.
 */
export function matchWords(label: string, typed: string): number {
  const within = ` ${folded(label)}`;
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (!words.every((word) => within.includes(word))) return 0;
  const begun = words.filter((word) => within.includes(` ${word}`)).length;
  return words.length === 0 ? 1 : (1 + begun) / (1 + words.length);
}

/** What Enter runs: the best of the first group in which anything fits. */
export function firstMatch<T extends { readonly label: string }>(
  groups: readonly (readonly T[])[],
  typed: string,
): T | undefined {
  for (const group of groups) {
    const fitting = group.map((command) => ({ command, fit: matchWords(command.label, typed) }));
    const best = fitting.filter(({ fit }) => fit > 0).sort((a, b) => b.fit - a.fit)[0];
    if (best) return best.command;
  }
  return undefined;
}
