import type { Verification } from '@hooktap/protocol';
import { type Said, saidAs } from '../messages/said.ts';
import { signature } from '../messages/signature/en.ts';
import type { Translate } from '../messages/translate.ts';
import type { IconName } from '../parts/Icon.tsx';

export const verdictLook = {
  valid: { icon: 'shield', tone: 'quiet' },
  invalid: { icon: 'shield-bad', tone: 'bad' },
  unchecked: { icon: 'off', tone: 'quiet' },
} as const satisfies Record<Verification['verdict'], { icon: IconName; tone: string }>;

/** Why the verdict is what it is; null where it needs no reason. */
export function reasonSaid({ reason, code }: Verification, t: Translate): Said | null {
  return reason === undefined ? null : saidAs(signature.reason, code, reason, t);
}
