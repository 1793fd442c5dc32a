import type { BatchRequestInput } from '@hooktap/client';
import type { Chaos, EventId, Pace } from '@hooktap/protocol';
import { batches } from '../messages/batches/en.ts';
import type { Translate } from '../messages/translate.ts';

/** Which events are to be replayed: chosen ones, or all that a search finds. */
export type BatchChoice = { readonly ids: readonly EventId[] } | { readonly q: string };

/** What stands in the dialog; numbers as they are typed. */
export interface BatchDraft {
  readonly pace: 'handler' | 'rate' | 'speed';
  readonly rate: string;
  readonly speed: string;
  readonly order: 'original' | 'newest-first';
  readonly stopOnFailure: boolean;
  /** Empty: each event's endpoint's own. */
  readonly target: string;
  readonly chaos: boolean;
  readonly seed: string;
  /** Shares in percent. */
  readonly duplicate: string;
  readonly drop: string;
  readonly reorder: string;
  readonly delay: string;
  readonly burst: string;
}

export const usualDraft: BatchDraft = {
  pace: 'handler',
  rate: '10',
  speed: '1',
  order: 'original',
  stopOnFailure: false,
  target: '',
  chaos: false,
  seed: '',
  duplicate: '10',
  drop: '',
  reorder: '5',
  delay: '',
  burst: '',
};

export type DraftProblems = Partial<Record<keyof BatchDraft, string>>;

export type BatchReading =
  | { readonly ok: true; readonly request: BatchRequestInput }
  | { readonly ok: false; readonly problems: DraftProblems };

type NumberKey = 'rate' | 'speed' | 'seed' | 'duplicate' | 'drop' | 'reorder' | 'burst';

const limits: Readonly<Record<NumberKey, readonly [least: number, most: number]>> = {
  rate: [0.01, 10_000],
  speed: [0.01, 1_000_000],
  seed: [0, Number.MAX_SAFE_INTEGER],
  duplicate: [0, 100],
  drop: [0, 100],
  reorder: [0, 10_000],
  burst: [2, 1000],
};
const whole: ReadonlySet<NumberKey> = new Set(['seed', 'reorder', 'burst']);

/** The number of a field; undefined where it is empty, a sentence where it is none. */
function numberOf(draft: BatchDraft, key: NumberKey, t: Translate): number | undefined | string {
  const text = draft[key].trim();
  if (text === '') return undefined;
  const [least, most] = limits[key];
  const number = Number(text);
  const fits = number >= least && number <= most && (!whole.has(key) || Number.isInteger(number));
  return fits ? number : t(batches.expected[key]);
}

function readPace(draft: BatchDraft, problems: DraftProblems, t: Translate): Pace {
  if (draft.pace === 'handler') return 'handler';
  const number = numberOf(draft, draft.pace, t);
  if (typeof number === 'number') return draft.pace === 'rate' ? { rate: number } : { speed: number };
  problems[draft.pace] = number ?? t(batches.expected[draft.pace]);
  return 'handler';
}

function readChaos(draft: BatchDraft, problems: DraftProblems, t: Translate): Chaos {
  const numbers: Partial<Record<NumberKey, number>> = {};
  for (const key of ['seed', 'duplicate', 'drop', 'reorder', 'burst'] as const) {
    const number = numberOf(draft, key, t);
    if (typeof number === 'string') problems[key] = number;
    else if (number !== undefined) numbers[key] = number;
  }
  const delay = draft.delay.trim();
  if (delay !== '' && !/^\d+(\.\d+)?(ms|s|m|h|d)$/.test(delay)) problems.delay = t(batches.expected.time);
  const { duplicate, drop, ...others } = numbers;
  return {
    ...others,
    ...(duplicate && { duplicate: duplicate / 100 }),
    ...(drop && { drop: drop / 100 }),
    ...(delay !== '' && { delay }),
  };
}

/** The request that a dialog asks for, or what is wrong with it, field by field. */
export function readDraft(choice: BatchChoice, draft: BatchDraft, t: Translate): BatchReading {
  const problems: DraftProblems = {};
  const pace = readPace(draft, problems, t);
  const chaos = draft.chaos ? readChaos(draft, problems, t) : undefined;
  const target = draft.target.trim();
  if (target !== '' && !/^https?:\/\//i.test(target)) problems.target = t(batches.expected.url);
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    request: {
      ...('ids' in choice ? { ids: [...choice.ids] } : { q: choice.q }),
      pace,
      order: draft.order,
      stopOnFailure: draft.stopOnFailure,
      ...(target !== '' && { target }),
      ...(chaos && { chaos }),
    },
  };
}

/** Problems of the API at their fields: `chaos.seed`, `pace.rate`, `target`. */
export function problemsOf(
  errors: readonly { readonly path: string; readonly message: string }[],
): DraftProblems {
  const problems: DraftProblems = {};
  for (const { path, message } of errors) {
    const key = path.split('.').at(-1);
    if (key !== undefined && key in usualDraft) problems[key as keyof BatchDraft] = message;
  }
  return problems;
}
