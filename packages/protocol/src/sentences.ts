import type { ReasonPart, Saying } from './reason-part.ts';

/** What Hooktap may say of one thing: by a code the English, with `{names}` where values go. */
export type Sentences = Readonly<Record<string, string>>;

type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type ValuesOf<S extends string> = [NamesIn<S>] extends [never]
  ? []
  : [values: { readonly [N in NamesIn<S>]: string }];

/** Pieces of a kind of sentences, and their English. Both come of the one table, so neither can be forgotten. */
export interface Speaker<S extends Sentences> {
  part<C extends keyof S & string>(code: C, ...values: ValuesOf<S[C]>): ReasonPart;
  /** A sentence of one piece. */
  sentence<C extends keyof S & string>(code: C, ...values: ValuesOf<S[C]>): Saying;
  /** One piece after the other, with a blank between. */
  say(...parts: readonly ReasonPart[]): Saying;
}

export function speakerOf<const S extends Sentences>(sentences: S): Speaker<S> {
  const say = (...parts: readonly ReasonPart[]): Saying => ({
    message: parts.map((part) => englishOf(sentences, part)).join(' '),
    parts,
  });
  const part: Speaker<S>['part'] = (code, ...[values]) =>
    values === undefined ? { code } : { code, values };
  return { part, say, sentence: (code, ...values) => say(part(code, ...values)) };
}

const englishOf = (sentences: Sentences, { code, values = {} }: ReasonPart): string =>
  (sentences[code] ?? code).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
