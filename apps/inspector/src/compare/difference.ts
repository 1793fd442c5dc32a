export type Mark = 'equal' | 'changed' | 'type' | 'added' | 'removed' | 'moved';

/** One line of a comparison; a side that has it not is null. Of what was moved the right is its new place. */
export interface Difference {
  readonly label: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly mark: Mark;
  readonly alwaysChanges: boolean;
}

/** Of two texts that stand for the same thing. */
export function markOf(left: string | null, right: string | null): Mark {
  if (left === right) return 'equal';
  if (left === null) return 'added';
  return right === null ? 'removed' : 'changed';
}
