import { isUtf8 } from 'node:buffer';
import { headerValue, type RawHeaders, type Timing } from '@hooktap/protocol';
import type { ExportedAttempt, ExportedEvent } from './exported-event.ts';

/** What goes before and after the entries of a HAR 1.2 file (http://www.softwareishard.com/blog/har-12-spec/). */
export const harFrame = (
  version: string,
  comment: string,
): { readonly begin: string; readonly end: string } => ({
  begin: `{"log":{"version":"1.2","creator":{"name":"Hooktap","version":${JSON.stringify(version)}},"comment":${JSON.stringify(comment)},"entries":[`,
  end: ']}}',
});

/**
 * The request as it arrived with what its sender got, then one entry for each attempt. `_hooktap` tells them apart.
 * Bodies that are no text are base64: `content.encoding`, and `_encoding` in `postData`, where HAR 1.2 has no field.
 */
export function* harEntries({ event, body, attempts }: ExportedEvent): Generator<unknown> {
  const { reply } = event;
  yield {
    startedDateTime: event.receivedAt,
    time: reply ? Math.max(0, Date.parse(reply.sentAt) - Date.parse(event.receivedAt)) : 0,
    request: harRequest({
      method: event.method,
      url: event.url,
      httpVersion: `HTTP/${event.httpVersion}`,
      rawHeaders: event.rawHeaders,
      body,
    }),
    response: harResponse(reply?.statusCode ?? 0, [], null),
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    serverIPAddress: '',
    comment: `${event.id}, as it arrived`,
    _hooktap: {
      kind: 'arrival',
      eventId: event.id,
      endpoint: event.endpoint,
      requestTarget: event.requestTarget,
      remoteAddress: event.remoteAddress,
      bodyState: event.body.state,
      reply,
    },
  };
  for (const attempt of attempts) yield attemptEntry(event.id, attempt);
}

function attemptEntry(eventId: string, { delivery, attempt, requestBody, responseBody }: ExportedAttempt) {
  const { outcome, request, timing } = attempt;
  const answer = outcome.kind === 'responded' ? outcome : outcome.partial;
  return {
    startedDateTime: attempt.startedAt,
    time: timing.totalMs,
    request: harRequest({ ...request, httpVersion: 'HTTP/1.1', body: requestBody }),
    response: harResponse(answer?.statusCode ?? 0, answer?.rawHeaders ?? [], responseBody),
    cache: {},
    timings: harTimings(timing),
    comment: `${eventId}, attempt ${attempt.number} of ${delivery.id}`,
    _hooktap: {
      kind: 'attempt',
      eventId,
      deliveryId: delivery.id,
      number: attempt.number,
      ...(outcome.kind === 'failed' && { failure: outcome.failure, message: outcome.message }),
    },
  };
}

/** -1: does not apply. The name's look-up is in `connect`. */
const harTimings = ({ queueMs, connectMs, sendMs, waitMs, receiveMs }: Timing) => ({
  blocked: queueMs,
  dns: -1,
  connect: connectMs,
  ssl: -1,
  send: sendMs,
  wait: waitMs,
  receive: receiveMs,
});

function harRequest(request: {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  readonly rawHeaders: RawHeaders;
  readonly body: Buffer;
}) {
  const { method, url, httpVersion, rawHeaders, body } = request;
  const content = encoded(body);
  return {
    method,
    url,
    httpVersion,
    cookies: [],
    headers: harHeaders(rawHeaders),
    queryString: queryOf(url),
    headersSize: -1,
    bodySize: body.length,
    ...(body.length > 0 && {
      postData: {
        mimeType: headerValue(rawHeaders, 'content-type') ?? 'application/octet-stream',
        text: content.text,
        ...(content.encoding && { _encoding: content.encoding }),
      },
    }),
  };
}

function harResponse(status: number, rawHeaders: RawHeaders, body: Buffer | null) {
  return {
    status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: harHeaders(rawHeaders),
    content: {
      size: body?.length ?? 0,
      mimeType: headerValue(rawHeaders, 'content-type') ?? '',
      ...(body && body.length > 0 && encoded(body)),
    },
    redirectURL: '',
    headersSize: -1,
    bodySize: body?.length ?? -1,
  };
}

const encoded = (body: Buffer): { text: string; encoding?: 'base64' } =>
  isUtf8(body) ? { text: body.toString('utf8') } : { text: body.toString('base64'), encoding: 'base64' };

const harHeaders = (headers: RawHeaders) => headers.map(([name, value]) => ({ name, value }));

function queryOf(url: string): { name: string; value: string }[] {
  const mark = url.indexOf('?');
  if (mark === -1) return [];
  return [...new URLSearchParams(url.slice(mark + 1))].map(([name, value]) => ({ name, value }));
}
