import { expects, fail, says } from './query-error.ts';

/** Where a value or word ends unless quoted. */
export const endsWord = (character: string | undefined): boolean =>
  character === undefined || character === '(' || character === ')' || isSpace(character);

export const isSpace = (character: string): boolean => /\s/.test(character);

/** A word or value: the text between its stars. One piece: no star. */
export interface Scanned {
  readonly pieces: readonly string[];
  readonly end: number;
}

/**
 * Reads to the next space or parenthesis. A `"` opens a phrase where a piece begins (at the start, after a
 * star, after another phrase) and is an ordinary character elsewhere, so that `{"id":7}` and `W/"abc"` can
 * be pasted as they are.
 */
export function scanPieces(text: string, start: number): Scanned {
  const pieces: string[] = [];
  let piece = '';
  let at = start;
  let opens = true;
  while (!endsWord(text[at])) {
    if (text[at] === '"' && opens) {
      const phrase = readPhrase(text, at) ?? unclosed(text, at);
      piece += phrase.text;
      at = phrase.end;
    } else if (text[at] === '*') {
      pieces.push(piece);
      piece = '';
      opens = true;
      at += 1;
    } else {
      piece += text[at];
      opens = false;
      at += 1;
    }
  }
  return { pieces: withoutIdle([...pieces, piece]), end: at };
}

/** `**` says no more than `*`. */
export const withoutIdle = (pieces: readonly string[]): readonly string[] =>
  pieces.filter((piece, index) => piece !== '' || index === 0 || index === pieces.length - 1);

/** A phrase in quotes, `\"` and `\\` undone. Undefined where it is never closed. */
export function readPhrase(text: string, start: number): { text: string; end: number } | undefined {
  let phrase = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') return { text: phrase, end: at + 1 };
    const next = text[at + 1];
    if (character === '\\' && (next === '"' || next === '\\')) {
      phrase += next;
      at += 1;
    } else phrase += character;
  }
  return undefined;
}

const unclosed = (text: string, offset: number): never =>
  fail({
    offset,
    length: text.length - offset,
    says: says('quote-open'),
    expects: expects('closing-quote'),
    suggestion: `${text.slice(offset)}"`,
  });

/** In quotes, as {@link readPhrase} reads it. */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
