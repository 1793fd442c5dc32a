import { Buffer } from 'node:buffer';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { ProviderRequest } from '@hooktap/core';
import type { Saying } from '@hooktap/protocol';
import { withHeader } from '../raw-headers.ts';
import { isForm } from '../request-content.ts';
import { doctor } from './doctor.ts';
import type { MistakeCode } from './finding.ts';
import { jsonRewritings } from './json-rewritings.ts';

/** The request as it may have been when it was signed. */
export interface RequestVariant {
  readonly code: MistakeCode;
  /** Ends the sentence "The signature fits …". */
  readonly says: Saying;
  readonly request: ProviderRequest;
}

/** Above it only the cheap changes are tried. */
export const parsedAgainBytes = 128 * 1024;

/** Each is made when it is asked for: together they are a hundred times the body. */
export function* requestVariants(
  request: ProviderRequest,
  knownOrder: (path: string) => readonly string[] | undefined,
): Generator<RequestVariant> {
  for (const one of everyVariant(request, knownOrder)) {
    if (one.request.rawHeaders !== request.rawHeaders || !one.request.body.equals(request.body)) yield one;
  }
}

function* everyVariant(
  request: ProviderRequest,
  knownOrder: (path: string) => readonly string[] | undefined,
): Generator<RequestVariant> {
  const { body } = request;
  const text = body.toString('utf8');
  const small = body.length <= parsedAgainBytes;
  const withBody = (code: MistakeCode, says: Saying, changed: Buffer | string): RequestVariant => ({
    code,
    says,
    request: { ...request, body: typeof changed === 'string' ? Buffer.from(changed, 'utf8') : changed },
  });
  for (const [code, says, changed] of lineEnds(body)) yield withBody(code, says, changed);
  if (small) {
    for (const { code, says, text: json } of jsonRewritings(text, knownOrder))
      yield withBody(code, says, json);
  }
  for (const [says, changed] of charsets(body, text)) yield withBody('charset', says, changed);
  for (const [says, changed] of unpacked(body)) yield withBody('proxy-changed-body', says, changed);
  yield* formVariants(request, text);
  yield withBody('empty-body', doctor.sentence('empty'), '');
}

function lineEnds(body: Buffer): [MistakeCode, Saying, Buffer][] {
  const latin = body.toString('latin1');
  const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
  return [
    ['trailing-newline', doctor.sentence('newline-added'), bytes(`${latin}\n`)],
    ['trailing-newline', doctor.sentence('crlf-added'), bytes(`${latin}\r\n`)],
    ['trailing-newline', doctor.sentence('newline-removed'), bytes(latin.replace(/\r?\n$/, ''))],
    ['trailing-newline', doctor.sentence('trimmed'), bytes(latin.trim())],
    ['proxy-changed-body', doctor.sentence('crlf-all'), bytes(latin.replace(/\r?\n/g, '\r\n'))],
    ['proxy-changed-body', doctor.sentence('lf-all'), bytes(latin.replaceAll('\r\n', '\n'))],
  ];
}

function charsets(body: Buffer, text: string): [Saying, Buffer][] {
  const bom = Buffer.from([0xef, 0xbb, 0xbf]);
  const marked = body.subarray(0, 3).equals(bom);
  const latin = Buffer.from(text, 'latin1');
  return [
    marked
      ? [doctor.sentence('bom-removed'), body.subarray(3)]
      : [doctor.sentence('bom-added'), Buffer.concat([bom, body])],
    [doctor.sentence('latin'), latin],
    [doctor.sentence('utf8'), Buffer.from(body.toString('latin1'), 'utf8')],
    [doctor.sentence('utf16'), Buffer.from(text, 'utf16le')],
  ];
}

/** Never more than 16 MiB: what arrived may be a bomb. */
function unpacked(body: Buffer): [Saying, Buffer][] {
  const limit = { maxOutputLength: 16 * 1024 * 1024 };
  const ways = [
    ['gzip', () => gunzipSync(body, limit)],
    ['deflate', () => inflateSync(body, limit)],
    ['brotli', () => brotliDecompressSync(body, limit)],
  ] as const;
  return ways.flatMap(([name, unpack]): [Saying, Buffer][] => {
    try {
      return [[doctor.sentence('unpacked', { name }), unpack()]];
    } catch {
      return [];
    }
  });
}

function formVariants(request: ProviderRequest, text: string): RequestVariant[] {
  if (request.body.length > parsedAgainBytes) return [];
  const asForm = withHeader(request.rawHeaders, 'Content-Type', 'application/x-www-form-urlencoded');
  const asJson = withHeader(request.rawHeaders, 'Content-Type', 'application/json');
  const variant = (says: Saying, body: string, rawHeaders = request.rawHeaders): RequestVariant => ({
    code: 'form-or-json',
    says,
    request: { ...request, rawHeaders, body: Buffer.from(body, 'utf8') },
  });
  const fields = flatJson(text);
  if (fields) {
    const form = new URLSearchParams(fields).toString();
    return [
      variant(doctor.sentence('fields-form'), form, asForm),
      variant(doctor.sentence('fields-form-percent'), form.replaceAll('+', '%20'), asForm),
    ];
  }
  if (!isForm(request) && !/^[^{[<\s]+=/.test(text)) return [];
  const form = new URLSearchParams(text);
  const json = JSON.stringify(Object.fromEntries(form));
  const rewritten = (says: Saying, body: string): RequestVariant => ({
    ...variant(says, body),
    code: 'proxy-changed-body',
  });
  return [
    variant(doctor.sentence('taken-form'), text, asForm),
    variant(doctor.sentence('not-form'), text, asJson),
    variant(doctor.sentence('fields-json'), json, asJson),
    rewritten(doctor.sentence('form-percent'), text.replaceAll('+', '%20')),
    rewritten(doctor.sentence('form-plus'), text.replaceAll('%20', '+')),
    rewritten(doctor.sentence('form-written'), form.toString()),
    rewritten(
      doctor.sentence('form-lower'),
      text.replace(/%[0-9A-F]{2}/g, (one) => one.toLowerCase()),
    ),
    rewritten(
      doctor.sentence('form-upper'),
      text.replace(/%[0-9a-f]{2}/g, (one) => one.toUpperCase()),
    ),
  ];
}

/** The fields of a JSON object whose values are all plain; null for all else. */
function flatJson(text: string): [string, string][] | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
    if (entries.some(([, value]) => typeof value === 'object' && value !== null)) return null;
    return entries.map(([name, value]) => [name, String(value ?? '')]);
  } catch {
    return null;
  }
}
