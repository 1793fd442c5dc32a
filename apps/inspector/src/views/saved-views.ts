import type { SavedView } from '@hooktap/protocol';

/** The views with one moved by a place; the same list where there is none. */
export function movedView(views: readonly SavedView[], index: number, by: 1 | -1): readonly SavedView[] {
  const moved = views[index];
  const other = views[index + by];
  if (!moved || !other) return views;
  return views.map((view, place) => (place === index ? other : place === index + by ? moved : view));
}

/** The views with one renamed; null where the name is empty or another's. */
export function renamedView(
  views: readonly SavedView[],
  index: number,
  given: string,
): readonly SavedView[] | null {
  const name = given.trim();
  if (name === '' || views.some((view, place) => place !== index && view.name === name)) return null;
  return views.map((view, place) => (place === index ? { ...view, name } : view));
}
