/** Places of what was looked for, in order. */
export interface Found {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Whether there are more than were counted. */
  readonly isCut: boolean;
}

const AT_MOST = 20_000;

export const nothingFound: Found = { starts: new Uint32Array(), ends: new Uint32Array(), isCut: false };

/** Plain words, without regard to case. */
export function findInText(text: string, wanted: string): Found {
  if (wanted === '') return nothingFound;
  const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
  const starts: number[] = [];
  const ends: number[] = [];
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (starts.length === AT_MOST)
      return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), isCut: true };
    starts.push(match.index);
    ends.push(match.index + match[0].length);
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), isCut: false };
}
