import type { RawHeaders } from '@hooktap/protocol';

/** A handler's response that cannot be written to the sender; to be answered with a 502. */
export class UnpassableResponse extends Error {
  constructor(detail: string, options?: ErrorOptions) {
    super(`Your handler's response cannot be passed on: ${detail}.`, options);
    this.name = 'UnpassableResponse';
  }
}

const hopByHop = new Set(['connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

/** What of a handler's headers or trailers concerns the sender; the rest was about our connection to it. */
export function endToEnd(headers: RawHeaders): RawHeaders {
  const named = new Set<string>();
  for (const [name, value] of headers) {
    if (name.toLowerCase() !== 'connection') continue;
    for (const token of value.split(',')) named.add(token.trim().toLowerCase());
  }
  return headers.filter(([name]) => {
    const lower = name.toLowerCase();
    return !hopByHop.has(lower) && !lower.startsWith('proxy-') && !named.has(lower);
  });
}

/** The headers for the sender: Content-Length stays only where it truly frames what follows. */
export function passedOnHeaders(statusCode: number, headers: RawHeaders): RawHeaders {
  const passed = endToEnd(headers);
  const lengths = passed.filter(([name]) => name.toLowerCase() === 'content-length');
  const [first] = lengths;
  if (!first) return passed;
  const keep =
    lengths.length === 1 && /^\d+$/.test(first[1]) && (statusCode !== 204 || Number(first[1]) === 0);
  return keep ? passed : passed.filter(([name]) => name.toLowerCase() !== 'content-length');
}
