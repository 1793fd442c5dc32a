import type { Batch, Pace } from '@hooktap/protocol';
import { count, counted } from '../format/measures.ts';
import { span } from '../format/time.ts';
import type { IconName } from '../parts/Icon.tsx';

export interface BatchWords {
  readonly icon: IconName;
  readonly tone: 'ok' | 'bad' | 'warn' | 'quiet';
  readonly words: string;
}

/** Where a batch stands. */
export function batchWords({ state, failed }: Batch): BatchWords {
  switch (state) {
    case 'running':
      return { icon: 'turning', tone: 'quiet', words: 'Running' };
    case 'done':
      return failed > 0
        ? { icon: 'failed', tone: 'bad', words: `Done, ${count(failed)} failed` }
        : { icon: 'good', tone: 'ok', words: 'Done' };
    case 'cancelled':
      return { icon: 'off', tone: 'quiet', words: 'Cancelled' };
    case 'stopped':
      return { icon: 'failed', tone: 'bad', words: 'Stopped' };
  }
}

/** From 0 to 1. */
export const shareDone = ({ done, total }: Batch): number => (total === 0 ? 1 : Math.min(1, done / total));

export const percent = (share: number): string => `${Math.floor(share * 100)} %`;

/** `412 of 1,284 sent, 3 failed`. */
export function progressWords({ done, total, succeeded, failed, skipped }: Batch): string {
  const parts = [
    `${count(done)} of ${count(total)}`,
    `${count(succeeded)} succeeded`,
    ...(failed > 0 ? [`${count(failed)} failed`] : []),
    ...(skipped > 0 ? [`${count(skipped)} not sent`] : []),
  ];
  return parts.join(', ');
}

/** What stands before the reason why. */
export const skippedWords = (many: number): string => `${count(many)} not sent:`;

/** `about 2 min left`; nothing where it cannot be told. */
export function remainingWords({ state, remainingMs }: Batch): string | null {
  if (state !== 'running' || remainingMs === undefined) return null;
  return remainingMs < 1000 ? 'nearly done' : `about ${span(remainingMs)} left`;
}

export function paceWords(pace: Pace): string {
  if (pace === 'handler') return "at the handler's speed";
  if ('rate' in pace) return `${count(pace.rate)} a second`;
  return pace.speed === 1
    ? 'with the gaps of their arrival'
    : `${count(pace.speed)} times as fast as they came`;
}

/** What a batch was about, for its row: `120 events, at the handler's speed, to http://…`. */
export function aboutBatch({ total, pace, target, seed }: Batch): string {
  const parts = [
    counted(total, 'event'),
    paceWords(pace),
    ...(target === undefined ? [] : [`to ${target}`]),
    ...(seed === undefined ? [] : [`with chaos, seed ${seed}`]),
  ];
  return parts.join(', ');
}

/** What an outcome of a summary is called: a code, a failure kind, or nothing. */
export const outcomeWords = (outcome: string): string => (outcome === 'none' ? 'no answer before' : outcome);

/** Whether an outcome of a summary is a success. */
export const isGood = (outcome: string): boolean => /^2\d\d$/.test(outcome);
