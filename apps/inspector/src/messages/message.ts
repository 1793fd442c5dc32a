/** A text for each plural category of the language; `zero` is for exactly nothing, in any language. */
export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly many?: string;
  readonly other: string;
}

/** What an area's file writes down for one message: a sentence with `{placeholders}`, or its plural forms. */
export type Source = string | Plural;

export interface SourceTree {
  readonly [name: string]: Source | SourceTree;
}

/** One message; `source` is its English, so that English needs no loading and types know its placeholders. */
export interface Message<S extends Source = Source> {
  /** Where translations have it: `list.arrivals`. */
  readonly id: string;
  readonly source: S;
}

export type Messages<T> = {
  readonly [K in keyof T]: T[K] extends Source ? Message<T[K]> : Messages<T[K]>;
};

/** What a translation of an area has to have: the same names, and plurals where English has them. */
export type Translation<M> = {
  readonly [K in keyof M]: M[K] extends Message<infer S>
    ? S extends string
      ? string
      : Plural
    : Translation<M[K]>;
};

type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type NamesOf<S extends Source> = S extends string
  ? NamesIn<S>
  : 'count' | NamesIn<Extract<S[keyof S], string>>;

/** What has to be said with a message: nothing where it has no placeholder; a plural is chosen by `count`. */
export type Values<S extends Source, V> = [NamesOf<S>] extends [never]
  ? []
  : [values: { readonly [N in NamesOf<S>]: N extends 'count' ? number : V }];

export function isPlural(node: Source | SourceTree): node is Plural {
  return typeof node === 'object' && typeof node['other'] === 'string';
}

/** The English of one area of the screen, as messages; `name` is the folder's. */
export function area<const T extends SourceTree>(name: string, tree: T): Messages<T> {
  const entries = Object.entries(tree).map(([key, node]) => {
    const id = `${name}.${key}`;
    return [key, typeof node === 'string' || isPlural(node) ? { id, source: node } : area(id, node)];
  });
  return Object.fromEntries(entries);
}
