import type { SeqRange } from '@hooktap/protocol';

/** Whether an event with this number was opened; the ranges rise and do not touch. */
export function isOpened(ranges: readonly SeqRange[], seq: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= seq;
}
