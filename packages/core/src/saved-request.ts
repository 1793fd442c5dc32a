import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Event, ReplayRequest, SavedRequest, SaveRequest } from '@hooktap/protocol';
import { bytesOf } from './event-verification.ts';
import { saying, sayingAll } from './field-fault.ts';
import type { ImportableEvent } from './import-events.ts';
import type { Outcome, SavedRequestRefusal } from './inspection-port.ts';
import { editRequest } from './request-edit.ts';
import type { SavedRequestRecord } from './saved-request-shelf.ts';
import { refusals } from './say.ts';
import type { Store, StoredBody } from './store-port.ts';
import { describeBody } from './stored-body.ts';
import { parseTarget } from './target.ts';

/** A saved request's body has at most so many bytes. */
const largestBody = 5 * 1024 * 1024;
/** Written anew for whatever is sent. */
const framing = new Set(['content-length', 'transfer-encoding']);

type Refused = { readonly ok: false; readonly error: SavedRequestRefusal };
const refuse = (error: SavedRequestRefusal): Refused => ({ ok: false, error });

type Naming = Pick<SavedRequestRecord, 'id' | 'createdAt' | 'updatedAt'>;

/** The whole request that an event and an edit make, or why it cannot be kept. */
export async function recordOf(
  store: Store,
  request: SaveRequest,
  naming: Naming,
): Promise<Outcome<SavedRequestRecord, SavedRequestRefusal>> {
  const { name, eventId, edit, target, resign, break: broken } = request;
  const event = await store.event(eventId);
  if (!event) return refuse({ code: 'not-found', ...refusals.sentence('event-gone', { id: eventId }) });
  const refusal = refusalOf(event, request);
  if (refusal) return refusal;
  const captured = { ...event, body: await bytesOf(store, { of: 'event', eventId }) };
  const edited = editRequest(captured, edit ?? {});
  if (!edited.ok) {
    const { errors } = edited;
    return refuse({ code: 'edit-invalid', ...sayingAll(errors), errors });
  }
  const { method, requestTarget, rawHeaders, body } = edited.request;
  if (body.length > largestBody) {
    const most = String(largestBody / 2 ** 20);
    return refuse({ code: 'body-too-large', ...refusals.sentence('request-large', { most }) });
  }
  return {
    ok: true,
    value: {
      version: 1,
      ...naming,
      name,
      eventId,
      provider: event.provider,
      eventType: event.eventType,
      endpoint: event.endpoint,
      url: event.url,
      httpVersion: event.httpVersion,
      method,
      requestTarget,
      rawHeaders: rawHeaders
        .filter(([header]) => !framing.has(header.toLowerCase()))
        .map(([header, value]) => [header, value]),
      body: body.toString('base64'),
      ...(target !== undefined && { target }),
      ...(resign && { resign }),
      ...(broken && { break: broken }),
    },
  };
}

function refusalOf({ body }: Event, { edit, target }: SaveRequest): Refused | null {
  if (body.state !== 'complete' && edit?.body === undefined) {
    const message = `The body of this event is ${body.state}. Give the request a body of its own.`;
    return refuse({ code: 'body-incomplete', message });
  }
  const parsed = target === undefined ? null : parseTarget(target);
  if (!parsed || parsed.ok) return null;
  const wrong = saying(parsed);
  return refuse({ code: 'target-invalid', ...wrong, errors: [{ path: 'target', ...wrong }] });
}

export const bytesOfRecord = ({ body }: SavedRequestRecord): Buffer => Buffer.from(body, 'base64');

const bodies = new WeakMap<SavedRequestRecord, StoredBody>();

/** Size and hash of its bytes; a list of many large ones must not hash them all each time. */
function bodyOf(record: SavedRequestRecord): StoredBody {
  const known = bodies.get(record);
  if (known) return known;
  const bytes = bytesOfRecord(record);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // Of the bytes only what a preview is made of: the record has them all.
  const beginning = Buffer.from(bytes.subarray(0, 4096));
  const body: StoredBody = { size: bytes.length, sha256, content: { kind: 'inline', bytes: beginning } };
  bodies.set(record, body);
  return body;
}

/** As the API shows it. */
export function savedRequestOf(record: SavedRequestRecord, eventIsKept: boolean): SavedRequest {
  const {
    version: _version,
    endpoint: _endpoint,
    url: _url,
    httpVersion: _http,
    body: _body,
    ...rest
  } = record;
  return {
    ...rest,
    eventIsKept,
    body: describeBody(
      bodyOf(record),
      'complete',
      record.rawHeaders,
      `/api/saved-requests/${record.id}/body`,
    ),
  };
}

/** The replay of its event that sends just what is saved. */
export function replayOfRecord(record: SavedRequestRecord, target = record.target): ReplayRequest {
  const { method, requestTarget, rawHeaders, body, resign, break: broken } = record;
  return {
    edit: { method, requestTarget, headers: rawHeaders, body: { base64: body } },
    ...(target !== undefined && { target }),
    ...(resign && { resign }),
    ...(broken && { break: broken }),
  };
}

/** An event that is this request, as if it had come in now. */
export function eventOfRecord(record: SavedRequestRecord, now: number): ImportableEvent {
  const { name, url, method, requestTarget, httpVersion, rawHeaders, endpoint } = record;
  const bytes = bytesOfRecord(record);
  return {
    receivedAt: now,
    endpoint,
    url: urlOf(url, requestTarget),
    method,
    requestTarget,
    httpVersion,
    rawHeaders: bytes.length > 0 ? [...rawHeaders, ['Content-Length', String(bytes.length)]] : rawHeaders,
    rawTrailers: [],
    remoteAddress: '127.0.0.1',
    body: bytes,
    bodyState: 'complete',
    note: `Made from the saved request '${name}', whose event was deleted.`,
  };
}

/** The public URL of then with the path of now. */
function urlOf(url: string, requestTarget: string): string {
  const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? '';
  return requestTarget.startsWith('/') ? `${origin}${requestTarget}` : url;
}
