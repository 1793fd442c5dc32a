import type { ReasonPart } from '@hooktap/protocol';
import { serverSaid } from '../connection/server-said.ts';
import { visibleLine } from '../format/visible-text.ts';
import { type Said, saidInParts } from '../messages/said.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';

/** What a provider pack says of registering; its English is its own code. */
export const packSaid = (words: string, t: Translate): Said =>
  saidInParts(['packs.registration'], [{ code: words }], words, t);

const Words = ({ said: { words, lang }, look }: { readonly said: Said; readonly look?: string }) => (
  <span className={look} lang={lang}>
    {visibleLine(words)}
  </span>
);

/** A question, a place or a warning of a pack. */
export function PackWords({ says, look }: { readonly says: string; readonly look?: string }) {
  return <Words said={packSaid(says, useT())} {...(look && { look })} />;
}

interface FailureWordsProps {
  readonly message: string;
  readonly parts: readonly ReasonPart[] | undefined;
}

/** Why a place could not be asked, set or put back: Hooktap's words, or the pack's. */
export function FailureWords({ message, parts }: FailureWordsProps) {
  const t = useT();
  return <Words said={parts ? serverSaid(message, parts, t) : packSaid(message, t)} />;
}
