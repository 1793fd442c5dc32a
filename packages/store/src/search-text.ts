import type { CapturedEvent, EventState, Marks } from '@hooktap/core';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** JSON's escapes undone wherever they stand, whether or not the whole is JSON. */
const unescapeJson = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, character: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[character] ?? character),
  );

/** A latin-1 header value and its UTF-8 reading. */
function bothReadings(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  return `${value}\n${Buffer.from(value, 'latin1').toString('utf8')}`;
}

/** Half a surrogate pair has no UTF-8: as the search text on disk has it, so it is everywhere. */
export const wellFormed = (text: string): string =>
  /[\ud800-\udfff]/.test(text) ? Buffer.from(text).toString('utf8') : text;

/** Everything of a capture that a word may be found in, lower-cased; the id stands first. */
export function capturedText(captured: CapturedEvent, body: Buffer): string {
  const text = body.toString('utf8');
  const parts = [
    captured.id,
    captured.method,
    captured.requestTarget,
    captured.eventType ?? '',
    captured.subject ?? '',
    ...captured.rawHeaders.map(([name, value]) => bothReadings(`${name}: ${value}`)),
    text,
  ];
  if (text.includes('\\')) parts.push(unescapeJson(text));
  return wellFormed(parts.join('\n').toLowerCase());
}

const marksText = ({ note, tags }: Marks): string => wellFormed([note, ...tags].join('\n').toLowerCase());

/** Everything of an event that a word may be found in, lower-cased. */
export const searchText = ({ captured, marks }: EventState, body: Buffer): string =>
  `${capturedText(captured, body)}\n${marksText(marks)}`;
