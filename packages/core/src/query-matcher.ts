import { isUtf8 } from 'node:buffer';
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
}

/** How a store finds the events that a query describes. */
export function queryMatcher(query: Query, { now }: QueryMatcherOptions): EventMatcher {
  const evaluator = eventMatcher(query, { now });
  return {
    condition: conditionOf(query, now),
    async matches(candidate) {
      const verdict = evaluator.judge(candidate.event);
      if (verdict !== 'unsure') return verdict === 'yes';
      return evaluator.matches(await viewOf(candidate, evaluator));
    },
  };
}

const ask: EventCondition = { kind: 'ask' };

/** Never says no of what matches nor yes of what does not. */
function conditionOf(query: Query, now: number): EventCondition {
  switch (query.kind) {
    case 'all':
      return { kind: 'all', of: [] };
    case 'and':
      return { kind: 'all', of: query.of.map((part) => conditionOf(part, now)) };
    case 'or':
      return { kind: 'some', of: query.of.map((part) => conditionOf(part, now)) };
    case 'not':
      return { kind: 'not', of: conditionOf(query.of, now) };
    default:
      return ofTerm(query, now);
  }
}

function ofTerm(term: Term, now: number): EventCondition {
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
      // Nobody keeps count here of what a reader has opened.
      return term.mark === 'unread' ? nothing : ofFacts(term);
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

async function viewOf(candidate: EventCandidate, { needs }: Evaluator): Promise<EventView> {
  const { event } = candidate;
  const readings = needs.has('body') ? await readingsOf(candidate) : [];
  return {
    item: event,
    rawHeaders: () => event.rawHeaders,
    bodyReadings: () => readings,
    isReplayed: () => event.deliveries.some(({ cause }) => cause === 'replay'),
    isUnread: () => false,
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
