import type { BatchResult, BatchSkip, EventId } from '@hooktap/protocol';

/** So many reasons of skipped events are told apart. */
const mostReasons = 20;
const otherReasons = { reason: 'Other reasons.', code: 'other-reasons' };

/** What became of one event of a batch. */
export type BatchedReplay =
  | {
      readonly kind: 'settled';
      readonly status: 'succeeded' | 'failed' | 'cancelled';
      /** A status code, a failure kind, or `none`: the event's last outcome before. */
      readonly before: string;
      /** The outcome of the replay, in the same words. */
      readonly after: string;
    }
  | { readonly kind: 'skipped'; readonly reason: string; readonly code?: string | undefined };

/** The counts of a batch. */
export class BatchTally {
  #succeeded = 0;
  #failed = 0;
  #skipped = 0;
  readonly #skips = new Map<string, BatchSkip>();
  readonly #results = new Map<string, BatchResult>();

  /** Goes on with counts that were kept. */
  static of(counts: {
    readonly succeeded: number;
    readonly failed: number;
    readonly skipped: number;
    readonly skips?: readonly BatchSkip[] | undefined;
    readonly results: readonly BatchResult[];
  }): BatchTally {
    const tally = new BatchTally();
    tally.#succeeded = counts.succeeded;
    tally.#failed = counts.failed;
    tally.#skipped = counts.skipped;
    for (const skip of counts.skips ?? []) tally.#skips.set(skip.reason, { ...skip });
    for (const result of counts.results) tally.#results.set(key(result), { ...result });
    return tally;
  }

  get done(): number {
    return this.#succeeded + this.#failed + this.#skipped;
  }

  /** What was cancelled by a person did not succeed. */
  add(eventId: EventId, replay: BatchedReplay): void {
    if (replay.kind === 'skipped') {
      this.#skipped += 1;
      this.#skip(eventId, replay);
      return;
    }
    if (replay.status === 'succeeded') this.#succeeded += 1;
    else this.#failed += 1;
    const { before, after } = replay;
    const known = this.#results.get(key({ before, after }));
    this.#results.set(key({ before, after }), { before, after, count: (known?.count ?? 0) + 1 });
  }

  #skip(eventId: EventId, skipped: Pick<BatchSkip, 'reason' | 'code'>): void {
    const isApart = this.#skips.has(skipped.reason) || this.#skips.size < mostReasons;
    const { reason, code } = isApart ? skipped : otherReasons;
    const known = this.#skips.get(reason);
    this.#skips.set(reason, {
      reason,
      ...(code !== undefined && { code }),
      count: (known?.count ?? 0) + 1,
      eventId: known?.eventId ?? eventId,
    });
  }

  /** As a batch carries them, the most frequent result first. */
  counts() {
    return {
      done: this.done,
      succeeded: this.#succeeded,
      failed: this.#failed,
      skipped: this.#skipped,
      ...(this.#skips.size > 0 && { skips: [...this.#skips.values()].sort((a, b) => b.count - a.count) }),
      results: [...this.#results.values()].sort((a, b) => b.count - a.count),
    };
  }
}

const key = ({ before, after }: { before: string; after: string }) => `${before} ${after}`;
