/** Sentences that are their own codes. */
export const themselves = <const S extends string>(sentences: readonly S[]): { readonly [Said in S]: Said } =>
  Object.fromEntries(sentences.map((said) => [said, said])) as { readonly [Said in S]: Said };
