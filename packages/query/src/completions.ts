import { type FieldHead, readHead } from './field-head.ts';
import { type Field, type FieldName, fieldNamed, fields, marksOf, type Subject } from './fields.ts';
import { printValue } from './print.ts';
import { QueryProblem } from './query-error.ts';
import { endsWord, scanPieces } from './scan.ts';

export interface CompletionOptions {
  readonly subject?: Subject;
  /**
   * What the screen knows: values that occur, by field, the likeliest first; under `header` and `body` names
   * of headers and paths of bodies (`data.from`).
   */
  readonly known?: Partial<Record<FieldName, readonly string[]>>;
}

export interface Completion {
  readonly kind: 'field' | 'value';
  /** What to put in place of the range: `status:`, `failed`. */
  readonly text: string;
  /** One line for a person; empty where the text says it. */
  readonly description: string;
}

export interface Completions {
  /** The part of the text that a choice replaces. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
}

const most = 50;

/** What could stand at a place in the search box, the best first. Never throws, whatever the text. */
export function completionsAt(text: string, offset: number, options: CompletionOptions = {}): Completions {
  const { subject = 'event', known = {} } = options;
  const cursor = Math.min(Math.max(0, offset), text.length);
  const { start, end } = termAround(text, cursor);
  const head = headAt(text, start);
  const field = head && head.end <= cursor ? fieldNamed(head.name) : undefined;
  if (head && field) {
    const typed = text.slice(head.end, cursor);
    const items = field.subjects.includes(subject) ? valuesOf(field, head, subject, known, typed) : [];
    return { from: head.end, to: end, items: items.slice(0, most) };
  }
  const typed = text.slice(start, cursor);
  return { from: start, to: head ? head.end : end, items: namesOf(typed, subject, known).slice(0, most) };
}

function namesOf(typed: string, subject: Subject, known: CompletionOptions['known'] = {}): Completion[] {
  const dotted = /^(header|body)\./i.exec(typed)?.[1]?.toLowerCase();
  if (dotted === 'header' || dotted === 'body') {
    const names = (known[dotted] ?? []).map((name) => `${dotted}.${name}:`);
    return startingWith(names, typed).map((text) => ({ kind: 'field', text, description: '' }));
  }
  const offered = fields.filter(({ subjects }) => subjects.includes(subject));
  const texts = new Map(offered.map((field) => [opening(field), field.description]));
  return startingWith([...texts.keys()], typed).map((text) => ({
    kind: 'field',
    text,
    description: texts.get(text) ?? '',
  }));
}

const opening = ({ name }: Field): string => (name === 'header' || name === 'body' ? `${name}.` : `${name}:`);

function valuesOf(
  { name, value }: Field,
  head: FieldHead,
  subject: Subject,
  known: NonNullable<CompletionOptions['known']>,
  typed: string,
): Completion[] {
  const given = head.steps.length > 0 ? [] : (known[name] ?? []);
  let values = given.length > 0 || value.kind === 'choice' ? given : value.examples;
  if (value.kind === 'choice') values = name === 'is' ? marksOf(subject) : value.choices;
  const isText = value.kind === 'text' && given.length > 0;
  return startingWith(values, typed.replace(/^=?"?/, '')).map((text) => ({
    kind: 'value',
    text: isText ? printValue(text) : text,
    description: '',
  }));
}

/** Those that begin so, then those that have it further in. */
function startingWith(candidates: readonly string[], typed: string): string[] {
  const wanted = typed.toLowerCase();
  const at = (candidate: string) => candidate.toLowerCase().indexOf(wanted);
  return [
    ...candidates.filter((candidate) => at(candidate) === 0),
    ...candidates.filter((candidate) => at(candidate) > 0),
  ];
}

/** The term that the cursor stands in or at the end of; an empty one between terms. */
function termAround(text: string, cursor: number): { start: number; end: number } {
  let at = 0;
  while (at < cursor) {
    const character = text[at] ?? '';
    if (endsWord(character) || character === '-') {
      at += 1;
      continue;
    }
    const end = endOfTerm(text, at);
    if (end >= cursor) return { start: at, end };
    at = end;
  }
  return { start: cursor, end: cursor };
}

function endOfTerm(text: string, start: number): number {
  try {
    return scanPieces(text, readHead(text, start)?.end ?? start).end;
  } catch (error) {
    if (error instanceof QueryProblem) return text.length;
    throw error;
  }
}

function headAt(text: string, start: number): FieldHead | undefined {
  try {
    return readHead(text, start);
  } catch (error) {
    if (error instanceof QueryProblem) return undefined;
    throw error;
  }
}
