import { registrationWords } from '@hooktap/protocol';
import { area } from '../message.ts';

type Themselves<S extends string> = { readonly [Said in S]: Said };

/** Sentences that are their own codes. */
const themselves = <const S extends string>(sentences: readonly S[]): Themselves<S> =>
  Object.fromEntries(sentences.map((said) => [said, said])) as Themselves<S>;

/** What Hooktap’s own provider packs say, by their English. */
export const packs = area('packs', {
  registration: themselves(registrationWords),
});
