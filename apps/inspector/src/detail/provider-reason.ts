import type { ReasonPart } from '@hooktap/protocol';
import { saidInParts } from '../messages/said.ts';
import type { Translate } from '../messages/translate.ts';

/** Sentences with a name in them, which are kept with events in English alone. */
const withNames: readonly (readonly [code: string, sentence: RegExp])[] = [
  ['zapi-type', /^The body's type is (?<type>.+), with Z-API's own fields\.$/],
  ['meta-signed', /^It is signed with X-Hub-Signature-256 and its object is that of (?<object>.+)\.$/],
  ['meta-object', /^Its object and entry are those of (?<object>.+)\.$/],
];

function markPart(sentence: string): ReasonPart {
  for (const [code, pattern] of withNames) {
    const values = pattern.exec(sentence)?.groups;
    if (values) return { code, values };
  }
  return { code: sentence };
}

const byEndpoint =
  /^The endpoint names (?<title>.+?)\.(?: It looks like (?<other>[\w-]+), though: (?<why>.+))?$/;

function partsOf(sentence: string): readonly ReasonPart[] {
  const named = byEndpoint.exec(sentence)?.groups;
  if (!named) return [markPart(sentence)];
  const { title = '', other, why } = named;
  const endpoint = { code: 'endpoint-names', values: { title } };
  if (other === undefined || why === undefined) return [endpoint];
  return [endpoint, { code: 'looks-like', values: { other } }, markPart(why)];
}

/** Why an event is known as a provider's. */
export const providerReason = (sentence: string, t: Translate): string =>
  saidInParts(['packs.recognition'], partsOf(sentence), sentence, t).words;
