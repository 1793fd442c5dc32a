import type { ProviderRequest } from '@hooktap/core';
import type { ProviderPack } from '../pack.ts';
import { carriedSchemes } from '../signature/verify-request.ts';
import { doctor } from './doctor.ts';
import type { Explanation } from './explain-signature.ts';
import { finding } from './wording.ts';

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
  const titles = { other: other.title, provider: pack.title };
  const todo = doctor.sentence('set-provider', { name: other.name, title: other.title });
  return {
    ...explanation,
    findings: [
      {
        ...finding('other-provider', true, doctor.sentence('other-provider', titles)),
        todo: todo.message,
        todoParts: todo.parts,
      },
    ],
  };
}
