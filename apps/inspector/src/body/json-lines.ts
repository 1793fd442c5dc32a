/** A piece of JSON text with what it is. */
export interface JsonPiece {
  readonly kind: 'key' | 'string' | 'number' | 'mark';
  readonly text: string;
}

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]/g;
const step = '  ';
/** Deeper lines are indented no further: 20 KB of brackets would grow to half a gigabyte of spaces. */
const deepest = 50;

/**
 * Valid JSON set out in lines. Works on the text, not on parsed values: long numbers, the order of keys
 * and repeated keys stay as they were sent.
 */
export function jsonLines(json: string): readonly (readonly JsonPiece[])[] {
  const tokens = json.match(token) ?? [];
  const lines: JsonPiece[][] = [];
  let line: JsonPiece[] = [];
  let depth = 0;
  const put = (kind: JsonPiece['kind'], text: string) => line.push({ kind, text });
  const breakLine = () => {
    lines.push(line);
    line = depth > 0 ? [{ kind: 'mark', text: step.repeat(Math.min(depth, deepest)) }] : [];
  };
  tokens.forEach((text, index) => {
    const next = tokens[index + 1];
    if (text === '{' || text === '[') {
      put('mark', text);
      if (next === '}' || next === ']') return;
      depth++;
      breakLine();
    } else if (text === '}' || text === ']') {
      const opened = tokens[index - 1];
      if (opened !== '{' && opened !== '[') {
        depth--;
        breakLine();
      }
      put('mark', text);
    } else if (text === ',') {
      put('mark', text);
      breakLine();
    } else if (text === ':') put('mark', ': ');
    else if (text.startsWith('"')) put(next === ':' ? 'key' : 'string', text);
    else put('number', text);
  });
  lines.push(line);
  return lines;
}

export function prettyJson(json: string): string {
  return jsonLines(json)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n');
}
