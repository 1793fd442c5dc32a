import { termOf } from '../../search/filter-term.ts';
import { searchFieldOf, stringOf } from './json-path.ts';
import { type JsonRows, rowKinds } from './json-rows.ts';

const LONGEST = 200;
const FIELD_AT_MOST = 1000;

/** The condition that a row's value stands for in a search; null where it is no plain value, or too long for one. */
export function termOfRow(rows: JsonRows, text: string, row: number): string | null {
  const kind = rows.kind[row] ?? 0;
  const field = searchFieldOf(rows, text, row);
  const raw = text.slice(
    rows.start[row] ?? 0,
    Math.min(rows.end[row] ?? 0, (rows.start[row] ?? 0) + LONGEST),
  );
  if (
    field === null ||
    field.length > FIELD_AT_MOST ||
    kind < rowKinds.string ||
    raw === '' ||
    raw.length >= LONGEST
  )
    return null;
  const value = kind === rowKinds.string ? stringOf(raw) : raw;
  return value === null ? null : termOf(field, value);
}
