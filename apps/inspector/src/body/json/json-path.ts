import { beginningOf } from '../../format/visible-text.ts';
import { quoted } from '../../search/filter-term.ts';
import type { JsonRows } from './json-rows.ts';

/** The key of a row as it reads, without escapes; null for members of a list. */
export function keyOf(rows: JsonRows, text: string, row: number): string | null {
  const [start, end] = [rows.keyStart[row] ?? 0, rows.keyEnd[row] ?? 0];
  return end === 0 ? null : (JSON.parse(text.slice(start, end)) as string);
}

type Step = { readonly key: string } | { readonly index: number };

/** A string as it reads, without quotes and escapes; null where it breaks off or an escape in it is wrong. */
export function stringOf(raw: string): string | null {
  try {
    return JSON.parse(raw) as string;
  } catch {
    return null;
  }
}

/** Steps of a path that a person reads. */
const READ_AT_MOST = 200;
const LETTERS_AT_MOST = 2000;
/** So many the search language takes. */
const FIELD_STEPS = 30;

/** From the top to the row, or the last `most` of them. */
function stepsTo(rows: JsonRows, text: string, row: number, most: number): readonly Step[] {
  const steps: Step[] = [];
  for (let at = row; rows.parent[at] !== at && steps.length < most; at = rows.parent[at] ?? at) {
    const key = keyOf(rows, text, at);
    steps.push(key === null ? { index: rows.index[at] ?? 0 } : { key });
  }
  return steps.reverse();
}

const plain = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

const written = (steps: readonly Step[]): string =>
  steps
    .map((step) => {
      if ('index' in step) return `[${step.index}]`;
      return plain.test(step.key) ? `.${step.key}` : `[${JSON.stringify(step.key)}]`;
    })
    .join('');

/** As a person or a program names it: `data.items[0].text`, `$` for the whole. */
export function pathOf(rows: JsonRows, text: string, row: number): string {
  const path = written(stepsTo(rows, text, row, Number.POSITIVE_INFINITY));
  return path === '' ? '$' : path.replace(/^\./, '');
}

/** The same to be read: of very many steps the last, of very long keys the beginning. */
export function shortPathOf(rows: JsonRows, text: string, row: number): string {
  const path =
    (rows.depth[row] ?? 0) <= READ_AT_MOST
      ? pathOf(rows, text, row)
      : `…${written(stepsTo(rows, text, row, READ_AT_MOST))}`;
  return path.length <= LETTERS_AT_MOST ? path : `${beginningOf(path, LETTERS_AT_MOST)}…`;
}

/** The field of the search language, which steps into lists by itself: `body.data.items.text`; null where it has none. */
export function searchFieldOf(rows: JsonRows, text: string, row: number): string | null {
  if ((rows.depth[row] ?? 0) > READ_AT_MOST) return null;
  const keys = stepsTo(rows, text, row, READ_AT_MOST).flatMap((step) => ('key' in step ? [step.key] : []));
  if (keys.length === 0 || keys.length > FIELD_STEPS) return null;
  return ['body', ...keys.map((key) => (/^[\p{L}\p{N}_$-]+$/u.test(key) ? key : quoted(key)))].join('.');
}
