/** At most five names that are close to what was asked for, the closest first. */
export function nearNames(wanted: string, known: readonly string[]): string[] {
  const lower = wanted.toLowerCase();
  const last = lastStep(lower);
  return known
    .map((name) => ({ name, distance: distanceTo(lower, last, name.toLowerCase()) }))
    .filter(
      ({ name, distance }) => distance <= Math.max(2, Math.ceil(Math.min(wanted.length, name.length) / 2)),
    )
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, 5)
    .map(({ name }) => name);
}

/** The whole name, or only its last step: `--set txet=…` is near to `data.text`. */
function distanceTo(wanted: string, last: string, name: string): number {
  if (name.includes(wanted) || wanted.includes(name)) return 1;
  return Math.min(editDistance(wanted, name), editDistance(last, lastStep(name)) + 1);
}

const lastStep = (path: string): string => path.split('.').at(-1) ?? path;

/** Levenshtein's, over at most 80 characters. */
function editDistance(one: string, other: string): number {
  const a = one.slice(0, 80);
  const b = other.slice(0, 80);
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
