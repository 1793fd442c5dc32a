import { isUtf8 } from 'node:buffer';
import type { CapturedEvent, EventState, Marks } from '@hooktap/core';
import type { EventReading } from '@hooktap/protocol';
import { foldCase, unescapeJson } from '@hooktap/query';

/** A latin-1 header value and its UTF-8 reading. */
function bothReadings(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  return `${value}\n${Buffer.from(value, 'latin1').toString('utf8')}`;
}

/** Half a surrogate pair has no UTF-8: as the search text on disk has it, so it is everywhere. */
export const wellFormed = (text: string): string =>
  /[\ud800-\udfff]/.test(text) ? Buffer.from(text).toString('utf8') : text;

/** Everything of a capture, as its reading has it, that a word may be found in, folded; the id stands first. */
export function capturedText(captured: CapturedEvent, reading: EventReading | null, body: string): string {
  const { id, method, requestTarget, rawHeaders } = captured;
  const { provider, eventType, providerEventId, subject } = reading ?? captured;
  const parts = [
    id,
    ...[method, requestTarget, provider ?? '', eventType ?? '', providerEventId ?? '', subject ?? ''],
    ...rawHeaders.map(([name, value]) => bothReadings(`${name}: ${value}`)),
    body,
  ];
  const unescaped = unescapeJson(body);
  if (unescaped !== body) parts.push(unescaped);
  return wellFormed(foldCase(parts.join('\n')));
}

const marksText = ({ note, tags }: Marks): string => wellFormed(foldCase([note, ...tags].join('\n')));

/** Everything of an event that a word may be found in, folded; a body that is no UTF-8 in both readings. */
export function searchText({ captured, reading, marks }: EventState, body: Buffer): string {
  const readings = isUtf8(body) ? [body.toString('utf8')] : [body.toString('utf8'), body.toString('latin1')];
  return `${capturedText(captured, reading, readings.join('\n'))}\n${marksText(marks)}`;
}
