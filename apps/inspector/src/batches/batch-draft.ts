import type { BatchRequestInput } from '@hooktap/client';
import type { Chaos, EventId, Pace } from '@hooktap/protocol';

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

const limits: Readonly<Record<NumberKey, readonly [least: number, most: number, what: string]>> = {
  rate: [0.01, 10_000, 'events a second, at most 10,000'],
  speed: [0.01, 1_000_000, 'how many times as fast'],
  seed: [0, Number.MAX_SAFE_INTEGER, 'a whole number'],
  duplicate: [0, 100, 'a share from 0 to 100'],
  drop: [0, 100, 'a share from 0 to 100'],
  reorder: [0, 10_000, 'a number of places from 0 to 10,000'],
  burst: [2, 1000, 'a number from 2 to 1,000'],
};
const whole: ReadonlySet<NumberKey> = new Set(['seed', 'reorder', 'burst']);

/** The number of a field; undefined where it is empty, a sentence where it is none. */
function numberOf(draft: BatchDraft, key: NumberKey): number | undefined | string {
  const text = draft[key].trim();
  if (text === '') return undefined;
  const [least, most, what] = limits[key];
  const number = Number(text);
  const fits = number >= least && number <= most && (!whole.has(key) || Number.isInteger(number));
  return fits ? number : `Expected ${what}.`;
}

function readPace(draft: BatchDraft, problems: DraftProblems): Pace {
  if (draft.pace === 'handler') return 'handler';
  const number = numberOf(draft, draft.pace);
  if (typeof number === 'number') return draft.pace === 'rate' ? { rate: number } : { speed: number };
  problems[draft.pace] = number ?? `Expected ${limits[draft.pace][2]}.`;
  return 'handler';
}

function readChaos(draft: BatchDraft, problems: DraftProblems): Chaos {
  const numbers: Partial<Record<NumberKey, number>> = {};
  for (const key of ['seed', 'duplicate', 'drop', 'reorder', 'burst'] as const) {
    const number = numberOf(draft, key);
    if (typeof number === 'string') problems[key] = number;
    else if (number !== undefined) numbers[key] = number;
  }
  const delay = draft.delay.trim();
  if (delay !== '' && !/^\d+(\.\d+)?(ms|s|m|h|d)$/.test(delay))
    problems.delay = 'Expected a time such as 500ms or 2s.';
  const { duplicate, drop, ...others } = numbers;
  return {
    ...others,
    ...(duplicate && { duplicate: duplicate / 100 }),
    ...(drop && { drop: drop / 100 }),
    ...(delay !== '' && { delay }),
  };
}

/** The request that a dialog asks for, or what is wrong with it, field by field. */
export function readDraft(choice: BatchChoice, draft: BatchDraft): BatchReading {
  const problems: DraftProblems = {};
  const pace = readPace(draft, problems);
  const chaos = draft.chaos ? readChaos(draft, problems) : undefined;
  const target = draft.target.trim();
  if (target !== '' && !/^https?:\/\//i.test(target))
    problems.target = 'Expected a URL that begins with http:// or https://.';
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
