import type { Event, Seq } from '@hooktap/protocol';
import { type EventFacts, foldCase } from '@hooktap/query';

/**
 * What a search can tell without reading an event: yes, no, or `ask`, which only a closer look decides. The search
 * text is all that bare words are looked for in, folded: request line, id, provider and its id, type, subject,
 * headers as `name: value` in both readings, note, tags, and the body as sent and with JSON's escapes undone.
 */
export type EventCondition =
  | { readonly kind: 'contains' /** Folded. */; readonly text: string }
  /** Milliseconds since 1970; `from` inclusive, `to` exclusive. */
  | { readonly kind: 'received'; readonly from: number; readonly to: number }
  /** Decided by the number of its capture. */
  | { readonly kind: 'numbered'; fits(seq: Seq): boolean }
  /** Decided by what a store has at hand of every event. */
  | { readonly kind: 'facts'; fits(facts: EventFacts): boolean }
  /** Whether a person ever pinned it, or gave it a note or tags. */
  | { readonly kind: 'marked' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'all' | 'some'; readonly of: readonly EventCondition[] }
  | { readonly kind: 'not'; readonly of: EventCondition };

/** An event at which a search looks closely. */
export interface EventCandidate {
  readonly event: Event;
  /** The body's first MiB, as sent. */
  body(): Promise<Buffer>;
  /** The whole search text. */
  text(): Promise<string>;
}

/** A search: most events are decided by `condition`, the others read and given to `matches`. */
export interface EventMatcher {
  readonly condition: EventCondition;
  /** Decides by itself: agrees with the condition wherever that says yes or no. */
  matches(candidate: EventCandidate): boolean | Promise<boolean>;
}

/** The matcher of bare words: all must occur, compared without case. */
export function wordsMatcher(words: readonly string[]): EventMatcher {
  // Through UTF-8 as the search text goes: half a surrogate pair has none.
  const wanted = words
    .map((word) => Buffer.from(foldCase(word)).toString('utf8'))
    .filter((word) => word !== '');
  return {
    condition: { kind: 'all', of: wanted.map((text) => ({ kind: 'contains', text })) },
    async matches(candidate) {
      const text = await candidate.text();
      return wanted.every((word) => text.includes(word));
    },
  };
}
