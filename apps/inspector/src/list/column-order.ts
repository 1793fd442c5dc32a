import { type Column, columns } from './columns.tsx';

/** All columns in the order chosen: those not named stay behind the one that they came after. */
export function orderedColumns(order: readonly string[]): readonly Column[] {
  const known = order.flatMap((name) => columns.filter((column) => column.name === name && name !== 'mark'));
  if (known.length === 0) return columns;
  const ordered: Column[] = [];
  for (const [index, column] of columns.entries()) {
    if (known.includes(column)) continue;
    const before = columns[index - 1];
    const place = before && !known.includes(before) ? ordered.indexOf(before) + 1 : ordered.length;
    ordered.splice(place, 0, column);
  }
  const [mark, ...others] = ordered;
  return mark ? [mark, ...known, ...others] : known;
}

/** The order with a column put before another, or at the end; all columns are named in it. */
export function movedColumn(order: readonly string[], name: string, before: string | null): string[] {
  const now = orderedColumns(order)
    .map((column): string => column.name)
    .filter((one) => one !== 'mark');
  if (!now.includes(name) || name === before) return [...order];
  const others = now.filter((one) => one !== name);
  const place = before === null ? -1 : others.indexOf(before);
  const at = place < 0 ? others.length : place;
  return [...others.slice(0, at), name, ...others.slice(at)];
}
