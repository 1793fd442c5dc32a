import type { EventMatcher, StorePage, StorePageQuery } from '@hooktap/core';
import type { EventSearch, Match, Step } from './event-search.ts';

/** How long a page may take to count all that match, in milliseconds: a person who types sees the answer at once. */
const countingMs = 80;

/** A page of matches, newest first, and what lies around it. */
export interface FoundPage extends Omit<StorePage, 'items'> {
  readonly matches: readonly Match[];
}

/**
 * One walk over all events, newest first, finds the page, counts what matches and sees what lies beyond. Counting
 * ends early where it takes too long; the page is complete all the same, unless `within` is over.
 */
export async function searchPage(
  search: EventSearch,
  matcher: EventMatcher,
  { before = Infinity, after, counted, limit, within, signal }: Omit<StorePageQuery, 'words' | 'matcher'>,
): Promise<FoundPage> {
  // The oldest that match are known at the end only.
  const isOldest = before === Infinity && after !== undefined;
  const page = new PageWindow(limit, before, after ?? -1, isOldest, counted);
  const walk = new Walk(before, isOldest ? undefined : within);
  let isCounted = true;
  let isCut = false;
  const step = (seqs: Seqs): Step => {
    signal?.throwIfAborted();
    if (counted !== undefined && seqs.min >= before) return 'pass';
    walk.leave();
    isCut = walk.isOver;
    if (isCut) return 'end';
    const isEnough = walk.isLate && !page.mayTake(seqs);
    if (isEnough) isCounted = false;
    else walk.enter(seqs);
    return isEnough ? (page.complete ? 'end' : 'pass') : 'search';
  };
  for await (const { matches, downTo, isLast } of search.matches(matcher, step)) {
    for (const match of matches) page.see(match);
    walk.pass(downTo);
    // Where nothing more comes, all was counted, however late it is; the next segment is asked about above.
    if (isLast) continue;
    isCut = walk.isOver;
    const isEnough = page.complete && walk.isLate;
    if (isEnough) isCounted = false;
    if (isCut || isEnough) break;
  }
  const found = { ...page.result(), totalIsExact: isCounted && !isCut };
  if (!isCut || page.complete) return found;
  const { searchedTo } = walk;
  return { ...found, hasOlder: true, searchedTo, ...(isCounted && { counted: found.total }) };
}

interface Seqs {
  readonly min: number;
  readonly max: number;
}

/** How long a search takes, and how far it has come: newest first, segment by segment. */
class Walk {
  readonly #begun = performance.now();
  readonly #before: number;
  readonly #within: number;
  #in = Infinity;
  /** All from this number up was looked through. */
  searchedTo = Infinity;

  constructor(before: number, within = Infinity) {
    this.#before = before;
    this.#within = within;
  }

  enter({ min }: Seqs): void {
    this.#in = min;
  }

  pass(downTo: number): void {
    this.searchedTo = Math.min(this.searchedTo, downTo);
  }

  leave(): void {
    this.searchedTo = Math.min(this.searchedTo, this.#in);
  }

  /** It does not count on: a person who types sees the answer at once. */
  get isLate(): boolean {
    return performance.now() > this.#begun + countingMs;
  }

  /** It ends; not before it has come below where it goes on from, so that the next comes further. */
  get isOver(): boolean {
    return this.searchedTo < this.#before && performance.now() > this.#begun + this.#within;
  }
}

/** Takes matches in, newest first, and keeps those of the page. */
class PageWindow {
  readonly #limit: number;
  readonly #before: number;
  readonly #after: number;
  /** Whether the page is the oldest part of what lies between the bounds, else the newest. */
  readonly #oldest: boolean;
  readonly #kept: Match[] = [];
  readonly #counted: number | undefined;
  #total: number;
  #hasNewer: boolean;
  #hasOlder = false;

  constructor(limit: number, before: number, after: number, oldest: boolean, counted: number | undefined) {
    this.#limit = limit;
    this.#before = before;
    this.#after = after;
    this.#oldest = oldest;
    this.#counted = counted;
    this.#total = counted ?? 0;
    this.#hasNewer = this.#total > 0;
  }

  see(match: Match): void {
    if (this.#counted === undefined || match.seq < this.#before) this.#total++;
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
    return !this.complete && (min < this.#before || !this.#hasNewer);
  }

  /** What comes is all older than the page. */
  get complete(): boolean {
    return this.#hasOlder;
  }

  result() {
    const around = { hasNewer: this.#hasNewer, hasOlder: this.#hasOlder };
    return { matches: this.#kept, total: this.#total, ...around };
  }
}
