import {
  AttemptComparison,
  type BreakpointAnswer,
  type BreakpointRelease,
  DeliveryChanged,
  DeliveryDetail,
  type DeliveryId,
  DeliveryPage,
  type DeliveryPageQuery,
  type DeliverySelection,
  DeliverySelectionResult,
} from '@hooktap/protocol';
import type { Requests } from './requests.ts';

type Signal = AbortSignal | undefined;

/** The delivery log and the breakpoints. */
export interface DeliveryCalls {
  /** Newest first. */
  deliveries(query?: Partial<DeliveryPageQuery>, signal?: Signal): Promise<DeliveryPage>;
  delivery(id: DeliveryId, signal?: Signal): Promise<DeliveryDetail>;
  /** One more attempt, now. */
  retry(id: DeliveryId, signal?: Signal): Promise<DeliveryChanged>;
  /** Ends what is open; an attempt under way is aborted. */
  cancel(id: DeliveryId, signal?: Signal): Promise<DeliveryChanged>;
  /** Those that refuse are named in the answer and stop no other. */
  retryAll(selection: DeliverySelection, signal?: Signal): Promise<DeliverySelectionResult>;
  cancelAll(selection: DeliverySelection, signal?: Signal): Promise<DeliverySelectionResult>;
  /** An attempt's response beside that of the one before, or of the first. */
  compareAttempt(
    id: DeliveryId,
    number: number,
    earlier: 'previous' | 'first',
    signal?: Signal,
  ): Promise<AttemptComparison>;
  /** Lets a held delivery go, as it was or edited. */
  releaseBreakpoint(id: DeliveryId, release?: BreakpointRelease, signal?: Signal): Promise<DeliveryChanged>;
  /** Answers the waiting sender instead of the handler. */
  answerBreakpoint(id: DeliveryId, answer: BreakpointAnswer, signal?: Signal): Promise<DeliveryChanged>;
}

export const deliveryCalls = (requests: Requests): DeliveryCalls => {
  const change = (path: string, body: unknown, signal: Signal) =>
    requests.json(DeliveryChanged, path, { method: 'POST', body, signal });
  const each = (verb: 'retry' | 'cancel') => (selection: DeliverySelection, signal?: Signal) =>
    requests.json(DeliverySelectionResult, `/api/deliveries/${verb}`, {
      method: 'POST',
      body: selection,
      signal,
    });
  return {
    deliveries: (query = {}, signal) => requests.json(DeliveryPage, '/api/deliveries', { query, signal }),
    delivery: (id, signal) => requests.json(DeliveryDetail, `/api/deliveries/${id}`, { signal }),
    retry: (id, signal) => change(`/api/deliveries/${id}/retry`, undefined, signal),
    cancel: (id, signal) => change(`/api/deliveries/${id}/cancel`, undefined, signal),
    retryAll: each('retry'),
    cancelAll: each('cancel'),
    compareAttempt: (id, number, earlier, signal) =>
      requests.json(AttemptComparison, `/api/deliveries/${id}/attempts/${number}/compare`, {
        query: { with: earlier },
        signal,
      }),
    releaseBreakpoint: (id, release = {}, signal) =>
      change(`/api/breakpoints/${id}/release`, release, signal),
    answerBreakpoint: (id, answer, signal) => change(`/api/breakpoints/${id}/answer`, answer, signal),
  };
};
