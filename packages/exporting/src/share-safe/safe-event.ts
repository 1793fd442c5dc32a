import type { Sliced } from '@hooktap/core';
import { type AttemptOutcome, type BodyRef, headerValue, type RawHeaders } from '@hooktap/protocol';
import type { ExportedAttempt, ExportedEvent } from '../exported-event.ts';
import { safeAddress } from './safe-address.ts';
import { safeBody } from './safe-body.ts';
import { safeHeaders, safeUrl } from './safe-headers.ts';
import { safeQuery } from './safe-target.ts';
import type { StandIns } from './stand-ins.ts';
import { kindOf } from './value-kind.ts';

/** A copy to be shown to others; the stored event stays as it is. Its signature cannot verify any more. */
export function* safeEvent(
  { event, body, attempts }: ExportedEvent,
  standIns: StandIns,
): Sliced<ExportedEvent> {
  standIns.at('body');
  const bytes = yield* safeBody(body, event.body.contentType, standIns);
  const { verdict } = event.verification;
  standIns.at('target');
  const requestTarget = safeTarget(event.requestTarget, standIns);
  const url = safeEventUrl(event, requestTarget, standIns);
  standIns.at('header');
  const rawHeaders = mutable(safeHeaders(event.rawHeaders, bytes.length, standIns));
  const rawTrailers = mutable(safeHeaders(event.rawTrailers, bytes.length, standIns));
  standIns.at('event');
  const safe: ExportedEvent = {
    event: {
      ...event,
      url,
      requestTarget,
      path: requestTarget.split('?', 1)[0] ?? '',
      rawHeaders,
      rawTrailers,
      body: withTypeOf(event.body, rawHeaders),
      remoteAddress: safeAddress(event.remoteAddress, standIns, 'remoteAddress'),
      ...(event.clientAddress !== undefined && {
        clientAddress: safeAddress(event.clientAddress, standIns, 'clientAddress'),
      }),
      eventType: event.eventType && safeType(event.eventType, standIns),
      providerEventId:
        event.providerEventId && standIns.of('token', event.providerEventId, 'providerEventId'),
      subject: event.subject && standIns.of('text', event.subject, 'subject'),
      verification: { verdict },
      note: event.note && standIns.of('text', event.note, 'note'),
      tags: event.tags.map((tag) => standIns.of('text', tag, 'tag')),
    },
    body: bytes,
    attempts: [],
  };
  const safeAttempts: ExportedAttempt[] = [];
  for (const one of attempts) safeAttempts.push(yield* safeAttempt(one, standIns));
  return { ...safe, attempts: safeAttempts };
}

/** What the target has in common with the URL is counted once. */
function safeEventUrl(
  { url, requestTarget }: ExportedEvent['event'],
  safe: string,
  standIns: StandIns,
): string {
  if (url === requestTarget) return safe;
  if (!url.endsWith(requestTarget)) return safeUrl(url, standIns);
  return `${safeUrl(url.slice(0, url.length - requestTarget.length), standIns)}${safe}`;
}

function* safeAttempt(exported: ExportedAttempt, standIns: StandIns): Sliced<ExportedAttempt> {
  const { attempt, delivery, requestBody, responseBody } = exported;
  const { request, outcome } = attempt;
  standIns.at('attempt');
  const sent = yield* safeBody(requestBody, headerValue(request.rawHeaders, 'content-type'), standIns);
  const answer = outcome.kind === 'responded' ? outcome : outcome.partial;
  const got = yield* safeBody(responseBody, answer?.body.contentType, standIns);
  const sentHeaders = mutable(safeHeaders(request.rawHeaders, sent.length, standIns));
  return {
    delivery: { ...delivery, target: safeUrl(delivery.target, standIns) },
    attempt: {
      ...attempt,
      request: {
        ...request,
        url: safeUrl(request.url, standIns),
        rawHeaders: sentHeaders,
        body: withTypeOf(request.body, sentHeaders),
      },
      outcome: safeOutcome(outcome, got.length, standIns),
    },
    requestBody: sent,
    responseBody: got,
  };
}

function safeOutcome(outcome: AttemptOutcome, size: number, standIns: StandIns): AttemptOutcome {
  if (outcome.kind === 'responded') return safeAnswer(outcome, size, standIns);
  const { partial } = outcome;
  return {
    kind: 'failed',
    failure: outcome.failure,
    // It names hosts, and may quote what came.
    message: outcome.failure,
    ...(partial && { partial: safeAnswer(partial, size, standIns) }),
  };
}

function safeAnswer<A extends { rawHeaders: [string, string][]; body: BodyRef }>(
  answer: A,
  size: number,
  standIns: StandIns,
): A {
  const rawHeaders = mutable(safeHeaders(answer.rawHeaders, size, standIns));
  return { ...answer, rawHeaders, body: withTypeOf(answer.body, rawHeaders) };
}

/** Its type is what became of the header. */
function withTypeOf(body: BodyRef, headers: RawHeaders): BodyRef {
  const contentType = headerValue(headers, 'content-type');
  return contentType === undefined ? body : { ...body, contentType };
}

const mutable = (headers: ReturnType<typeof safeHeaders>): [string, string][] =>
  headers.map(([name, value]) => [name, value]);

const safeTarget = (target: string, standIns: StandIns): string =>
  target.startsWith('/') || target === '*' ? safeQuery(target, standIns) : safeUrl(target, standIns);

/** It was read from the body, by what a pack takes for the type. */
function safeType(eventType: string, standIns: StandIns): string {
  const kind = kindOf('type', eventType);
  return kind === null ? standIns.stays(eventType, 'eventType') : standIns.of(kind, eventType, 'eventType');
}
