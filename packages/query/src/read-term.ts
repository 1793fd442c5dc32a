import type { ReasonPart } from '@hooktap/protocol';
import { type FieldHead, readHead } from './field-head.ts';
import { type Field, type FieldName, fieldNamed, type Subject } from './fields.ts';
import type { Term, TextField, TimeField } from './query.ts';
import { expects, fail, says } from './query-error.ts';
import {
  readChoice,
  readMark,
  readNumberTest,
  readPattern,
  readTime,
  readValueTest,
  readWritten,
  type Written,
} from './read-value.ts';
import { endsWord, scanPieces } from './scan.ts';
import { notOfSubject, unknownField } from './unknown-field.ts';

export interface TermContext {
  readonly subject: Subject;
  /** Milliseconds since 1970; what `10:30` and `today` are reckoned from. */
  readonly now: number;
}

interface ReadTerm {
  readonly term: Term;
  readonly end: number;
}

/** The word, phrase or `field:value` that begins at `start`. Throws QueryProblem. */
export function readTerm(text: string, start: number, context: TermContext): ReadTerm {
  const head = readHead(text, start);
  if (!head || isAddress(text, head)) return readWord(text, start);
  const field = fieldNamed(head.name);
  if (!field) return unknownField(text, start, head, context.subject);
  if (!field.subjects.includes(context.subject)) notOfSubject(start, field, context.subject);
  if (endsWord(text[head.end])) {
    return fail({
      offset: head.end,
      length: 0,
      says: says('needs-value', { field: field.name }),
      expects: expectedOf(field),
    });
  }
  const written = readWritten(text, head.end);
  if (written.operator === written.raw) {
    fail({
      offset: written.scanned.end,
      length: 0,
      says: says('value-missing', { operator: written.raw }),
      expects: expectedOf(field),
    });
  }
  return { term: termOf(field, head, written, start, context), end: written.scanned.end };
}

function readWord(text: string, start: number): ReadTerm {
  const { pieces, end } = scanPieces(text, start);
  const said = pieces.filter((piece) => piece !== '');
  return { term: { kind: 'word', pieces: said.length > 0 ? said : [''] }, end };
}

/** `http://x` and `localhost:3000` are words; `path://x` is not, since it names a field. */
function isAddress(text: string, { name, end }: FieldHead): boolean {
  if (fieldNamed(name)) return false;
  if (text.startsWith('//', end)) return true;
  const isHost = name.includes('.') || name.toLowerCase() === 'localhost';
  const port = /\d{1,5}/y;
  port.lastIndex = end;
  if (!isHost || !port.test(text)) return false;
  return endsWord(text[port.lastIndex]) || text[port.lastIndex] === '/';
}

function termOf(
  field: Field,
  head: FieldHead,
  written: Written,
  start: number,
  { subject, now }: TermContext,
): Term {
  const { name } = field;
  switch (name) {
    case 'header':
      return { kind: 'header', name: headerName(head, start), test: readValueTest(written) };
    case 'body':
      return { kind: 'body', path: head.steps, test: readValueTest(written) };
    case 'is':
      return readMark(written, subject);
    case 'since':
    case 'before':
      return readTime(written, field as Field & { name: TimeField }, now);
    case 'code':
    case 'took':
    case 'size':
    case 'attempts':
      return { kind: 'number', field: name, test: readNumberTest(written, name) };
    case 'status':
    case 'reply':
    case 'signature':
    case 'via':
    case 'cause':
    case 'failure':
      return { kind: 'choice', field: name, value: readChoice(written, choicesOf(field), name) };
    default:
      return { kind: 'text', field: name satisfies TextField, pattern: readPattern(written) };
  }
}

const choicesOf = ({ value }: Field): readonly string[] => (value.kind === 'choice' ? value.choices : []);

function headerName({ steps, name }: FieldHead, start: number): string {
  const [wanted] = steps;
  if (wanted !== undefined) return wanted.toLowerCase();
  return fail({
    offset: start,
    length: name.length,
    says: says('needs-header-name'),
    expects: expects('header-after-dot'),
  });
}

function expectedOf({ name, value }: Field): ReasonPart {
  if (value.kind === 'choice') return expects('one-of', { choices: value.choices.join(', ') });
  const full: Partial<Record<FieldName, string>> = { header: 'header.x-request-id', body: 'body.data.from' };
  return expects('value-such-as', { example: `${full[name] ?? name}:${value.examples[0] ?? ''}` });
}
