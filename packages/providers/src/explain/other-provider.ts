import type { ProviderRequest } from '@hooktap/core';
import type { ProviderPack } from '../pack.ts';
import { carriedSchemes } from '../signature/verify-request.ts';
import type { Explanation } from './explain-signature.ts';
import { titleFor } from './wording.ts';

/** Where the signature is missing and another provider's is there, that is the mistake. */
export function withOtherProvider(
  explanation: Explanation,
  pack: ProviderPack,
  packs: readonly ProviderPack[],
  request: ProviderRequest,
): Explanation {
  if (explanation.verification.code !== 'missing') return explanation;
  const other = packs.find((one) => one !== pack && carriedSchemes(one, request).length > 0);
  if (!other) return explanation;
  return {
    ...explanation,
    findings: [
      {
        code: 'other-provider',
        certain: true,
        title: titleFor('other-provider'),
        detail: `It carries the signature of ${other.title}, and the endpoint is set to ${pack.title}.`,
        todo: `Set provider: '${other.name}' for this endpoint, or point ${other.title} at another path.`,
      },
    ],
  };
}
