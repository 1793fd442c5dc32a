import type { ImportableEvent, ImportEntry } from '@hooktap/core';
import { BodyState, type ReasonPart, Reply } from '@hooktap/protocol';
import * as z from 'zod';
import { bytesOfBase64, hasHalfCharacter, networkAddress, webUrl } from './foreign-text.ts';
import { type HarPiece, HarScan } from './har-scan.ts';
import {
  entryAt,
  type FilePlace,
  imports,
  issueFault,
  jsonFault,
  theFile,
  unreadable,
} from './unreadable.ts';

const HarEntry = z.object({
  startedDateTime: z.string(),
  request: z.object({
    method: z.string(),
    url: z.string().max(70_000),
    httpVersion: z.string().optional(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })).max(10_000),
    postData: z
      .object({
        mimeType: z.string().optional(),
        text: z.string().optional(),
        encoding: z.string().optional(),
        _encoding: z.string().optional(),
        params: z.array(z.object({ name: z.string(), value: z.string().optional() })).optional(),
      })
      .optional(),
  }),
  /** What our own exports add. */
  _hooktap: z
    .object({
      kind: z.string(),
      endpoint: z.string().max(200).optional(),
      requestTarget: z.string().max(70_000).optional(),
      remoteAddress: z.string().max(200).optional(),
      bodyState: BodyState.optional(),
      reply: Reply.nullish(),
    })
    .optional(),
});
type HarEntry = z.infer<typeof HarEntry>;

/**
 * The requests of a HAR 1.2 file of any length, of a browser's or any other tool's; attempts of our own exports are
 * passed over.
 */
export async function* harImport(chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportEntry> {
  const scan = new HarScan();
  let number = 0;
  for await (const chunk of chunks) {
    for (const piece of scan.feed(chunk)) {
      number += 1;
      const entry = readEntry(piece, entryAt(number));
      if (entry) yield entry;
    }
  }
  const fault = scan.fault();
  if (fault !== null) yield unreadable(theFile, fault);
}

/** Null where it is none of a request that arrived. */
function readEntry(piece: HarPiece, place: FilePlace): ImportEntry | null {
  if (piece === null) return unreadable(place, imports.sentence('entry-long'));
  let value: unknown;
  try {
    value = JSON.parse(piece.toString('utf8'));
  } catch (error) {
    return unreadable(place, jsonFault(error));
  }
  const entry = HarEntry.safeParse(value);
  if (!entry.success) return unreadable(place, issueFault(entry.error.issues[0]));
  return entry.data._hooktap?.kind === 'attempt' ? null : entryOf(entry.data, place);
}

function entryOf(entry: HarEntry, place: FilePlace): ImportEntry {
  const { startedDateTime, request, _hooktap: ours } = entry;
  const receivedAt = Date.parse(startedDateTime);
  if (!(receivedAt >= 0)) return unreadable(place, imports.sentence('start-timeless'));
  const requestTarget = ours?.requestTarget ?? targetOf(request.url);
  const url = webUrl(request.url);
  if (requestTarget === null || url === undefined) return unreadable(place, imports.sentence('url-other'));
  const body = bodyOf(request.postData);
  if (!Buffer.isBuffer(body))
    return unreadable(place, imports.say(imports.part('in-path', { path: 'request.postData' }), body));
  // HTTP/2 and later have lines of their own among the headers, which no HTTP/1.1 request can have.
  const headers = request.headers.filter(({ name }) => !name.startsWith(':'));
  const event: ImportableEvent = {
    receivedAt,
    endpoint: ours?.endpoint,
    url,
    method: request.method,
    requestTarget,
    httpVersion: /^HTTP\/(\d(?:\.\d)?)$/i.exec(request.httpVersion ?? '')?.[1] ?? '1.1',
    rawHeaders: headers.map(({ name, value }) => [name, latin1Of(value)] as const),
    rawTrailers: [],
    remoteAddress: networkAddress(ours?.remoteAddress) ?? '',
    body,
    bodyState: ours?.bodyState ?? 'complete',
    reply: ours?.reply,
  };
  return { kind: 'event', ...place, event };
}

/** From the path on, undecoded; a fragment is never sent. */
function targetOf(url: string): string | null {
  const [, rest] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^#]*)/i.exec(url) ?? [];
  if (rest === undefined) return null;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Other tools write text: what has no place in latin-1 goes as the bytes of UTF-8. */
const latin1Of = (value: string): string =>
  /^[\0-\xff]*$/.test(value) ? value : Buffer.from(value).toString('latin1');

/** The bytes, or why there are none. */
function bodyOf(postData: HarEntry['request']['postData']): Buffer | ReasonPart {
  if (!postData) return Buffer.alloc(0);
  const { text, params, encoding, _encoding } = postData;
  if (text === undefined) {
    const pairs = (params ?? []).map(({ name, value = '' }): [string, string] => [name, value]);
    return Buffer.from(new URLSearchParams(pairs).toString());
  }
  if ((encoding ?? _encoding) === 'base64') return bytesOfBase64(text) ?? imports.part('no-base64');
  return hasHalfCharacter(text) ? imports.part('half-character') : Buffer.from(text);
}
