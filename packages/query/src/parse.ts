import type { Subject } from './fields.ts';
import { all, and, not, or, type Query } from './query.ts';
import { expects, type FoundFault, fail, type QueryError, QueryProblem, says } from './query-error.ts';
import { readTerm, type TermContext } from './read-term.ts';
import { endsWord, isSpace, quoted } from './scan.ts';

export type ParsedQuery =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly error: QueryError };

export interface ParseOptions {
  /** Which fields there are; `event` by default. */
  readonly subject?: Subject;
  /** Milliseconds since 1970, by default the present: `today` and `10:30` are reckoned from it. */
  readonly now?: number;
}

const longest = 10_000;
const mostTerms = 256;
const deepest = 50;

/**
 * Reads a query of the search language. Never throws: what is no query comes back as an error with its
 * place. Takes time in proportion to the text; a longer text than 10,000 characters, more than 256 terms and
 * parentheses deeper than 50 are refused.
 */
export function parseQuery(text: string, options: ParseOptions = {}): ParsedQuery {
  const { subject = 'event', now = Date.now() } = options;
  try {
    return { ok: true, query: new Parser(text, { subject, now }).query() };
  } catch (error) {
    if (error instanceof QueryProblem) return { ok: false, error: error.error };
    throw error;
  }
}

class Parser {
  readonly #text: string;
  readonly #context: TermContext;
  #at = 0;
  #depth = 0;
  #terms = 0;

  constructor(text: string, context: TermContext) {
    this.#text = text;
    this.#context = context;
  }

  query(): Query {
    if (this.#text.length > longest) {
      fail({
        offset: longest,
        length: this.#text.length - longest,
        says: says('query-long', { most: String(longest) }),
        expects: expects('shorter'),
      });
    }
    this.#skipSpace();
    if (this.#at === this.#text.length) return all;
    const query = this.#or();
    if (this.#at === this.#text.length) return query;
    return this.#refuseHere(says('closes-nothing'), expects('term-or-end'));
  }

  #or(): Query {
    const parts = [this.#and()];
    while (this.#takeKeyword('OR')) parts.push(this.#and());
    return or(parts);
  }

  #and(): Query {
    const parts = [this.#unary()];
    while (this.#takeKeyword('AND') || this.#termFollows()) parts.push(this.#unary());
    return and(parts);
  }

  #termFollows(): boolean {
    this.#skipSpace();
    return this.#at < this.#text.length && this.#text[this.#at] !== ')' && !this.#keywordHere('OR');
  }

  /** Signs in a row are counted, so that a thousand of them are no thousand calls. */
  #unary(): Query {
    let negated = false;
    while (this.#takeMinus() || this.#takeKeyword('NOT')) negated = !negated;
    const query = this.#primary();
    return negated ? not(query) : query;
  }

  #takeMinus(): boolean {
    this.#skipSpace();
    const next = this.#text[this.#at + 1];
    const taken = this.#text[this.#at] === '-' && (next === '(' || !endsWord(next));
    if (taken) this.#at += 1;
    return taken;
  }

  #primary(): Query {
    this.#skipSpace();
    const character = this.#text[this.#at];
    if (character === '(') return this.#group();
    if (character === undefined) this.#refuseHere(says('breaks-off'), expects('word-or-field'));
    if (character === ')') this.#refuseHere(says('missing-before-parenthesis'), expects('term'));
    for (const keyword of ['OR', 'AND']) if (this.#keywordHere(keyword)) this.#refuseKeyword(keyword);
    this.#terms += 1;
    if (this.#terms > mostTerms)
      this.#refuseHere(says('terms-many', { most: String(mostTerms) }), expects('fewer-terms'));
    const { term, end } = readTerm(this.#text, this.#at, this.#context);
    this.#at = end;
    return term;
  }

  #group(): Query {
    const open = this.#at;
    this.#depth += 1;
    if (this.#depth > deepest) {
      this.#refuseHere(says('parentheses-deep', { most: String(deepest) }), expects('fewer-parentheses'));
    }
    this.#at += 1;
    const query = this.#or();
    if (this.#text[this.#at] !== ')') {
      fail({
        offset: open,
        length: 1,
        says: says('parenthesis-open'),
        expects: expects('closing-parenthesis'),
      });
    }
    this.#at += 1;
    this.#depth -= 1;
    return query;
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && isSpace(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #keywordHere(keyword: string): boolean {
    return this.#text.startsWith(keyword, this.#at) && endsWord(this.#text[this.#at + keyword.length]);
  }

  #takeKeyword(keyword: string): boolean {
    this.#skipSpace();
    const taken = this.#keywordHere(keyword);
    if (taken) this.#at += keyword.length;
    return taken;
  }

  #refuseKeyword(keyword: string): never {
    return fail({
      offset: this.#at,
      length: keyword.length,
      says: says('missing-before', { keyword }),
      expects: expects('term'),
      suggestion: quoted(keyword),
    });
  }

  #refuseHere(said: FoundFault['says'], expected: FoundFault['expects']): never {
    const length = this.#at < this.#text.length ? 1 : 0;
    return fail({ offset: this.#at, length, says: said, expects: expected });
  }
}
