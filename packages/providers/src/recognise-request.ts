import type { Recognition, RequestHead } from '@hooktap/core';
import { indexHead } from './indexed-head.ts';
import type { ProviderPack } from './pack.ts';

/** Whose it is, by its head: what the endpoint says, else a certain mark, else the first likely shape. */
export function recognise(
  packs: readonly ProviderPack[],
  head: RequestHead,
  configured: ProviderPack | '' | undefined,
): Recognition | null {
  const found = recogniseAny(packs, head);
  if (!configured) return found;
  const other = found?.confidence === 'certain' && found.provider !== configured.name ? found : null;
  const reason = `The endpoint names ${configured.title}.${other ? ` It looks like ${other.provider}, though: ${other.reason}` : ''}`;
  return { provider: configured.name, confidence: 'configured', reason };
}

function recogniseAny(packs: readonly ProviderPack[], head: RequestHead): Recognition | null {
  const indexed = indexHead(head);
  let likely: Recognition | null = null;
  for (const pack of packs) {
    const recognised = pack.recognise(indexed);
    if (recognised?.confidence === 'certain') return { provider: pack.name, ...recognised };
    if (recognised && !likely) likely = { provider: pack.name, ...recognised };
  }
  return likely;
}
