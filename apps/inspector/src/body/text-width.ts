/** Characters that take two cells of a fixed grid (the wide ranges of UAX #11), and emoji. */
const wide =
  /[\u1100-\u115f\u231a\u231b\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Those that visible-text.ts writes out as `⟨U+202E⟩`. */
const writtenOut =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/;

/** Cells that the character at `at` takes; a tab at most its four. */
export function cellsAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x7f) return code === 0x09 ? 4 : 1;
  if (code >= 0xd800 && code <= 0xdbff && at + 1 < text.length) return 2;
  const character = text[at] ?? '';
  if (writtenOut.test(character)) return 8;
  return wide.test(character) ? 2 : 1;
}

/** Characters of one step: a pair of surrogates is not torn apart. */
const stepAt = (text: string, at: number): number => {
  const high = text.charCodeAt(at);
  const low = text.charCodeAt(at + 1);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
};

/** The offset up to which text from `from` fills one row of `cells`; past `from` by at least one step. */
export function rowEnd(text: string, from: number, to: number, cells: number): number {
  let left = cells;
  let at = from;
  while (at < to) {
    left -= cellsAt(text, at);
    if (left < 0 && at > from) return at;
    at += stepAt(text, at);
  }
  return Math.min(at, to);
}
