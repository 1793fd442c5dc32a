import type { Attempt, AttemptCause, AttemptOutcome, Delivery } from '@hooktap/protocol';
import { toInstant } from './clock.ts';
import type { DeliveryRequest } from './deliver.ts';
import { saying } from './field-fault.ts';
import type { ForwardedResponse, ForwardOutcome, ForwardResult } from './forwarder-port.ts';
import type { StoredBody } from './store-port.ts';
import { describeBody } from './stored-body.ts';
import { targetHost } from './target.ts';

/** An attempt that is over, with all that is known of it. */
export interface FinishedAttempt {
  readonly delivery: Delivery;
  readonly request: DeliveryRequest;
  readonly cause: AttemptCause;
  /** Milliseconds that it waited for its turn. */
  readonly queuedMs: number;
  readonly number: number;
  readonly startedAt: number;
  readonly requestTarget: string;
  readonly result: ForwardResult;
}

/** As it is recorded. */
export function describeAttempt(finished: FinishedAttempt): Attempt {
  const { delivery, request, cause, queuedMs, number, startedAt, requestTarget, result } = finished;
  const href = `/api/deliveries/${delivery.id}/attempts/${number}`;
  const sent: StoredBody = { size: request.body.size, sha256: request.sha256, content: { kind: 'blob' } };
  const origin = `${request.target.protocol}//${targetHost(request.target)}`;
  return {
    number,
    cause,
    startedAt: toInstant(startedAt),
    request: {
      method: request.method,
      url: requestTarget.startsWith('/') ? `${origin}${requestTarget}` : `${origin} ${requestTarget}`,
      rawHeaders: result.sentHeaders.map(([name, value]) => [name, value]),
      body: describeBody(sent, 'complete', result.sentHeaders, `${href}/request/body`),
    },
    timing: {
      ...result.timing,
      queueMs: result.timing.queueMs + queuedMs,
      totalMs: result.timing.totalMs + queuedMs,
    },
    outcome: describeOutcome(result.outcome, `${href}/response/body`),
  };
}

function describeOutcome(outcome: ForwardOutcome, href: string): AttemptOutcome {
  if (outcome.kind === 'responded') {
    return { kind: 'responded', ...describeResponse(outcome.response, href) };
  }
  const { kind, partial } = outcome;
  const failed = { kind, failure: outcome.failure, ...saying(outcome) };
  return { ...failed, ...(partial && { partial: describeResponse(partial, href) }) };
}

const describeResponse = ({ statusCode, rawHeaders, body, bodyState }: ForwardedResponse, href: string) => ({
  statusCode,
  rawHeaders: rawHeaders.map(([name, value]): [string, string] => [name, value]),
  body: describeBody(body, bodyState, rawHeaders, href),
});
