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
  TimeTerm,
  WordTerm,
} from './query.ts';
import { compares, hasInOrder, type TextTest, textTest } from './text-match.ts';
import type { EventView, Need } from './views.ts';

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
      return onItem((item) => fitsChoice(choiceOf(item, term.field), term.value));
    case 'mark':
      return markCheck(term);
    case 'header':
      return headerCheck(term);
    case 'body':
      return bodyCheck(term);
    case 'number':
      return onItem((item) => fitsNumber(numberOf(item, term.field), term.test));
    case 'time':
      return onItem(timeTest(term, now, ({ receivedAt }) => receivedAt));
  }
}

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

function choiceOf(item: EventListItem, field: ChoiceTerm['field']): string | undefined {
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

function numberOf(item: EventListItem, field: NumberTerm['field']): number | undefined {
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
