import type { EventId } from '@hooktap/protocol';

/** Events chosen for something to be done with all of them. */
export interface Marks {
  readonly ids: ReadonlySet<EventId>;
  /** Where a range begins that is extended with Shift. */
  readonly anchor: EventId | null;
}

export const noMarks: Marks = { ids: new Set(), anchor: null };

export function toggled({ ids }: Marks, id: EventId): Marks {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** All from the anchor to `to`, as the list has them; what was marked elsewhere stays. */
export function extended(marks: Marks, to: EventId, list: readonly EventId[], open: EventId | null): Marks {
  const anchor = marks.anchor ?? open ?? to;
  const [a, b] = [list.indexOf(anchor), list.indexOf(to)];
  if (a < 0 || b < 0) return toggled(marks, to);
  const range = list.slice(Math.min(a, b), Math.max(a, b) + 1);
  return { ids: new Set([...marks.ids, ...range]), anchor };
}

export function allOf(list: readonly EventId[]): Marks {
  return { ids: new Set(list), anchor: list[0] ?? null };
}
