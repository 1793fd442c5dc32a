/** What a search found, at most as many as were asked for. */
export interface Found<Item> {
  /** Newest first. */
  readonly items: readonly Item[];
  readonly total: number;
  /** False: counting them all would have taken too long; there are at least so many. */
  readonly totalIsExact: boolean;
}

/** `20 of 300; --limit shows more.`; null where all are there. */
export function moreLine(
  { items: { length }, total, totalIsExact }: Found<unknown>,
  limit: number,
): string | null {
  if (totalIsExact) return total > length ? `${length} of ${total}; --limit shows more.` : null;
  return length < limit ? null : `${length} of at least ${Math.max(total, length)}; --limit shows more.`;
}
