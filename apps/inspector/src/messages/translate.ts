import { createElement, Fragment, type ReactNode } from 'react';
import { type Language, languageTags } from './language.ts';
import { isPlural, type Message, type Source, type SourceTree, type Values } from './message.ts';

/** Says messages in one language. Functions that make sentences take it; components have it of `useT`. */
export interface Translate {
  <M extends Message>(message: M, ...values: Values<M['source'], string | number>): string;
  /** The same with elements in the places of the placeholders. */
  rich<M extends Message>(message: M, ...values: Values<M['source'], ReactNode>): ReactNode;
  number(n: number, options?: Intl.NumberFormatOptions): string;
  date(instant: string | number, options: Intl.DateTimeFormatOptions): string;
  /** `a, b and c`; `a, b or c`. */
  list(items: readonly string[], how: 'and' | 'or'): string;
  readonly language: Language;
}

/** Translations by the id of their message. */
export type Spoken = ReadonlyMap<string, Source>;

export function spokenOf(tree: SourceTree, path = ''): Spoken {
  const spoken = new Map<string, Source>();
  for (const [key, node] of Object.entries(tree)) {
    if (typeof node === 'string' || isPlural(node)) spoken.set(path + key, node);
    else for (const [id, source] of spokenOf(node, `${path}${key}.`)) spoken.set(id, source);
  }
  return spoken;
}

const placeholder = /\{(\w+)\}/;

function remembering<O, F>(make: (options: O) => F): (options: O) => F {
  const made = new Map<string, F>();
  return (options) => {
    const key = JSON.stringify(options);
    const known = made.get(key);
    if (known) return known;
    const fresh = make(options);
    made.set(key, fresh);
    return fresh;
  };
}

/** A message without a translation is said in English. */
export function translateInto(language: Language, spoken: Spoken): Translate {
  const tag = languageTags[language];
  const plurals = new Intl.PluralRules(tag);
  const numbers = remembering((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));
  const dates = remembering((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options));
  const lists = remembering((type: 'conjunction' | 'disjunction') => new Intl.ListFormat(tag, { type }));
  const number = (n: number, options: Intl.NumberFormatOptions = {}) => numbers(options).format(n);

  type Given = Readonly<Record<string, ReactNode>>;
  const textOf = ({ id, source }: Message, { count }: Given): string => {
    const own = spoken.get(id) ?? source;
    if (typeof own === 'string') return own;
    if (count === 0 && own.zero !== undefined) return own.zero;
    const category = plurals.select(Number(count));
    return (category === 'one' || category === 'many' ? own[category] : undefined) ?? own.other;
  };
  const partsOf = (message: Message, given: Given = {}): readonly ReactNode[] =>
    // Split by a pattern with one group: texts and names take turns.
    textOf(message, given)
      .split(placeholder)
      .map((part, index) => {
        if (index % 2 === 0) return part;
        const value = given[part];
        return typeof value === 'number' ? number(value) : value;
      });

  const say = (message: Message, values?: Given) => partsOf(message, values).join('');
  return Object.assign(say, {
    rich: (message: Message, values?: Given) => createElement(Fragment, null, ...partsOf(message, values)),
    number,
    date: (instant: string | number, options: Intl.DateTimeFormatOptions) =>
      dates(options).format(new Date(instant)),
    list: (items: readonly string[], how: 'and' | 'or') =>
      lists(how === 'and' ? 'conjunction' : 'disjunction').format(items),
    language,
  });
}

export const english: Translate = translateInto('en', new Map());
