import type { EventState } from '@hooktap/core';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** JSON's escapes undone wherever they stand, whether or not the whole is JSON. */
const unescapeJson = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, character: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[character] ?? character),
  );

/** A latin-1 header value and its UTF-8 reading. */
function bothReadings(value: string): string {
  const bytes = Buffer.from(value, 'latin1');
  const reading = bytes.toString('utf8');
  return reading === value ? value : `${value}\n${reading}`;
}

/** Everything of an event that a word may be found in, lower-cased. */
export function searchText({ captured, marks }: EventState, body: Buffer): string {
  const text = body.toString('utf8');
  const parts = [
    captured.method,
    captured.requestTarget,
    captured.id,
    captured.eventType ?? '',
    captured.subject ?? '',
    marks.note,
    ...marks.tags,
    ...captured.rawHeaders.map(([name, value]) => bothReadings(`${name}: ${value}`)),
    text,
  ];
  if (text.includes('\\')) parts.push(unescapeJson(text));
  return parts.join('\n').toLowerCase();
}

export const hasAllWords = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));
