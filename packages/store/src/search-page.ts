import type { EventMatcher, StorePage, StorePageQuery } from '@hooktap/core';
import type { EventSearch, Match } from './event-search.ts';

/** How long a page may take to count all that match, in milliseconds: a person who types sees the answer at once. */
const countingMs = 80;

/** A page of matches, newest first, and what lies around it. */
export interface FoundPage extends Omit<StorePage, 'items'> {
  readonly matches: readonly Match[];
}

/**
 * One walk over all events, newest first, finds the page, counts what matches and sees what lies beyond. Counting
 * ends early where it takes too long; the page is complete all the same.
 */
export async function searchPage(
  search: EventSearch,
  matcher: EventMatcher,
  { before, after, limit, signal }: Pick<StorePageQuery, 'before' | 'after' | 'limit' | 'signal'>,
): Promise<FoundPage> {
  const page = new PageWindow(
    limit,
    before ?? Infinity,
    after ?? -1,
    before === undefined && after !== undefined,
  );
  const deadline = performance.now() + countingMs;
  const isLate = () => performance.now() > deadline;
  let total = 0;
  let totalIsExact = true;
  const skip = (seqs: { min: number; max: number }): boolean => {
    signal?.throwIfAborted();
    const skipped = isLate() && !page.mayTake(seqs);
    if (skipped) totalIsExact = false;
    return skipped;
  };
  for await (const matches of search.matches(matcher, skip)) {
    total += matches.length;
    for (const match of matches) page.see(match);
    if (page.complete && isLate()) return { ...page.result(), total, totalIsExact: false };
  }
  return { ...page.result(), total, totalIsExact };
}

/** Takes matches in, newest first, and keeps those of the page. */
class PageWindow {
  readonly #limit: number;
  readonly #before: number;
  readonly #after: number;
  /** Whether the page is the oldest part of what lies between the bounds, else the newest. */
  readonly #oldest: boolean;
  readonly #kept: Match[] = [];
  #hasNewer = false;
  #hasOlder = false;

  constructor(limit: number, before: number, after: number, oldest: boolean) {
    this.#limit = limit;
    this.#before = before;
    this.#after = after;
    this.#oldest = oldest;
  }

  see(match: Match): void {
    if (match.seq >= this.#before) this.#hasNewer = true;
    else if (match.seq <= this.#after) this.#hasOlder = true;
    else if (this.#kept.length < this.#limit) this.#kept.push(match);
    else if (this.#oldest) {
      this.#kept.shift();
      this.#kept.push(match);
      this.#hasNewer = true;
    } else this.#hasOlder = true;
  }

  /** Whether matches in this range can change anything but the count. */
  mayTake({ min }: { min: number }): boolean {
    return min < this.#before || !this.#hasNewer;
  }

  /** What comes is all older than the page. */
  get complete(): boolean {
    return this.#hasOlder;
  }

  result() {
    return { matches: this.#kept, hasNewer: this.#hasNewer, hasOlder: this.#hasOlder };
  }
}
