import { Buffer } from 'node:buffer';
import type { ProviderReading, ProviderRequest } from '@hooktap/core';
import type { ProviderPack } from './pack.ts';
import type { ReadableRequest } from './reading.ts';
import { isForm } from './request-content.ts';
import { topLevelFields } from './top-level-fields.ts';

/** Above it a body is not parsed: its plain top-level fields must do. */
const parsedBytes = 1024 * 1024;
/** Of those that are not. */
const lookedBytes = 128 * 1024;

export const emptyReading: ProviderReading = {
  eventType: null,
  providerEventId: null,
  subject: null,
  threadKeys: [],
  status: null,
  providerTime: null,
};

export function describeRequest(pack: ProviderPack, request: ProviderRequest): ProviderReading {
  const reading = pack.read(readable(request));
  const time = reading.providerTimeMs;
  return {
    eventType: clean(reading.eventType, 200),
    providerEventId: clean(reading.providerEventId, 200),
    subject: clean(reading.subject, 256),
    threadKeys: [...new Set(reading.threadKeys ?? [])]
      .slice(0, 100)
      .flatMap((key) => clean(`${pack.name}:${key}`, 300) ?? []),
    status: clean(reading.status, 100),
    providerTime:
      time !== undefined && Number.isFinite(time) && Math.abs(time) <= 8.64e15
        ? new Date(time).toISOString()
        : null,
  };
}

/** Nothing is parsed before it is asked for. */
export function readable(request: ProviderRequest): ReadableRequest {
  const headers = new Map<string, string>();
  for (const [name, value] of request.rawHeaders) {
    const lower = name.toLowerCase();
    if (!headers.has(lower)) headers.set(lower, value);
  }
  let json: { readonly value: unknown } | undefined;
  let query: URLSearchParams | undefined;
  let form: { readonly value: URLSearchParams | undefined } | undefined;
  return {
    method: request.method,
    path: request.path,
    get query() {
      query ??= new URLSearchParams(request.requestTarget.slice(request.path.length + 1));
      return query;
    },
    header: (name) => headers.get(name),
    get json() {
      json ??= { value: parseJson(request) };
      return json.value;
    },
    get form() {
      form ??= {
        value:
          isForm(request) && request.body.length <= parsedBytes
            ? new URLSearchParams(request.body.toString('utf8'))
            : undefined,
      };
      return form.value;
    },
  };
}

function parseJson({ body }: ProviderRequest): unknown {
  if (body.length > parsedBytes) {
    const plain = [...topLevelFields(body.subarray(0, lookedBytes))].filter(
      ([, value]) => value !== '{' && value !== '[',
    );
    return Object.fromEntries(
      plain.map(([name, value]) => [name, Buffer.from(value, 'latin1').toString('utf8')]),
    );
  }
  try {
    const text = body.toString('utf8');
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

/** One line without control and direction characters, cut; null where nothing is left. */
function clean(text: string | undefined, length: number): string | null {
  if (text === undefined) return null;
  if (text.length <= length && /^[!-~](?:[ -~]*[!-~])?$/.test(text)) return copyOf(text);
  const line = text
    .slice(0, length * 4)
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f]+/gu, ' ')
    .trim();
  const characters = [...line];
  const cut = characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : line;
  return cut === '' ? null : copyOf(cut);
}

/** A piece of a text keeps the whole of it in memory, and event ids are remembered by the thousand. */
const copyOf = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
