import type { EventVerification, SchemeSteps, Verification } from '@hooktap/protocol';
import { providerName } from '../format/provider-name.ts';
import { span } from '../format/time.ts';
import { signature } from '../messages/signature/en.ts';
import type { Translate } from '../messages/translate.ts';
import type { IconName } from '../parts/Icon.tsx';

/** The verdict as a sentence, and what to do about it. */
export interface SignatureStory {
  readonly icon: IconName;
  readonly tone: 'ok' | 'bad' | 'quiet';
  readonly said: string;
  readonly detail: string;
  readonly todo: string | null;
}

export const verdictLook = {
  valid: { icon: 'shield', tone: 'quiet' },
  invalid: { icon: 'shield-bad', tone: 'bad' },
  unchecked: { icon: 'off', tone: 'quiet' },
} as const satisfies Record<Verification['verdict'], { icon: IconName; tone: string }>;

/** How old the signature was when it came: `signed 2 s before it came`. */
export function ageWords(clock: SchemeSteps['clock'], t: Translate): string | null {
  if (!clock) return null;
  const ms = Date.parse(clock.receivedAt) - Date.parse(clock.signedAt);
  if (!Number.isFinite(ms)) return null;
  if (Math.abs(ms) < 1000) return t(signature.age.same);
  return t(ms > 0 ? signature.age.before : signature.age.after, { span: span(Math.abs(ms)) });
}

function uncheckedTodo(
  { provider, secrets, endpoint, steps }: EventVerification,
  t: Translate,
): string | null {
  if (provider === null) return t(signature.todo.provider, { endpoint });
  if (secrets === 0 && steps.length > 0) return t(signature.todo.secret, { endpoint });
  return null;
}

export function signatureStory(all: EventVerification, t: Translate): SignatureStory {
  const { verification, findings, steps, provider } = all;
  const name = provider === null ? t(signature.theProvider) : providerName(provider);
  const step = steps.find(({ scheme }) => scheme === verification.scheme) ?? steps[0];
  if (verification.verdict === 'valid') {
    const age = ageWords(step?.clock ?? null, t);
    return {
      icon: 'shield',
      tone: 'ok',
      said: t(signature.valid),
      detail: [step?.title ?? name, age].filter((words) => words !== null).join(', '),
      todo: null,
    };
  }
  if (verification.verdict === 'unchecked') {
    return {
      icon: 'off',
      tone: 'quiet',
      said: t(signature.unchecked),
      detail: verification.reason ?? '',
      todo: uncheckedTodo(all, t),
    };
  }
  const [first] = findings;
  if (first) {
    const { title, detail, todo } = first;
    return { icon: 'shield-bad', tone: 'bad', said: title, detail, todo };
  }
  return {
    icon: 'shield-bad',
    tone: 'bad',
    said: verification.reason ?? t(signature.invalid),
    detail: t(signature.unexplained),
    todo: null,
  };
}

/** Where the secrets of today judge otherwise than those of then. */
export function changeOfVerdict({ kept, verification }: EventVerification, t: Translate): string | null {
  if (kept.verdict === verification.verdict) return null;
  const was = t(signature.was[kept.verdict]);
  const now = t(signature.is[verification.verdict]);
  return [was, kept.reason, now].filter((words) => words !== undefined).join(' ');
}

/** How many characters two signatures share from the start. */
export function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

/** Links lead to the web only: packs may be anyone's. */
export function webAddress(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined;
}
