import type { Attempt, DeliveryDigest, DeliverySummary, Endpoint, EventListItem } from '@hooktap/protocol';

/** Why an arrival did not go well; null where it did. */
export const arrivalTrouble = (
  event: EventListItem,
  attempt: Attempt | undefined,
  endpoint: Endpoint | null,
): string | null =>
  replyTrouble(event) ??
  keptBack(event, endpoint) ??
  waitTrouble(event) ??
  (attempt ? withSignature(event, attempt) : null);

/** Why a delivery that is settled did not go well. */
export function deliveryTrouble({ status }: DeliverySummary, attempt: Attempt | undefined): string | null {
  if (status === 'cancelled' || (!attempt && status !== 'succeeded')) return status;
  return attempt ? attemptTrouble(attempt) : null;
}

const replySentences: Partial<Record<string, string>> = {
  blocked: 'blocked: a scanner’s path, or one that --only leaves out; not delivered',
  'too-large': 'body above --max-body, not delivered',
  'sender-gone': 'the sender left before its answer',
  busy: 'busy: too many requests wait for the handler',
  'store-unavailable': 'could not be stored, not delivered',
};

/** What kept it from the handler; the handler's own failures are the attempt's. */
function replyTrouble({ reply, body, verification }: EventListItem): string | null {
  if (body.state === 'aborted') return 'the sender broke off';
  if (reply?.source === 'enforced') {
    return `refused before the handler (enforce). ${verification.reason ?? 'Its signature is not valid.'}`;
  }
  return (reply && replySentences[reply.source]) ?? null;
}

/** Why an event that is acknowledged never gets to the handler, where somebody may wonder. */
function keptBack({ delivery, duplicateOf, reply }: EventListItem, endpoint: Endpoint | null): string | null {
  if (delivery !== null || reply === null || reply.statusCode >= 400) return null;
  if (duplicateOf !== undefined) return `a duplicate of ${duplicateOf}: not delivered again`;
  const isFiltered = endpoint?.config.filter !== undefined && endpoint.targets.length > 0;
  return isFiltered ? `not delivered: the filter of '${endpoint.name}' does not find it` : null;
}

/** Why the handler does not have it yet. */
function waitTrouble({ delivery }: EventListItem): string | null {
  if (delivery?.status === 'held') return 'held: the handler does not have it yet';
  if (delivery?.status !== 'retrying') return null;
  return `${digestTrouble(delivery) ?? 'no answer yet'}: it is tried again by itself`;
}

/** What the digest of a delivery says of its last attempt. */
export function digestTrouble({ lastFailure, lastStatusCode }: DeliveryDigest): string | null {
  if (lastFailure !== undefined) return lastFailure;
  return lastStatusCode === undefined ? null : answerTrouble(lastStatusCode);
}

function attemptTrouble({ outcome }: Attempt): string | null {
  if (outcome.kind === 'failed') return outcome.message;
  return answerTrouble(outcome.statusCode);
}

/** A handler that refuses what is signed wrong does as it should: the reason is told elsewhere. */
function withSignature({ verification }: EventListItem, attempt: Attempt): string | null {
  const trouble = attemptTrouble(attempt);
  const { outcome } = attempt;
  const isRefused = outcome.kind === 'responded' && [400, 401, 403].includes(outcome.statusCode);
  return isRefused && verification.verdict === 'invalid'
    ? `${trouble}; its signature is invalid: hooktap verify says why`
    : trouble;
}

const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** Only a 2xx succeeds; that a redirect does not, surprises. */
function answerTrouble(statusCode: number): string | null {
  if (statusCode < 300) return null;
  const answered = `the handler answered ${statusCode}`;
  return redirects.includes(statusCode) ? `${answered}: redirects are not followed` : answered;
}
