import type { Event } from '@hooktap/protocol';

/**
 * What a search can tell from an event's search text alone: yes, no, or `ask`, which only a closer look decides.
 * The search text is all that bare words are looked for in: request line, headers, id, type, subject, note, tags
 * and body (JSON escapes undone, as well as raw), lower-cased.
 */
export type TextCondition =
  | { readonly kind: 'contains' /** Lower-cased; not empty. */; readonly text: string }
  | { readonly kind: 'ask' }
  | { readonly kind: 'all' | 'some'; readonly of: readonly TextCondition[] }
  | { readonly kind: 'not'; readonly of: TextCondition };

/** An event at which a search looks closely. */
export interface EventCandidate {
  readonly event: Event;
  /** The body's first MiB. */
  body(): Promise<Buffer>;
  /** The whole search text. */
  text(): Promise<string>;
}

/** A search: most events are decided by `condition`, the others read and given to `matches`. */
export interface EventMatcher {
  readonly condition: TextCondition;
  /** Decides by itself: agrees with the condition wherever that says yes or no. */
  matches(candidate: EventCandidate): boolean | Promise<boolean>;
}

/** The matcher of bare words: all must occur, compared without case. */
export function wordsMatcher(words: readonly string[]): EventMatcher {
  // Through UTF-8 as the search text goes: half a surrogate pair has none.
  const wanted = words
    .map((word) => Buffer.from(word.toLowerCase()).toString('utf8'))
    .filter((word) => word !== '');
  return {
    condition: { kind: 'all', of: wanted.map((text) => ({ kind: 'contains', text })) },
    async matches(candidate) {
      const text = await candidate.text();
      return wanted.every((word) => text.includes(word));
    },
  };
}
