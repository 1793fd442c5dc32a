import type { Batch, ChaosCounts, Pace } from '@hooktap/protocol';
import { span } from '../format/time.ts';
import { batches } from '../messages/batches/en.ts';
import { parts } from '../messages/parts/en.ts';
import type { Translate } from '../messages/translate.ts';
import type { IconName } from '../parts/Icon.tsx';

export interface BatchWords {
  readonly icon: IconName;
  readonly tone: 'ok' | 'bad' | 'warn' | 'quiet';
  readonly words: string;
}

/** Where a batch stands. */
export function batchWords({ state, failed }: Batch, t: Translate): BatchWords {
  switch (state) {
    case 'running':
      return { icon: 'turning', tone: 'quiet', words: t(batches.state.running) };
    case 'done':
      return failed > 0
        ? { icon: 'failed', tone: 'bad', words: t(batches.state.doneWithFailures, { count: failed }) }
        : { icon: 'good', tone: 'ok', words: t(batches.state.done) };
    case 'cancelled':
      return { icon: 'off', tone: 'quiet', words: t(batches.state.cancelled) };
    case 'stopped':
      return { icon: 'failed', tone: 'bad', words: t(batches.state.stopped) };
  }
}

/** From 0 to 1. */
export const shareDone = ({ done, total }: Batch): number => (total === 0 ? 1 : Math.min(1, done / total));

export const percent = (share: number, t: Translate): string =>
  t.number(Math.floor(share * 100) / 100, { style: 'percent' });

/** `412 of 1,284 sent, 3 failed`. */
export function progressWords({ done, total, succeeded, failed, skipped }: Batch, t: Translate): string {
  const told = [
    t(batches.progress.done, { done, total }),
    t(batches.progress.succeeded, { count: succeeded }),
    ...(failed > 0 ? [t(batches.progress.failed, { count: failed })] : []),
    ...(skipped > 0 ? [t(batches.progress.skipped, { count: skipped })] : []),
  ];
  return told.join(', ');
}

/** What stands before the reason why. */
export const skippedWords = (count: number, t: Translate): string => t(batches.skipped.count, { count });

/** `about 2 min left`; nothing where it cannot be told. */
export function remainingWords({ state, remainingMs }: Batch, t: Translate): string | null {
  if (state !== 'running' || remainingMs === undefined) return null;
  return remainingMs < 1000
    ? t(batches.remaining.nearly)
    : t(batches.remaining.about, { span: span(remainingMs) });
}

export function paceWords(pace: Pace, t: Translate): string {
  if (pace === 'handler') return t(batches.pace.handler);
  if ('rate' in pace) return t(batches.pace.rate, { count: pace.rate });
  return pace.speed === 1 ? t(batches.pace.asTheyCame) : t(batches.pace.faster, { count: pace.speed });
}

/** What a batch was about, for its row: `120 events, at the handler's speed, to http://…`. */
export function aboutBatch({ total, pace, target, seed, chaos }: Batch, t: Translate): string {
  const told = [
    t(parts.events, { count: chaos?.events ?? total }),
    paceWords(pace, t),
    ...(target === undefined ? [] : [t(batches.about.target, { target })]),
    ...(seed === undefined ? [] : [t(batches.about.chaos, { seed: String(seed) })]),
  ];
  return told.join(', ');
}

/** What chaos did: `10 events: 1 not sent, 3 sent twice, 4 late, 6 moved`. */
export function troubleWords(
  { events, dropped, doubled, delayed, moved }: ChaosCounts,
  t: Translate,
): string {
  const what = [
    t(batches.trouble.dropped, { count: dropped }),
    t(batches.trouble.doubled, { count: doubled }),
    t(batches.trouble.delayed, { count: delayed }),
    t(batches.trouble.moved, { count: moved }),
  ];
  return t(batches.trouble.said, { events: t(parts.events, { count: events }), what: what.join(', ') });
}

/** What an outcome of a summary is called: a code, a failure kind, or nothing. */
export const outcomeWords = (outcome: string, t: Translate): string =>
  outcome === 'none' ? t(batches.noAnswerBefore) : outcome;

/** Whether an outcome of a summary is a success. */
export const isGood = (outcome: string): boolean => /^2\d\d$/.test(outcome);
