import { foldCase } from './fold-case.ts';
import type { Pattern, Query, Term, ValueTest } from './query.ts';

/**
 * What must stand in a record's raw text for its event to match. `anything`: nothing can be said.
 * A word is a run of a-z and 0-9, at least two long, to be looked for without (ASCII) case.
 */
export type RequiredWords =
  | { readonly kind: 'anything' }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'and'; readonly of: readonly RequiredWords[] }
  | { readonly kind: 'or'; readonly of: readonly RequiredWords[] };

const anything: RequiredWords = { kind: 'anything' };

/**
 * A condition that the raw text of every matching event meets, for a store to rule out records without
 * parsing them. It may let through what does not match, never the other way round, provided that
 *
 * - the raw text has the captured event as JSON: request line, endpoint, `via`, provider, type, subject, ids,
 *   headers and content type, and the body as a JSON string, none of them with ASCII letters or digits
 *   escaped (`JSON.stringify` never does that);
 * - records whose body does not stand there so are looked at whatever the condition says: bodies kept
 *   elsewhere, as base64, or unpacked for the search, and those that spell ASCII letters or digits as
 *   `\u00xx` themselves;
 * - so are events with a note or tags, which stand in records of their own.
 *
 * A text made of the same parts with the escapes of the body undone (`unescapeJson`), beside the body as sent,
 * serves as well, and then bodies that spell letters as `\u00xx` need no exception.
 *
 * Only letters and digits are asked for, since anything else may be written in several ways.
 */
export function requiredWords(query: Query): RequiredWords {
  switch (query.kind) {
    case 'all':
    case 'not':
      return anything;
    case 'and':
      return allOf(query.of.map(requiredWords));
    case 'or':
      return oneOf(query.of.map(requiredWords));
    default:
      return ofTerm(query);
  }
}

/** Whether a raw text meets the condition; it is lower-cased here once. */
export function hasRequiredWords(required: RequiredWords, rawText: string): boolean {
  const text = rawText.toLowerCase();
  const meets = (part: RequiredWords): boolean => {
    switch (part.kind) {
      case 'anything':
        return true;
      case 'word':
        return text.includes(part.word);
      case 'and':
        return part.of.every(meets);
      case 'or':
        return part.of.some(meets);
    }
  };
  return meets(required);
}

function allOf(parts: readonly RequiredWords[]): RequiredWords {
  const of = parts
    .flatMap((part) => (part.kind === 'and' ? part.of : [part]))
    .filter(({ kind }) => kind !== 'anything');
  const [only] = of;
  if (!only) return anything;
  return of.length === 1 ? only : { kind: 'and', of };
}

const oneOf = (parts: readonly RequiredWords[]): RequiredWords =>
  parts.some(({ kind }) => kind === 'anything') ? anything : { kind: 'or', of: parts };

function ofTerm(term: Term): RequiredWords {
  switch (term.kind) {
    case 'word':
      return ofTexts(term.pieces);
    case 'text':
      return term.field === 'tag' || term.field === 'target' ? anything : ofTest(term.pattern);
    case 'choice':
      return term.field === 'via' && term.value !== null ? ofTexts([term.value]) : anything;
    case 'header':
      return allOf([ofTexts([term.name]), ofTest(term.test)]);
    case 'body': {
      const words = allOf([ofTexts(term.path.filter((step) => !/^\d+$/.test(step))), ofTest(term.test)]);
      // A form may spell any character as %xx.
      return term.path.length === 0 ? words : oneOf([words, { kind: 'word', word: 'urlencoded' }]);
    }
    default:
      return anything;
  }
}

const ofTest = (test: ValueTest): RequiredWords =>
  test.kind === 'compare' ? anything : ofTexts(textsOf(test));
const textsOf = (pattern: Pattern): readonly string[] =>
  pattern.kind === 'contains' ? [pattern.text] : pattern.pieces;

/** Of each text the longest run: the rarest, most likely. */
const ofTexts = (texts: readonly string[]): RequiredWords =>
  allOf(
    texts.map((text) => {
      const runs = foldCase(text).match(/[a-z0-9]{2,}/g) ?? [];
      const [word] = runs.toSorted((a, b) => b.length - a.length);
      return word === undefined ? anything : { kind: 'word', word };
    }),
  );
