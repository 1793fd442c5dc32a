import { isUtf8 } from 'node:buffer';
import type { Seq } from '@hooktap/protocol';
import {
  type EventMatcher as Evaluator,
  type EventView,
  eventMatcher,
  factTest,
  foldCase,
  type Query,
  type RequiredWords,
  requiredWords,
  type Term,
  timeBounds,
} from '@hooktap/query';
import { unpackedBeginning } from './decoded-body.ts';
import type { EventCandidate, EventCondition, EventMatcher } from './event-matcher.ts';

export interface QueryMatcherOptions {
  /** Milliseconds since 1970: what `since:15m` is reckoned from. */
  readonly now: number;
  /** Whether a person has opened the event with this number; by default nobody keeps count, and none is unread. */
  readonly isOpened?: (seq: Seq) => boolean;
}

/** How a store finds the events that a query describes. */
export function queryMatcher(query: Query, options: QueryMatcherOptions): EventMatcher {
  const { now } = options;
  const evaluator = eventMatcher(query, { now });
  return {
    condition: conditionOf(query, options),
    async matches(candidate) {
      const verdict = evaluator.judge(candidate.event);
      if (verdict !== 'unsure') return verdict === 'yes';
      return evaluator.matches(await viewOf(candidate, evaluator, options));
    },
  };
}

const ask: EventCondition = { kind: 'ask' };

/** Never says no of what matches nor yes of what does not. */
function conditionOf(query: Query, options: QueryMatcherOptions): EventCondition {
  switch (query.kind) {
    case 'all':
      return { kind: 'all', of: [] };
    case 'and':
      return { kind: 'all', of: query.of.map((part) => conditionOf(part, options)) };
    case 'or':
      return { kind: 'some', of: query.of.map((part) => conditionOf(part, options)) };
    case 'not':
      return { kind: 'not', of: conditionOf(query.of, options) };
    default:
      return ofTerm(query, options);
  }
}

function ofTerm(term: Term, { now, isOpened }: QueryMatcherOptions): EventCondition {
  switch (term.kind) {
    case 'word':
      return ofWord(term.pieces.map(foldCase));
    case 'time':
      return { kind: 'received', ...timeBounds(term, now) };
    case 'header':
    case 'body':
      return likely(term);
    case 'text':
      return ofText(term);
    case 'mark':
      if (term.mark !== 'unread') return ofFacts(term);
      return isOpened ? { kind: 'numbered', fits: (seq) => !isOpened(seq) } : nothing;
    default:
      return ofFacts(term);
  }
}

const nothing: EventCondition = { kind: 'some', of: [] };

function ofFacts(term: Term): EventCondition {
  const fits = factTest(term);
  return fits ? { kind: 'facts', fits } : ask;
}

function ofText(term: Term & { kind: 'text' }): EventCondition {
  switch (term.field) {
    case 'subject':
    case 'id':
      return likely(term);
    case 'tag':
      return { kind: 'all', of: [{ kind: 'marked' }, ask] };
    default:
      return ofFacts(term);
  }
}

/** The order of several pieces is for a closer look, and so is what could reach from one part of the text to the next. */
function ofWord(pieces: readonly string[]): EventCondition {
  const contained = pieces.map<EventCondition>((text) => ({ kind: 'contains', text }));
  const [only] = contained;
  const isExact = contained.length === 1 && !pieces[0]?.includes('\n');
  return isExact && only ? only : { kind: 'all', of: [...contained, ask] };
}

const likely = (term: Term): EventCondition => ({ kind: 'all', of: [ofWords(requiredWords(term)), ask] });

function ofWords(required: RequiredWords): EventCondition {
  switch (required.kind) {
    case 'anything':
      return ask;
    case 'word':
      return { kind: 'contains', text: required.word };
    case 'and':
      return { kind: 'all', of: required.of.map(ofWords) };
    case 'or':
      return { kind: 'some', of: required.of.map(ofWords) };
  }
}

async function viewOf(
  candidate: EventCandidate,
  { needs }: Evaluator,
  { isOpened = () => true }: QueryMatcherOptions,
): Promise<EventView> {
  const { event } = candidate;
  const readings = needs.has('body') ? await readingsOf(candidate) : [];
  return {
    item: event,
    rawHeaders: () => event.rawHeaders,
    bodyReadings: () => readings,
    isReplayed: () => event.deliveries.some(({ cause }) => cause === 'replay'),
    isUnread: () => !isOpened(event.seq),
  };
}

/** Unpacked where it has a Content-Encoding, and as sent. */
async function readingsOf(candidate: EventCandidate): Promise<readonly string[]> {
  const body = await candidate.body();
  const { contentEncoding } = candidate.event.body;
  const unpacked = contentEncoding ? await unpackedBeginning(body, contentEncoding) : null;
  return [unpacked, body].flatMap((bytes) => (bytes && bytes.length > 0 ? [readingOf(bytes)] : []));
}

/** A body as text: UTF-8, or latin-1 where it is none. */
export const readingOf = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
