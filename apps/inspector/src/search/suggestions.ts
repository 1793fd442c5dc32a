import type { EventListItem } from '@hooktap/protocol';
import { type CompletionOptions, completionsAt, type Subject } from '@hooktap/query';

/** One line under the search box: taking it puts `text` in place of a part of the query. */
export interface Suggestion {
  readonly group: 'Fields' | 'Values' | 'Recent';
  readonly shown: string;
  readonly description: string;
  readonly query: string;
  /** Where the cursor stands afterwards. */
  readonly cursor: number;
  /** Whether more is to be chosen: a field wants its value. */
  readonly goesOn: boolean;
}

const RECENT = 5;
const LISTED = 12;

export type Known = NonNullable<CompletionOptions['known']>;

export function likeliest(values: readonly (string | null)[]): readonly string[] {
  const times = new Map<string, number>();
  for (const value of values) if (value) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

/** Values that occur in the loaded events. */
export function knownValues(items: readonly EventListItem[]): Known {
  return {
    provider: likeliest(items.map(({ provider }) => provider)),
    type: likeliest(items.map(({ eventType }) => eventType)),
    path: likeliest(items.map(({ path }) => path)),
    method: likeliest(items.map(({ method }) => method)),
    endpoint: likeliest(items.map(({ endpoint }) => endpoint)),
    tag: likeliest(items.flatMap(({ tags }) => tags)),
  };
}

/** Whether the word at `cursor` may become the name of a field: `prov`, `-stat`. */
export function beginsField(text: string, cursor: number, subject: Subject = 'event'): boolean {
  const { from, items } = completionsAt(text, cursor, { subject });
  return cursor > from && items.some(({ kind }) => kind === 'field');
}

/** What could be typed next at `cursor`, and what was searched for before. */
export function suggestionsAt(
  text: string,
  cursor: number,
  known: Known,
  recent: readonly string[],
  subject: Subject = 'event',
): readonly Suggestion[] {
  const { from, to, items } = completionsAt(text, cursor, { known, subject });
  const completions = items
    .filter((item) => item.text !== text.slice(from, to))
    .slice(0, LISTED)
    .map((item): Suggestion => {
      const isField = item.kind === 'field';
      const end = isField || text[to] === ' ' ? '' : ' ';
      const query = `${text.slice(0, from)}${item.text}${end}${text.slice(to)}`;
      return {
        group: isField ? 'Fields' : 'Values',
        shown: item.text,
        description: item.description,
        query,
        cursor: from + item.text.length + end.length,
        goesOn: isField,
      };
    });
  const before = recent
    .filter((query) => query !== text.trim() && query.toLowerCase().includes(text.trim().toLowerCase()))
    .slice(0, RECENT)
    .map((query): Suggestion => {
      return { group: 'Recent', shown: query, description: '', query, cursor: query.length, goesOn: false };
    });
  return [...completions, ...before];
}
