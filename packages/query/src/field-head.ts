import { expects, fail, says, shown } from './query-error.ts';
import { endsWord, readPhrase } from './scan.ts';

/** What stands before the colon of `name:value`. */
export interface FieldHead {
  /** As written: `status`, `header`, `body`, or an unknown name with all its dots. */
  readonly name: string;
  /** Of `header.<name>` one step, of `body.<path>` its steps; else none. */
  readonly steps: readonly string[];
  /** Of the character after the colon. */
  readonly end: number;
}

/** So that a path's places fit the bits of a number. */
const mostSteps = 30;

/** Undefined where the word at `start` is no `name:value`, such as `10:30` or `{"id":7}`. */
export function readHead(text: string, start: number): FieldHead | undefined {
  const plain = /[A-Za-z][\w-]*/y;
  plain.lastIndex = start;
  const name = plain.exec(text)?.[0];
  if (name === undefined) return undefined;
  const at = start + name.length;
  if (text[at] === ':') return { name, steps: [], end: at + 1 };
  if (/^header$/i.test(name) && text[at] === '.') return readHeaderName(text, name, at + 1);
  if (/^body$/i.test(name) && (text[at] === '.' || text[at] === '[')) return readPath(text, name, at);
  return text[at] === '.' ? readDotted(text, start) : undefined;
}

function readHeaderName(text: string, name: string, start: number): FieldHead | undefined {
  const read = text[start] === '"' ? readPhrase(text, start) : readUntil(text, start, ':');
  if (!read || text[read.end] !== ':') return undefined;
  if (read.text === '') missingStep(start, 'header-name');
  return { name, steps: [read.text], end: read.end + 1 };
}

function readPath(text: string, name: string, start: number): FieldHead | undefined {
  const steps: string[] = [];
  let at = start;
  while (text[at] !== ':') {
    const step = readStep(text, at);
    if (!step) return refuseStep(text, at);
    if (step.missing) missingStep(at, 'key');
    steps.push(step.text);
    at = step.end;
    if (steps.length > mostSteps) tooDeep(start, at);
  }
  return { name, steps, end: at + 1 };
}

interface Step {
  readonly text: string;
  readonly end: number;
  readonly missing: boolean;
}

/** `.key`, `."a key"` or `[0]`. */
function readStep(text: string, start: number): Step | undefined {
  if (text[start] === '[') {
    const index = /\[(\d{1,9})\]/y;
    index.lastIndex = start;
    const found = index.exec(text);
    return found ? { text: String(Number(found[1])), end: index.lastIndex, missing: false } : undefined;
  }
  if (text[start] !== '.') return undefined;
  const isQuoted = text[start + 1] === '"';
  const read = isQuoted ? readPhrase(text, start + 1) : readUntil(text, start + 1, '.:["');
  return read && { ...read, missing: !isQuoted && read.text === '' };
}

/** `[x]`, `[0` or `]x` on the way to a colon; undefined where none follows, for then it is a word. */
function refuseStep(text: string, start: number): undefined {
  const rest = /(\[[^\]\s:]*\]?|[^\s.:["()]+)[^\s:"()]*:/y;
  rest.lastIndex = start;
  const step = rest.exec(text)?.[1];
  if (step === undefined) return undefined;
  const key = step.replace(/^\[|\]$/g, '').replace(/^(['"])(.*)\1$/, '$2');
  const isIndex = step.startsWith('[') && /^\d{1,9}$/.test(key);
  const suggestion = isIndex ? `[${key}]` : /^[\w-]+$/.test(key) ? `.${key}` : undefined;
  return fail({
    offset: start,
    length: step.length,
    says: says('no-index', { step: shown(step) }),
    expects: expects('index-or-key'),
    ...(suggestion !== undefined && { suggestion }),
  });
}

function readUntil(text: string, start: number, stops: string): { text: string; end: number } {
  let end = start;
  while (!endsWord(text[end]) && !stops.includes(text[end] ?? '')) end += 1;
  return { text: text.slice(start, end), end };
}

/** `data.from:` of someone who left out `body.`, or a host and its port. */
function readDotted(text: string, start: number): FieldHead | undefined {
  const dotted = /[\w.[\]-]+:/y;
  dotted.lastIndex = start;
  const found = dotted.exec(text)?.[0];
  return found === undefined ? undefined : { name: found.slice(0, -1), steps: [], end: start + found.length };
}

const missingStep = (offset: number, expected: 'header-name' | 'key'): never =>
  fail({ offset, length: 1, says: says('name-missing'), expects: expects(expected) });

const tooDeep = (start: number, end: number): never =>
  fail({
    offset: start,
    length: end - start,
    says: says('path-deep', { most: String(mostSteps) }),
    expects: expects('steps', { most: String(mostSteps) }),
  });
