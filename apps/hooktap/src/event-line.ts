import type { Attempt, DeliverySummary, EventListItem } from '@hooktap/protocol';
import type { Paint } from './paint.ts';
import { clipped, printable } from './printable.ts';

const pathWidth = 36;
const longestPath = 120;

/** What one line tells, of an arrival or of a replay. */
export interface LineFacts {
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  readonly statusCode: number | null;
  readonly tookMs: number | null;
  readonly id: string;
  /** Why it did not go well, where it did not. */
  readonly trouble: string | null;
  readonly replay: boolean;
}

/** `14:02:11  POST    /webhooks/zavu   200   12 ms  evt_…  why it failed` */
export function eventLine(facts: LineFacts, paint: Paint): string {
  const { at, method, path, statusCode, tookMs, id, trouble, replay } = facts;
  const code = statusCode === null ? '---' : String(statusCode);
  return [
    paint('dim', clockTime(at)),
    (replay ? `\u21bb ${printable(method)}` : printable(method)).padEnd(7),
    clipped(printable(path), longestPath).padEnd(pathWidth),
    paint(colourOf(statusCode), code.padStart(3)),
    paint('dim', duration(tookMs).padStart(8)),
    id,
    ...(trouble === null ? [] : [paint('red', printable(trouble))]),
  ].join('  ');
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
  return statusCode < 400 ? 'green' : 'yellow';
}

/** Of an arrival, once its reply and its first delivery are settled. */
export function arrivalFacts(event: EventListItem, attempt: Attempt | undefined): LineFacts {
  return {
    at: new Date(event.receivedAt),
    method: event.method,
    path: event.path,
    statusCode: event.reply?.statusCode ?? null,
    tookMs: event.delivery?.tookMs ?? null,
    id: event.id,
    trouble: replyTrouble(event) ?? (attempt ? attemptTrouble(attempt) : null),
    replay: false,
  };
}

/** Of a replay, once it is settled. */
export function replayFacts(event: EventListItem, delivery: DeliverySummary, attempt?: Attempt): LineFacts {
  const outcome = attempt?.outcome;
  return {
    at: new Date(attempt?.startedAt ?? delivery.createdAt),
    method: attempt?.request.method ?? event.method,
    path: event.path,
    statusCode: outcome?.kind === 'responded' ? outcome.statusCode : null,
    tookMs: attempt?.timing.totalMs ?? null,
    id: event.id,
    trouble: attempt ? attemptTrouble(attempt) : delivery.status === 'succeeded' ? null : delivery.status,
    replay: true,
  };
}

const replySentences: Partial<Record<string, string>> = {
  blocked: 'blocked: a scanner’s path, not delivered',
  'too-large': 'body above --max-body, not delivered',
  'sender-gone': 'the sender left before its answer',
  busy: 'busy: too many requests wait for the handler',
  'store-unavailable': 'could not be stored, not delivered',
};

/** What kept it from the handler; the handler's own failures are the attempt's. */
function replyTrouble({ reply, body }: EventListItem): string | null {
  if (body.state === 'aborted') return 'the sender broke off';
  return (reply && replySentences[reply.source]) ?? null;
}

function attemptTrouble({ outcome }: Attempt): string | null {
  if (outcome.kind === 'failed') return outcome.message;
  return outcome.statusCode >= 400 ? `the handler answered ${outcome.statusCode}` : null;
}
