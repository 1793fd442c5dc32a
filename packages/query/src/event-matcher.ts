import type { EventListItem } from '@hooktap/protocol';
import { someBodyValue } from './body-values.ts';
import { type Check, checkOf, type Verdict } from './check.ts';
import { bothReadings, EventEvidence, ItemEvidence } from './event-evidence.ts';
import { foldCase } from './fold-case.ts';
import { momentMs } from './moment.ts';
import type {
  BodyTerm,
  ChoiceTerm,
  HeaderTerm,
  MarkTerm,
  NumberTerm,
  NumberTest,
  Query,
  Term,
  TextField,
  TextTerm,
  TimeTerm,
  WordTerm,
} from './query.ts';
import { compares, hasInOrder, type TextTest, textTest } from './text-match.ts';
import type { EventFacts, EventView, ItemFacts, Need } from './views.ts';

export interface EventMatcher {
  /** From the list item alone. `unsure`: only `matches` can tell. */
  judge(item: EventListItem): Verdict;
  matches(view: EventView): boolean;
  /** What of a view `matches` may ask for. */
  readonly needs: ReadonlySet<Need>;
}

export type EventCheck = Check<ItemEvidence, EventEvidence>;

/** @param options.now milliseconds since 1970, by default the present: what `since:15m` is reckoned from */
export function eventMatcher(query: Query, options: { readonly now?: number } = {}): EventMatcher {
  const { now = Date.now() } = options;
  const check = checkOf<ItemEvidence, EventEvidence>(query, (term) => eventCheck(term, now));
  return {
    needs: check.needs,
    judge: (item) => check.judge(new ItemEvidence(item)),
    matches: (view) => {
      const evidence = new EventEvidence(view);
      const verdict = check.judge(evidence);
      return verdict === 'unsure' ? check.matches(evidence) : verdict === 'yes';
    },
  };
}

export function eventCheck(term: Term, now: number): EventCheck {
  switch (term.kind) {
    case 'word':
      return wordCheck(term);
    case 'text': {
      const test = textTest(term.pattern);
      return onItem((item) => textsOf(item, term.field).some(test));
    }
    case 'choice':
      return onItem(choiceTest(term));
    case 'mark':
      return markCheck(term);
    case 'header':
      return headerCheck(term);
    case 'body':
      return bodyCheck(term);
    case 'number':
      return onItem(numberTest(term));
    case 'time':
      return onItem(timeTest(term, now, ({ receivedAt }) => receivedAt));
  }
}

/** Decides a term from an event's facts; undefined where they do not tell. Agrees with the matcher. */
export function factTest(term: Term): ((facts: EventFacts) => boolean) | undefined {
  switch (term.kind) {
    case 'text':
      return textFactTest(term);
    case 'choice':
      return choiceTest(term);
    case 'number':
      return numberTest(term);
    case 'mark':
      return markFactTest(term);
    default:
      return undefined;
  }
}

function textFactTest({ field, pattern }: TextTerm): ((facts: EventFacts) => boolean) | undefined {
  const factOf = textFacts[field];
  if (!factOf) return undefined;
  const test = remembered(textTest(pattern));
  return (facts) => {
    const value = factOf(facts);
    return value !== null && test(value);
  };
}

/** Those of which many events have the same. */
const textFacts: Partial<Record<TextField, (facts: EventFacts) => string | null>> = {
  provider: ({ provider }) => provider,
  type: ({ eventType }) => eventType,
  method: ({ method }) => method,
  path: ({ path }) => path,
  endpoint: ({ endpoint }) => endpoint,
};

/** With the last answer at hand: one event is much like the next. */
function remembered(test: TextTest): TextTest {
  let last: string | undefined;
  let answer = false;
  return (value) => {
    if (value !== last) {
      answer = test(value);
      last = value;
    }
    return answer;
  };
}

function markFactTest({ mark }: MarkTerm): ((facts: EventFacts) => boolean) | undefined {
  switch (mark) {
    case 'pinned':
      return ({ pinned }) => pinned;
    case 'duplicate':
      return ({ duplicateOf }) => duplicateOf !== undefined;
    case 'replayed':
      return ({ isReplayed }) => isReplayed;
    case 'unread':
      return undefined;
  }
}

const choiceTest =
  ({ field, value }: ChoiceTerm) =>
  (facts: ItemFacts): boolean =>
    fitsChoice(choiceOf(facts, field), value);

const numberTest =
  ({ field, test }: NumberTerm) =>
  (facts: ItemFacts): boolean =>
    fitsNumber(numberOf(facts, field), test);

const nothing: ReadonlySet<Need> = new Set();

const onItem = (fits: (item: EventListItem) => boolean): EventCheck => ({
  needs: nothing,
  judge: ({ item }) => (fits(item) ? 'yes' : 'no'),
  matches: ({ item }) => fits(item),
});

const onView = (needs: readonly Need[], matches: (evidence: EventEvidence) => boolean): EventCheck => ({
  needs: new Set(needs),
  judge: () => 'unsure',
  matches,
});

function wordCheck({ pieces }: WordTerm): EventCheck {
  const folded = pieces.map(foldCase);
  const fits = (text: string) => hasInOrder(text, folded);
  return {
    needs: new Set(['headers', 'body']),
    judge: (evidence) => (evidence.texts().some(fits) ? 'yes' : 'unsure'),
    matches: (evidence) =>
      evidence.texts().some(fits) || evidence.headerTexts().some(fits) || hasInBody(evidence, folded, fits),
  };
}

/**
 * Undoing escapes makes no new run of letters and digits unless these are spelled `\u00xx` themselves, so for
 * most words one look at the body as sent is enough.
 */
function hasInBody(evidence: EventEvidence, pieces: readonly string[], fits: TextTest): boolean {
  const texts = evidence.bodyTexts();
  if (texts.some(fits)) return true;
  const isSettled =
    pieces.every((piece) => /^[a-z0-9]+$/.test(piece)) && !texts.some((text) => text.includes('\\u00'));
  return !isSettled && evidence.unescapedTexts().some(fits);
}

/** Absent ones are left out. */
function textsOf(item: EventListItem, field: TextField): readonly string[] {
  switch (field) {
    case 'provider':
      return given(item.provider);
    case 'type':
      return given(item.eventType);
    case 'subject':
      return given(item.subject);
    case 'method':
      return [item.method];
    case 'path':
      return [item.path];
    case 'endpoint':
      return [item.endpoint];
    case 'id':
      return [item.id, ...given(item.providerEventId)];
    case 'tag':
      return item.tags;
    case 'target':
      return [];
  }
}

const given = (text: string | null): readonly string[] => (text === null ? [] : [text]);

function choiceOf(item: ItemFacts, field: ChoiceTerm['field']): string | undefined {
  switch (field) {
    case 'status':
      return item.delivery?.status;
    case 'failure':
      return item.delivery?.lastFailure;
    case 'reply':
      return item.reply?.source;
    case 'signature':
      return item.verification.verdict;
    case 'via':
      return item.via;
    case 'cause':
      return undefined;
  }
}

export const fitsChoice = (value: string | undefined, wanted: string | null): boolean =>
  value !== undefined && (wanted === null || value === wanted);

function numberOf(item: ItemFacts, field: NumberTerm['field']): number | undefined {
  switch (field) {
    case 'code':
      return item.delivery?.lastStatusCode;
    case 'took':
      return item.delivery?.tookMs;
    case 'attempts':
      return item.delivery?.attempts;
    case 'size':
      return item.body.size;
  }
}

export function fitsNumber(value: number | undefined, test: NumberTest): boolean {
  if (value === undefined) return false;
  if (test.kind === 'present') return true;
  return test.kind === 'class' ? Math.floor(value / 100) === test.hundreds : compares(value, test);
}

/** ISO 8601 in UTC sorts as text, so no date is parsed for each event. */
export function timeTest<Dated>(
  { field, at }: TimeTerm,
  now: number,
  instantOf: (dated: Dated) => string,
): (dated: Dated) => boolean {
  const bound = new Date(momentMs(at, now)).toISOString();
  return field === 'since' ? (dated) => instantOf(dated) >= bound : (dated) => instantOf(dated) < bound;
}

function markCheck({ mark }: MarkTerm): EventCheck {
  switch (mark) {
    case 'pinned':
      return onItem((item) => item.pinned);
    case 'duplicate':
      return onItem((item) => item.duplicateOf !== undefined);
    case 'replayed':
      return onView(['replays'], (evidence) => evidence.isReplayed());
    case 'unread':
      return onView(['unread'], (evidence) => evidence.isUnread());
  }
}

function headerCheck({ name, test }: HeaderTerm): EventCheck {
  const fits = textTest(test);
  return onView(['headers'], (evidence) =>
    evidence
      .headers()
      .some(([candidate, value]) => candidate.toLowerCase() === name && bothReadings(value).some(fits)),
  );
}

function bodyCheck({ path, test }: BodyTerm): EventCheck {
  const fits = textTest(test);
  const folded = path.map(foldCase);
  if (path.length === 0) {
    return onView(['body'], (evidence) =>
      [evidence.bodyTexts(), evidence.unescapedTexts()].some((texts) => texts.some(fits)),
    );
  }
  return onView(['body'], (evidence) =>
    evidence
      .readings()
      .some((reading) => someBodyValue(reading, evidence.item.body.contentType, folded, fits)),
  );
}
