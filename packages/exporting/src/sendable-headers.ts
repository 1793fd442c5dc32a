import type { RawHeaders } from '@hooktap/protocol';

/** Framing and what is meant for one connection: every client writes these itself (RFC 9110 §7.6.1). */
const clientsOwn = new Set([
  'host',
  'content-length',
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);

/** The headers that a client is told to send, in order, with duplicates. */
export const sendableHeaders = (headers: RawHeaders): RawHeaders =>
  headers.filter(([name]) => !clientsOwn.has(name.toLowerCase()));

/** The same by their names, for clients that keep one entry for each; the first spelling of a name counts. */
export function groupedHeaders(headers: RawHeaders): [name: string, values: string[]][] {
  const groups = new Map<string, [string, string[]]>();
  for (const [name, value] of sendableHeaders(headers)) {
    const group = groups.get(name.toLowerCase());
    if (group) group[1].push(value);
    else groups.set(name.toLowerCase(), [name, [value]]);
  }
  return [...groups.values()];
}
