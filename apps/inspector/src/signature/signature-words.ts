import type { EventVerification, SchemeSteps, Verification } from '@hooktap/protocol';
import { providerName } from '../format/provider-name.ts';
import { span } from '../format/time.ts';
import type { IconName } from '../parts/Icon.tsx';

/** The verdict as a sentence, and what to do about it. */
export interface SignatureStory {
  readonly icon: IconName;
  readonly tone: 'ok' | 'bad' | 'quiet';
  readonly said: string;
  readonly detail: string;
  readonly todo: string | null;
}

export const verdictWords = { valid: 'Valid', invalid: 'Invalid', unchecked: 'Not checked' } as const;

export const verdictLook = {
  valid: { icon: 'shield', tone: 'quiet' },
  invalid: { icon: 'shield-bad', tone: 'bad' },
  unchecked: { icon: 'off', tone: 'quiet' },
} as const satisfies Record<Verification['verdict'], { icon: IconName; tone: string }>;

/** How old the signature was when it came: `signed 2 s before it came`. */
export function ageWords(clock: SchemeSteps['clock']): string | null {
  if (!clock) return null;
  const ms = Date.parse(clock.receivedAt) - Date.parse(clock.signedAt);
  if (!Number.isFinite(ms)) return null;
  if (Math.abs(ms) < 1000) return 'signed as it came';
  return ms > 0 ? `signed ${span(ms)} before it came` : `signed ${span(-ms)} after it came`;
}

function uncheckedTodo({ provider, secrets, endpoint, steps }: EventVerification): string | null {
  if (provider === null) return `Name the provider at endpoint ${endpoint}, if you know it.`;
  if (secrets === 0 && steps.length > 0) return `Add the secret to endpoint ${endpoint}.`;
  return null;
}

export function signatureStory(all: EventVerification): SignatureStory {
  const { verification, findings, steps, provider } = all;
  const name = provider === null ? 'The provider' : providerName(provider);
  const step = steps.find(({ scheme }) => scheme === verification.scheme) ?? steps[0];
  if (verification.verdict === 'valid') {
    const age = ageWords(step?.clock ?? null);
    return {
      icon: 'shield',
      tone: 'ok',
      said: `The signature is valid.`,
      detail: [step?.title ?? name, age].filter((words) => words !== null).join(', '),
      todo: null,
    };
  }
  if (verification.verdict === 'unchecked') {
    return {
      icon: 'off',
      tone: 'quiet',
      said: 'The signature was not checked.',
      detail: verification.reason ?? '',
      todo: uncheckedTodo(all),
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
    said: verification.reason ?? 'The signature does not verify.',
    detail:
      'Nothing that people usually get wrong explains it. Either it was signed with a secret that is not set here, or what arrived is not what was signed.',
    todo: null,
  };
}

/** Where the secrets of today judge otherwise than those of then. */
export function changeOfVerdict({ kept, verification }: EventVerification): string | null {
  if (kept.verdict === verification.verdict) return null;
  return `When it came it was ${verdictWords[kept.verdict].toLowerCase()}${
    kept.reason === undefined ? '' : `: ${kept.reason}`
  } With the secrets that are set now it is ${verdictWords[verification.verdict].toLowerCase()}.`;
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
