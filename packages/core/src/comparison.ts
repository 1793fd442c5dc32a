import type { Attempt, AttemptComparison, AttemptOutcome, DeliveryId, RawHeaders } from '@hooktap/protocol';
import { handlerMs } from './handler-time.ts';

/** An attempt and whose it is. */
export interface ComparedAttempt {
  readonly deliveryId: DeliveryId;
  readonly attempt: Attempt;
}

/**
 * What the handler answers now beside what it answered before. Header names are compared without case, their values
 * in order and with duplicates; of a failed attempt what had come in counts. Without an earlier attempt the status
 * before is `none` and everything that came is new.
 */
export function compareAttempts(before: ComparedAttempt | null, after: ComparedAttempt): AttemptComparison {
  const [old, now] = [before && responseOf(before.attempt.outcome), responseOf(after.attempt.outcome)];
  return {
    before: before && nameOf(before),
    after: nameOf(after),
    status: { before: old?.status ?? 'none', after: now.status },
    tookMs: { before: before ? handlerMs(before.attempt.timing) : 0, after: handlerMs(after.attempt.timing) },
    headers: headerChanges(old?.rawHeaders ?? [], now.rawHeaders),
    body: (old?.content ?? '') === now.content ? 'same' : 'different',
  };
}

const nameOf = ({ deliveryId, attempt }: ComparedAttempt) => ({ deliveryId, number: attempt.number });

function responseOf(outcome: AttemptOutcome) {
  const response = outcome.kind === 'responded' ? outcome : outcome.partial;
  return {
    status: outcome.kind === 'responded' ? String(outcome.statusCode) : outcome.failure,
    rawHeaders: response?.rawHeaders ?? [],
    /** Its hash; nothing and an empty body are the same. */
    content: response && response.body.size > 0 ? response.body.sha256 : '',
  };
}

/** In the order in which the names first occur, those that are new last. */
function headerChanges(before: RawHeaders, after: RawHeaders): AttemptComparison['headers'] {
  const [old, now] = [valuesByName(before), valuesByName(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ name, before: old.get(name) ?? [], after: now.get(name) ?? [] }))
    .filter((change) => !sameList(change.before, change.after));
}

function valuesByName(headers: RawHeaders): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const known = values.get(name.toLowerCase());
    if (known) known.push(value);
    else values.set(name.toLowerCase(), [value]);
  }
  return values;
}

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value, index) => value === b[index]);
