import type { RawHeaders } from '@hooktap/protocol';
import type { ExportedRequest } from './exported-request.ts';
import { latin1 } from './readable-text.ts';

/**
 * The request as HTTP/1.1 bytes, rebuilt from its parts: what came chunked is framed by its length, and so is a body
 * that has another length than was said. Several, one after another, are what a connection with pipelining carries.
 */
export function rawHttp({ method, requestTarget, rawHeaders, body }: ExportedRequest): Buffer {
  const lines = framed(rawHeaders, body.length).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = latin1(`${method} ${requestTarget} HTTP/1.1\r\n${lines.join('')}\r\n`);
  return Buffer.concat([head, body]);
}

function framed(headers: RawHeaders, size: number): RawHeaders {
  const named = (wanted: string) => headers.filter(([name]) => name.toLowerCase() === wanted);
  const lengths = named('content-length');
  const chunked = named('transfer-encoding').length > 0;
  const isTrue =
    !chunked && (lengths.length === 0 ? size === 0 : lengths.every(([, text]) => Number(text) === size));
  if (isTrue) return headers;
  const rest = headers.filter(([name]) => !/^(content-length|transfer-encoding|trailer)$/i.test(name));
  return [...rest, ['Content-Length', String(size)]];
}
