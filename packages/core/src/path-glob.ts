type Step =
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'within' | 'anything' };

/** Whether a path fits a glob: `*` stands for anything within a segment, `**` for anything at all. */
export function matchesGlob(path: string, glob: string): boolean {
  const steps = stepsOf(glob);
  // All places in the glob at once, so that no path, however made, takes more than one pass.
  let places = withSkipped(new Set([0]), steps);
  for (const character of path) {
    const next = new Set<number>();
    for (const place of places) {
      const step = steps[place];
      if (!step) continue;
      if (step.kind === 'character') {
        if (step.character === character) next.add(place + 1);
      } else if (step.kind === 'anything' || character !== '/') next.add(place);
    }
    places = withSkipped(next, steps);
    if (places.size === 0) return false;
  }
  return places.has(steps.length);
}

function stepsOf(glob: string): Step[] {
  const parts = glob.match(/\*\*|[\s\S]/gu) ?? [];
  return parts.map((part): Step => {
    if (part === '**') return { kind: 'anything' };
    return part === '*' ? { kind: 'within' } : { kind: 'character', character: part };
  });
}

/** A star may stand for nothing. */
function withSkipped(places: Set<number>, steps: readonly Step[]): Set<number> {
  for (const place of places) {
    const step = steps[place];
    if (step && step.kind !== 'character') places.add(place + 1);
  }
  return places;
}
