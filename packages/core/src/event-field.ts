import { createHash } from 'node:crypto';
import { headerValue, type RawHeaders } from '@hooktap/protocol';
import type { StoredBody } from './store-port.ts';

/** What of an event is looked at: a header, or a place in its JSON body. */
export type EventField =
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'body'; readonly steps: readonly string[] };

/** Reads `header.x-request-id` or `body.data.items[0].id`; null where it is neither. */
export function parseEventField(text: string): EventField | null {
  const header = /^header\.([!#$%&'*+\-.^_`|~0-9a-z]+)$/i.exec(text);
  if (header) return { kind: 'header', name: (header[1] ?? '').toLowerCase() };
  if (!/^body\.(?:"[^"]*"|\[\d+\]|[^.[\]"]+)(?:\.(?:"[^"]*"|[^.[\]"]+)|\[\d+\])*$/.test(text)) return null;
  const steps = [...text.slice('body.'.length).matchAll(/"([^"]*)"|\[(\d+)\]|([^.[\]"]+)/g)].map(
    ([, quoted, index, name]) => quoted ?? index ?? name ?? '',
  );
  return { kind: 'body', steps };
}

/** Longer values are kept as their digest: they are remembered of thousands of events, and written with each. */
const longestValue = 256;

/** What stands there as text; null where nothing does, or where the body is no JSON or lies on disk already. */
export function eventFieldValue(field: EventField, headers: RawHeaders, body: StoredBody): string | null {
  const value = wholeValue(field, headers, body);
  if (value === null || value.length <= longestValue) return value;
  return `sha256:${createHash('sha256').update(value).digest('hex')}`;
}

function wholeValue(field: EventField, headers: RawHeaders, body: StoredBody): string | null {
  if (field.kind === 'header') return headerValue(headers, field.name) ?? null;
  if (body.content.kind !== 'inline') return null;
  let at: unknown;
  try {
    at = JSON.parse(body.content.bytes.toString('utf8'));
  } catch {
    return null;
  }
  for (const step of field.steps) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return null;
    at = (at as Record<string, unknown>)[step];
  }
  return at === null || at === undefined || typeof at === 'object' ? null : String(at);
}
