import type { RawHeaders } from '@hooktap/protocol';

const bodiless = new Set(['GET', 'HEAD', 'OPTIONS', 'DELETE']);

const isFraming = (name: string): boolean => /^(content-length|transfer-encoding)$/i.test(name);

/**
 * The headers as they go on the wire: exactly one framing header, or none where a method usually has no
 * body and this one has none. The Connection line is ours too, because node would add one unrecorded.
 */
export function framedHeaders(headers: RawHeaders, method: string, size: number): RawHeaders {
  const own = (name: string, value: string): boolean =>
    name.toLowerCase() === 'content-length' && /^\d+$/.test(value) && Number(value) === size;
  const wanted = size > 0 || !bodiless.has(method);
  const kept = wanted ? headers.findIndex(([name, value]) => own(name, value)) : -1;
  const place = kept >= 0 ? kept : headers.findIndex(([name]) => isFraming(name));
  const framed = headers.flatMap<readonly [string, string]>((line, index) => {
    if (!isFraming(line[0])) return [line];
    if (!wanted || index !== place) return [];
    return [kept >= 0 ? line : ['Content-Length', String(size)]];
  });
  if (wanted && place === -1) framed.push(['Content-Length', String(size)]);
  if (!framed.some(([name]) => name.toLowerCase() === 'connection'))
    framed.push(['Connection', 'keep-alive']);
  return framed;
}
