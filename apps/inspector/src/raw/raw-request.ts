import type { Event } from '@hooktap/protocol';
import { headerLines } from '../headers/header-text.ts';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

/** Whether the body came in chunks, whose borders are not kept. */
export const wasChunked = ({ rawHeaders }: Event): boolean =>
  rawHeaders.some(([name, value]) => name.toLowerCase() === 'transfer-encoding' && /chunked/i.test(value));

/** The bytes of the request put together again from what was kept of it, or up to where the given body is cut off. */
export function rawRequest(event: Event, body: Uint8Array, isCut = false): Uint8Array {
  const line = `${event.method} ${event.requestTarget} HTTP/${event.httpVersion}`;
  const headers = event.rawHeaders.length > 0 ? `\r\n${headerLines(event.rawHeaders)}` : '';
  const head = latin1(`${line}${headers}\r\n\r\n`);
  const trailers =
    event.rawTrailers.length > 0 && !isCut ? latin1(`\r\n${headerLines(event.rawTrailers)}\r\n`) : latin1('');
  const whole = new Uint8Array(head.length + body.length + trailers.length);
  whole.set(head);
  whole.set(body, head.length);
  whole.set(trailers, head.length + body.length);
  return whole;
}
