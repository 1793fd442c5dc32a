/** The candidate that a slip of the finger could have meant; undefined where none is near. */
export function nearName(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > 30) return undefined;
  const wanted = name.toLowerCase();
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = slips(wanted, candidate);
    if (distance <= allowed(wanted, candidate) && distance < (best?.distance ?? Infinity)) {
      best = { candidate, distance };
    }
  }
  return best?.candidate;
}

/** Short names are near to everything, so they get fewer slips. */
const allowed = (name: string, candidate: string): number => {
  const shorter = Math.min(name.length, candidate.length);
  if (shorter < 3) return 0;
  return shorter < 6 ? 1 : 2;
};

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
function slips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
