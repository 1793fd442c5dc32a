import type { JsonRows } from './json-rows.ts';

/** The key of a row as it reads, without escapes; null for members of a list. */
export function keyOf(rows: JsonRows, text: string, row: number): string | null {
  const [start, end] = [rows.keyStart[row] ?? 0, rows.keyEnd[row] ?? 0];
  return end === 0 ? null : (JSON.parse(text.slice(start, end)) as string);
}

type Step = { readonly key: string } | { readonly index: number };

/** From the top to the row; a path that is too long to be read begins with its last steps. */
function stepsTo(rows: JsonRows, text: string, row: number): readonly Step[] {
  const steps: Step[] = [];
  for (let at = row; rows.parent[at] !== at && steps.length < 200; at = rows.parent[at] ?? at) {
    const key = keyOf(rows, text, at);
    steps.push(key === null ? { index: rows.index[at] ?? 0 } : { key });
  }
  return steps.reverse();
}

const plain = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

/** As a person or a program names it: `data.items[0].text`, `$` for the whole. */
export function pathOf(rows: JsonRows, text: string, row: number): string {
  const path = stepsTo(rows, text, row).map((step) => {
    if ('index' in step) return `[${step.index}]`;
    return plain.test(step.key) ? `.${step.key}` : `[${JSON.stringify(step.key)}]`;
  });
  const joined = path.join('');
  return joined === '' ? '$' : joined.replace(/^\./, '');
}

/** The field of the search language, which steps into lists by itself: `body.data.items.text`. */
export function searchFieldOf(rows: JsonRows, text: string, row: number): string | null {
  const keys = stepsTo(rows, text, row).flatMap((step) => ('key' in step ? [step.key] : []));
  if (keys.length === 0) return null;
  return ['body', ...keys.map((key) => (/^[\p{L}\p{N}_$-]+$/u.test(key) ? key : JSON.stringify(key)))].join(
    '.',
  );
}
