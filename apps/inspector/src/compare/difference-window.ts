import { beginningOf } from '../format/visible-text.ts';

/** UTF-16 units of a side that are shown. */
const SHOWN = 600;
/** Of these so many before the place where the sides part. */
const BEFORE = 60;

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Where two texts part. */
function partingOf(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let at = 0;
  while (at < most && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  return at;
}

/** From where on both sides are shown, so that what differs is seen; 0 where the beginning shows it. */
export function windowStart(left: string | null, right: string | null): number {
  if (left === null || right === null || left === right) return 0;
  const parting = partingOf(left, right);
  if (parting < SHOWN - BEFORE) return 0;
  const start = parting - BEFORE;
  return isLow(left.charCodeAt(start)) ? start - 1 : start;
}

/** What is shown of a side, and whether something stands before and behind it. */
export function windowOf(
  text: string,
  start: number,
): { readonly text: string; readonly isCutBefore: boolean; readonly isCutBehind: boolean } {
  const shown = beginningOf(text.slice(start, start + SHOWN + 1), SHOWN);
  return { text: shown, isCutBefore: start > 0, isCutBehind: start + shown.length < text.length };
}
