import { isWrittenOut } from '../format/visible-text.ts';

/** Characters that take two cells of a fixed grid (the wide ranges of UAX #11), and emoji. */
const wide =
  /[\u1100-\u115f\u231a\u231b\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Cells that the character at `at` takes; a tab at most its four. */
export function cellsAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x7f) return code === 0x09 ? 4 : 1;
  // Most of what is not ASCII, without further looks: other Latin, Chinese, Japanese.
  if (code > 0xad && code < 0x300) return 1;
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3041 && code <= 0x30ff)) return 2;
  const character = stepAt(text, at) === 2 ? text.slice(at, at + 2) : (text[at] ?? '');
  // As ⟨U+202E⟩ or ⟨U+E0041⟩; the brackets come from another font, which may be wider.
  if (isWrittenOut(character)) return 9 + character.length;
  if (character.length === 2) return 2;
  return wide.test(character) ? 2 : 1;
}

/** Characters of one step: a pair of surrogates is not torn apart. */
const stepAt = (text: string, at: number): number => {
  const high = text.charCodeAt(at);
  const low = text.charCodeAt(at + 1);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
};

export function cellsOf(text: string, from: number, to: number): number {
  let cells = 0;
  for (let at = from; at < to; at += stepAt(text, at)) cells += cellsAt(text, at);
  return cells;
}

/** Whether what stands at `at` belongs to the sign before it: a row that began there would show it by itself. */
function isJoined(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x200d || code === 0xfe0f || text.charCodeAt(at - 1) === 0x200d;
}

const JOINED_AT_MOST = 12;

/** The offset up to which text from `from` fills one row of `cells`; past `from` by at least one step. */
export function rowEnd(text: string, from: number, to: number, cells: number): number {
  let left = cells;
  let at = from;
  while (at < to) {
    left -= cellsAt(text, at);
    if (left < 0 && at > from) {
      const most = Math.min(to, at + JOINED_AT_MOST);
      while (at < most && isJoined(text, at)) at += stepAt(text, at);
      return at;
    }
    at += stepAt(text, at);
  }
  return Math.min(at, to);
}
