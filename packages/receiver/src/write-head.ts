import type { ServerResponse } from 'node:http';
import type { RawHeaders } from '@hooktap/protocol';

/**
 * Writes a response's head with the headers in order, case and multiplicity. Throws what node throws
 * where it refuses one.
 */
export function writeHead(
  response: ServerResponse,
  statusCode: number,
  statusMessage: string | undefined,
  headers: RawHeaders,
): void {
  if (response.getHeaderNames().length > 0 || 'originalUrl' in response.req) {
    joinHeaders(response, headers);
    if (statusMessage === undefined) response.writeHead(statusCode);
    else response.writeHead(statusCode, statusMessage);
    return;
  }
  const flat: string[] = [];
  for (const [name, value] of headers) flat.push(name, value);
  if (statusMessage === undefined) response.writeHead(statusCode, flat);
  else response.writeHead(statusCode, statusMessage, flat);
}

/**
 * Where the app around us has set headers of its own, node takes only the last of several lines of one
 * name from a flat list ([seen] in 20.20): so lines of one name go together, none is lost.
 */
function joinHeaders(response: ServerResponse, headers: RawHeaders): void {
  const byName = new Map<string, { name: string; values: string[] }>();
  for (const [name, value] of headers) {
    const lines = byName.get(name.toLowerCase());
    if (lines) lines.values.push(value);
    else byName.set(name.toLowerCase(), { name, values: [value] });
  }
  for (const { name, values } of byName.values()) {
    response.setHeader(name, values.length === 1 ? (values[0] ?? '') : values);
  }
}
