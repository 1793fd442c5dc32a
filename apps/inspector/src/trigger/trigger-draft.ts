import type { TriggerRequest } from '@hooktap/protocol';
import type { Translate } from '../messages/translate.ts';
import { trigger } from '../messages/trigger/en.ts';
import { changedFields } from './changed-fields.ts';

/** What of a provider is sent. */
export type Choice = { readonly sample: string } | { readonly scenario: string };

/** What stands in the form. Numbers as they were typed: empty where they are left to Hooktap. */
export interface TriggerDraft {
  readonly to: string;
  readonly seed: string;
  readonly count: string;
  readonly speed: string;
}

export const emptyDraft: TriggerDraft = { to: '', seed: '', count: '', speed: '10' };

export type TriggerProblems = Partial<Record<keyof TriggerDraft | 'body', string>>;

export type Drafted =
  | { readonly ok: true; readonly request: TriggerRequest }
  | { readonly ok: false; readonly problems: TriggerProblems };

/** `base`: the sample as it was made. `text`: what a person made of it. */
export interface Edited {
  readonly base: string;
  readonly text: string;
}

function wholeNumber(text: string, least: number, most: number): number | null | undefined {
  const wanted = text.trim();
  if (wanted === '') return undefined;
  const number = Number(wanted);
  return /^\d+$/.test(wanted) && number >= least && number <= most ? number : null;
}

/** The seed where one is given and is one. */
export const seedOf = ({ seed }: TriggerDraft): number | undefined =>
  wholeNumber(seed, 0, Number.MAX_SAFE_INTEGER) ?? undefined;

export function triggerRequest(
  provider: string,
  choice: Choice,
  draft: TriggerDraft,
  edited: Edited | null,
  t: Translate,
): Drafted {
  const seed = wholeNumber(draft.seed, 0, Number.MAX_SAFE_INTEGER);
  const count = wholeNumber(draft.count, 1, 1000);
  const changed = edited ? changedFields(edited.base, edited.text, t) : { ok: true as const, set: [] };
  const problems: TriggerProblems = {
    ...(seed === null && { seed: t(trigger.expected.seed) }),
    ...(count === null && { count: t(trigger.expected.count) }),
    ...(!changed.ok && { body: changed.message }),
  };
  if (seed === null || count === null || !changed.ok) return { ok: false, problems };
  const to = draft.to.trim();
  const set = changed.set.map(([path, value]): [string, NonNullable<unknown> | null] => [path, value]);
  return {
    ok: true,
    request: {
      provider,
      ...('sample' in choice
        ? { eventType: choice.sample }
        : { scenario: choice.scenario, speed: Number(draft.speed) }),
      ...(to !== '' && { to }),
      ...(set.length > 0 && { set }),
      ...(seed !== undefined && { seed }),
      ...(count !== undefined && { count }),
    },
  };
}
