/** One event about a message: its step, in the provider's words, and when. */
export interface LifecycleEvent {
  readonly id: string;
  readonly status: string;
  /** By the provider's clock where it has one, else by arrival; milliseconds since 1970. */
  readonly at: number;
}

/** The steps that every provider's words come down to. */
export type LifecycleStep = 'queued' | 'sent' | 'delivered' | 'read' | 'failed';

/** What is worth pointing out; `eventId` is the event that shows it. */
export type LifecycleRemark =
  | { readonly kind: 'gap'; readonly eventId: string; readonly missing: readonly LifecycleStep[] }
  | { readonly kind: 'duplicate'; readonly eventId: string; readonly step: LifecycleStep }
  | {
      readonly kind: 'out-of-order';
      readonly eventId: string;
      readonly step: LifecycleStep;
      readonly after: LifecycleStep;
    }
  | { readonly kind: 'after-failure'; readonly eventId: string; readonly step: LifecycleStep };

export interface Lifecycle {
  /** The furthest step so far; null where no event is about delivery. */
  readonly reached: LifecycleStep | null;
  readonly remarks: readonly LifecycleRemark[];
}

const order: readonly LifecycleStep[] = ['queued', 'sent', 'delivered', 'read'];

const words: ReadonlyMap<string, LifecycleStep> = new Map([
  ['queued', 'queued'],
  ['accepted', 'queued'],
  ['sending', 'queued'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['played', 'read'],
  ['failed', 'failed'],
  ['undelivered', 'failed'],
]);

/** The step that a provider's word stands for; undefined for words about something else (`received`). */
export const lifecycleStep = (status: string): LifecycleStep | undefined => words.get(status.toLowerCase());

/**
 * What became of one message, from its events in the order of arrival. A missing `queued` is no gap: most
 * providers have none. Reading implies delivery, so a step that was jumped over is a gap until it comes late.
 */
export function messageLifecycle(events: readonly LifecycleEvent[]): Lifecycle {
  const seen = new Map<LifecycleStep, string>();
  const remarks: LifecycleRemark[] = [];
  let furthest: LifecycleStep | null = null;
  for (const { id, status } of events) {
    const step = lifecycleStep(status);
    if (step === undefined) continue;
    if (seen.has(step)) remarks.push({ kind: 'duplicate', eventId: id, step });
    else if (seen.has('failed')) remarks.push({ kind: 'after-failure', eventId: id, step });
    else if (furthest && order.indexOf(step) >= 0 && order.indexOf(step) < order.indexOf(furthest)) {
      remarks.push({ kind: 'out-of-order', eventId: id, step, after: furthest });
    }
    if (!seen.has(step)) seen.set(step, id);
    if (step !== 'failed' && order.indexOf(step) > order.indexOf(furthest ?? 'queued')) furthest = step;
    furthest ??= step === 'failed' ? null : step;
  }
  const reached = seen.has('failed') ? 'failed' : furthest;
  return { reached, remarks: [...remarks, ...gaps(seen, furthest)] };
}

function gaps(seen: ReadonlyMap<LifecycleStep, string>, furthest: LifecycleStep | null): LifecycleRemark[] {
  if (furthest === null) return [];
  const missing = order.slice(1, order.indexOf(furthest)).filter((step) => !seen.has(step));
  return missing.length > 0 ? [{ kind: 'gap', eventId: seen.get(furthest) ?? '', missing }] : [];
}
