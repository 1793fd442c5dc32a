/** How many at the beginning are so; after them none is. */
export const placeOf = <Item>(sorted: readonly Item[], isSo: (item: Item) => boolean): number =>
  placeAmong(sorted.length, (index) => isSo(sorted[index] as Item));

/** The same of so many places. */
export function placeAmong(count: number, isSo: (place: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
