/**
 * A program's text of the same length in which comments and the insides of strings, templates and regular expressions
 * are blank, so that brackets and commas can be counted. Line ends stay where they are.
 */
export function maskSource(source: string): string {
  let masked = '';
  while (masked.length < source.length) {
    const at = masked.length;
    const end = quietEnd(source, at, masked);
    if (end === at) masked += source[at];
    else masked += blanked(source.slice(at, end));
  }
  return masked;
}

/** Quotes stay, for keys that are written in them. */
function blanked(piece: string): string {
  const quoted = /^(["'])[\s\S]*\1$/.test(piece) && piece.length > 1;
  const blank = piece.replace(/[^\n\r]/g, ' ');
  return quoted ? `${piece[0]}${blank.slice(1, -1)}${piece[0]}` : blank;
}

/** Where a comment or literal that begins here ends; `at` itself where none does. */
function quietEnd(source: string, at: number, before: string): number {
  switch (source[at]) {
    case '"':
    case "'":
      return closing(source, at, /["'\\\n]/g);
    case '`':
      return templateEnd(source, at);
    case '/':
      if (source[at + 1] === '/') return orEnd(source, source.indexOf('\n', at));
      if (source[at + 1] === '*') {
        const end = source.indexOf('*/', at + 2);
        return end === -1 ? source.length : end + 2;
      }
      return beginsExpression(before) ? regexEnd(source, at) : at;
    default:
      return at;
  }
}

const orEnd = (source: string, at: number): number => (at === -1 ? source.length : at);

function closing(source: string, at: number, stops: RegExp): number {
  const quote = source[at];
  stops.lastIndex = at + 1;
  for (let stop = stops.exec(source); stop; stop = stops.exec(source)) {
    if (stop[0] === '\\') stops.lastIndex += 1;
    else if (stop[0] === quote) return stop.index + 1;
    else if (stop[0] === '\n') return stop.index;
  }
  return source.length;
}

function templateEnd(source: string, at: number): number {
  for (let here = at + 1; here < source.length; here += 1) {
    if (source[here] === '\\') here += 1;
    else if (source[here] === '`') return here + 1;
    else if (source.startsWith('${', here)) here = substitutionEnd(source, here + 2);
  }
  return source.length;
}

/** Where the `}` of a `${` stands. */
function substitutionEnd(source: string, from: number): number {
  let depth = 0;
  let here = from;
  while (here < source.length) {
    const end = quietEnd(source, here, '');
    if (end > here) {
      here = end;
      continue;
    }
    if (source[here] === '}' && depth === 0) return here;
    if (source[here] === '{') depth += 1;
    else if (source[here] === '}') depth -= 1;
    here += 1;
  }
  return here;
}

/** Whether a slash after this begins a regular expression rather than divides. */
const beginsExpression = (before: string): boolean =>
  /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\breturn)\s*$/.test(before.slice(-40));

function regexEnd(source: string, at: number): number {
  let inClass = false;
  for (let here = at + 1; here < source.length; here += 1) {
    const character = source[here];
    if (character === '\n') return at;
    if (character === '\\') here += 1;
    else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (character === '/' && !inClass) return here + 1;
  }
  return at;
}
