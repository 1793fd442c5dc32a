import type { EventVerification, Finding, ReasonPart, SchemeSteps } from '@hooktap/protocol';
import { providerName } from '../format/provider-name.ts';
import { span } from '../format/time.ts';
import { findings as findingWords } from '../messages/findings/en.ts';
import { ours, type Said, saidAs, saidInParts } from '../messages/said.ts';
import { signature } from '../messages/signature/en.ts';
import type { Translate } from '../messages/translate.ts';
import type { IconName } from '../parts/Icon.tsx';
import { reasonSaid } from './verdict-words.ts';

/** The verdict as a sentence, and what to do about it. */
export interface SignatureStory {
  readonly icon: IconName;
  readonly tone: 'ok' | 'bad' | 'quiet';
  readonly said: Said;
  readonly detail: Said | null;
  readonly todo: Said | null;
}

/** What the doctor says of this very request. */
export const doctorSaid = (words: string, parts: readonly ReasonPart[] | undefined, t: Translate): Said =>
  saidInParts(['doctor.part'], parts, words, t);

/** Phrases that end a sentence have no full stop of their own. */
const sentence = (said: Said): Said =>
  /[.:?!]$/.test(said.words) ? said : { ...said, words: `${said.words}.` };

/** What the doctor found. */
export function findingSaid({ code, title, detail, parts, todo, todoParts }: Finding, t: Translate) {
  const general = saidAs(findingWords.todo, code, todo, t);
  const exact = doctorSaid(todo, todoParts, t);
  return {
    said: saidAs(findingWords.title, code, title, t),
    detail: detail === '' ? null : sentence(doctorSaid(detail, parts, t)),
    todo: todo === '' ? null : exact.lang === undefined ? exact : general,
  };
}

/** How old the signature was when it came: `signed 2 s before it came`. */
export function ageWords(clock: SchemeSteps['clock'], t: Translate): string | null {
  if (!clock) return null;
  const ms = Date.parse(clock.receivedAt) - Date.parse(clock.signedAt);
  if (!Number.isFinite(ms)) return null;
  if (Math.abs(ms) < 1000) return t(signature.age.same);
  return t(ms > 0 ? signature.age.before : signature.age.after, { span: span(Math.abs(ms)) });
}

/** The variable of the environment that an endpoint's secret may stand in. */
const secretVariable = (endpoint: string) => `HOOKTAP_SECRET_${endpoint.toUpperCase().replaceAll('-', '_')}`;

function uncheckedTodo({ provider, secrets, endpoint, steps }: EventVerification, t: Translate): Said | null {
  if (provider === null) return ours(t(signature.todo.provider, { endpoint }));
  if (secrets === 0 && steps.length > 0) {
    return ours(t(signature.todo.secret, { endpoint, variable: secretVariable(endpoint) }));
  }
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
      said: ours(t(signature.valid)),
      detail: ours([step?.title ?? name, age].filter((words) => words !== null).join(', ')),
      todo: null,
    };
  }
  if (verification.verdict === 'unchecked') {
    return {
      icon: 'off',
      tone: 'quiet',
      said: ours(t(signature.unchecked)),
      detail: reasonSaid(verification, t),
      todo: uncheckedTodo(all, t),
    };
  }
  const [first] = findings;
  if (first) {
    return { icon: 'shield-bad', tone: 'bad', ...findingSaid(first, t) };
  }
  return {
    icon: 'shield-bad',
    tone: 'bad',
    said: reasonSaid(verification, t) ?? ours(t(signature.invalid)),
    detail: ours(t(signature.unexplained)),
    todo: null,
  };
}

/** Where the secrets of today judge otherwise than those of then. */
export function changeOfVerdict({ kept, verification }: EventVerification, t: Translate): readonly Said[] {
  if (kept.verdict === verification.verdict) return [];
  const was = ours(t(signature.was[kept.verdict]));
  const now = ours(t(signature.is[verification.verdict]));
  return [was, reasonSaid(kept, t), now].filter((said) => said !== null);
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
