import { handlerMs } from '@hooktap/core';
import type { Attempt, DeliverySummary, Endpoint, EventListItem } from '@hooktap/protocol';
import { fittedRow, piece, widthOf } from './fitted-row.ts';
import { arrivalTrouble, deliveryTrouble } from './line-trouble.ts';
import type { Paint } from './paint.ts';
import { clipped, printable } from './printable.ts';

const methodWidth = 8;
const pathWidth = 36;
/** Beside it, why it failed still has room on a wide terminal. */
const widestPath = 46;
const longestPath = 120;
const longestType = 60;
/** Of a line without its path, with the id and without it. */
const besidePath = 67;
const besidePathAlone = 35;
/** A shorter wait goes without saying. */
const toldWaitMs = 1000;

const marks = { arrival: '', replay: '\u21bb ', later: '\u21b3 ' };

/** What one line tells: of an arrival, of what came of it later, or of a replay. */
export interface LineFacts {
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  /** The provider's own name for it, where it is known. */
  readonly eventType: string | null;
  readonly statusCode: number | null;
  /** The handler alone. */
  readonly tookMs: number | null;
  /** What it waited or was held before. */
  readonly waitedMs: number | null;
  readonly id: string;
  /** Why it did not go well, where it did not. */
  readonly trouble: string | null;
  /** What went well since, where the code tells of a failure. */
  readonly since?: string | null;
  readonly of: 'arrival' | 'later' | 'replay';
}

/**
 * `14:02:11  POST     /webhooks/zavu (message.read)   200   12 ms  evt_…  why it failed`. On a terminal of so many
 * columns the path is fitted, and what has no room goes below.
 */
export function eventLine(facts: LineFacts, paint: Paint, columns: number | null = null): string {
  const { at, method, statusCode, tookMs, waitedMs, id, trouble, since = null, of } = facts;
  const code = statusCode === null ? '---' : String(statusCode);
  const tail = [
    piece(id),
    ...(waitedMs !== null && waitedMs >= toldWaitMs ? [piece(`waited ${duration(waitedMs)}`, 'dim')] : []),
    ...(trouble === null ? [] : [piece(printable(trouble), 'red')]),
    ...(since === null ? [] : [piece(since, 'green')]),
  ];
  const width = aboutWidth(columns);
  const about = aboutOf(facts, columns === null ? null : width);
  const whole = aboutOf(facts, null);
  // On a wide terminal a path may take what the rest of the row leaves: that row stands out of line, but says all.
  const spare = columns === null || width < widestPath ? 0 : columns - besidePathAlone - widthOf(tail);
  return fittedRow(
    [
      piece(clockTime(at), 'dim'),
      piece(clipped(`${marks[of]}${printable(method)}`, methodWidth).padEnd(methodWidth)),
      piece((whole.length <= spare ? whole : about).padEnd(width)),
      piece(code.padStart(3), colourOf(statusCode)),
      piece(duration(tookMs).padStart(8), 'dim'),
    ],
    tail,
    { paint, columns },
  );
}

/** What stands in the columns of `eventLine`. */
export const eventHeading = (paint: Paint, columns: number): string =>
  fittedRow(
    [
      piece('time    ', 'dim'),
      piece('method'.padEnd(methodWidth), 'dim'),
      piece('path'.padEnd(aboutWidth(columns) - 1), 'dim'),
      piece('code', 'dim'),
      piece('took'.padStart(8), 'dim'),
    ],
    [piece('event', 'dim')],
    { paint, columns },
  );

function aboutWidth(columns: number | null): number {
  if (columns === null) return pathWidth;
  const room = columns - besidePath;
  return room >= pathWidth ? Math.min(room, widestPath) : Math.max(columns - besidePathAlone, 16);
}

/** Path and event type. Where both have no room, the path gives way first: the type says more. */
function aboutOf({ path, eventType }: LineFacts, width: number | null): string {
  const whole = clipped(printable(path), longestPath);
  if (eventType === null) return width === null ? whole : clipped(whole, width);
  const type = ` (${clipped(printable(eventType), longestType)})`;
  if (width === null) return `${whole}${type}`;
  return clipped(`${clipped(whole, Math.max(width - type.length, Math.floor(width / 3)))}${type}`, width);
}

export const clockTime = (at: Date): string =>
  [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');

/** `12 ms`, or nothing where it is not known. */
export function duration(ms: number | null): string {
  if (ms === null) return '';
  return ms < 9999.5 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function colourOf(statusCode: number | null): 'green' | 'yellow' | 'red' {
  if (statusCode === null || statusCode >= 500) return 'red';
  return statusCode < 300 ? 'green' : 'yellow';
}

/** Of an arrival, once it is answered and its first delivery is settled or waits. */
export function arrivalFacts(
  event: EventListItem,
  attempt: Attempt | undefined,
  endpoint: Endpoint | null = null,
): LineFacts {
  return {
    at: new Date(event.receivedAt),
    method: event.method,
    path: event.path,
    eventType: event.eventType,
    statusCode: event.reply?.statusCode ?? null,
    tookMs: event.delivery?.tookMs ?? null,
    waitedMs: attempt?.timing.queueMs ?? null,
    id: event.id,
    trouble: arrivalTrouble(event, attempt, endpoint),
    of: 'arrival',
  };
}

/** Of a replay, or of an arrival that had to wait, once its delivery is settled; the code is the handler's. */
export function settledFacts(
  event: EventListItem,
  delivery: DeliverySummary,
  attempt: Attempt | undefined,
  of: 'later' | 'replay',
): LineFacts {
  const outcome = delivery.status === 'cancelled' ? undefined : attempt?.outcome;
  return {
    at: new Date(attempt?.startedAt ?? delivery.createdAt),
    method: attempt?.request.method ?? event.method,
    path: event.path,
    eventType: event.eventType,
    statusCode: outcome?.kind === 'responded' ? outcome.statusCode : null,
    tookMs: attempt ? handlerMs(attempt.timing) : null,
    waitedMs: attempt?.timing.queueMs ?? null,
    id: event.id,
    trouble: deliveryTrouble(delivery, attempt),
    of,
  };
}
