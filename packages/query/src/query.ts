/**
 * A query as a tree. The parser makes it, the printer writes it, the matchers evaluate it.
 * Build one with {@link and}, {@link or} and {@link not}: they keep it canonical, so that
 * `parse(print(query))` is the same tree again.
 */
export type Query = All | And | Or | Not | Term;

/** What an empty search box means. Only ever the whole query. */
export type All = { readonly kind: 'all' };
export type And = { readonly kind: 'and'; readonly of: readonly Query[] };
export type Or = { readonly kind: 'or'; readonly of: readonly Query[] };
export type Not = { readonly kind: 'not'; readonly of: Query };

export type Term =
  | WordTerm
  | TextTerm
  | ChoiceTerm
  | MarkTerm
  | HeaderTerm
  | BodyTerm
  | NumberTerm
  | TimeTerm;

/** A bare word or phrase. Its pieces stand in this order within one text, with anything in between. */
export type WordTerm = { readonly kind: 'word'; readonly pieces: readonly string[] };

export type TextTerm = { readonly kind: 'text'; readonly field: TextField; readonly pattern: Pattern };
export type TextField =
  | 'provider'
  | 'type'
  | 'method'
  | 'path'
  | 'endpoint'
  | 'subject'
  | 'id'
  | 'tag'
  | 'target';

/** A field with a closed set of values, compared as a whole. `null`: any value at all. */
export type ChoiceTerm = {
  readonly kind: 'choice';
  readonly field: ChoiceField;
  readonly value: string | null;
};
export type ChoiceField = 'status' | 'reply' | 'signature' | 'via' | 'cause' | 'failure';

export type MarkTerm = { readonly kind: 'mark'; readonly mark: Mark };
export type Mark = 'pinned' | 'unread' | 'duplicate' | 'replayed';

/** `name` in lower case; headers are compared by it without case. */
export type HeaderTerm = { readonly kind: 'header'; readonly name: string; readonly test: ValueTest };

/** A path of keys and indexes into a JSON or form body; empty: the body's text itself. */
export type BodyTerm = {
  readonly kind: 'body';
  readonly path: readonly string[];
  readonly test: ValueTest;
};

export type NumberTerm = { readonly kind: 'number'; readonly field: NumberField; readonly test: NumberTest };
export type NumberField = 'code' | 'took' | 'size' | 'attempts';

export type TimeTerm = { readonly kind: 'time'; readonly field: TimeField; readonly at: Moment };
/** `since`: at that moment or later. `before`: earlier than it. */
export type TimeField = 'since' | 'before';
/** Milliseconds before now, or since 1970-01-01T00:00Z. */
export type Moment =
  | { readonly kind: 'ago'; readonly ms: number }
  | { readonly kind: 'absolute'; readonly ms: number };

/** `glob`: the whole value is the pieces with anything between them; with one piece, exactly that. */
export type Pattern =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'glob'; readonly pieces: readonly string[] };

export type Operator = '=' | '>' | '>=' | '<' | '<=';
/** `took` in milliseconds, `size` in bytes. */
export type Comparison = { readonly kind: 'compare'; readonly operator: Operator; readonly value: number };
/** `class`: 5 for 5xx. `present`: there is such a number. */
export type NumberTest =
  | Comparison
  | { readonly kind: 'class'; readonly hundreds: number }
  | { readonly kind: 'present' };
export type ValueTest = Pattern | Comparison;

export const all: All = { kind: 'all' };

export function and(parts: readonly Query[]): Query {
  const of = parts.flatMap((part) => {
    if (part.kind === 'and') return part.of;
    return part.kind === 'all' ? [] : [part];
  });
  const [only] = of;
  if (!only) return all;
  return of.length === 1 ? only : { kind: 'and', of };
}

/** Of nothing: everything, as {@link and}. */
export function or(parts: readonly Query[]): Query {
  if (parts.some((part) => part.kind === 'all')) return all;
  const of = parts.flatMap((part) => (part.kind === 'or' ? part.of : [part]));
  const [only] = of;
  if (!only) return all;
  return of.length === 1 ? only : { kind: 'or', of };
}

/** The negation of everything is a query that nothing fits: no word at all. */
export function not(part: Query): Query {
  if (part.kind === 'not') return part.of;
  return { kind: 'not', of: part.kind === 'all' ? anyWord : part };
}

/** The word `*`, which every event has. */
const anyWord: WordTerm = { kind: 'word', pieces: [''] };
