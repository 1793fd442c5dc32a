import { type Check, checkOf, type Verdict } from './check.ts';
import { EventEvidence } from './event-evidence.ts';
import { eventCheck, fitsChoice, fitsNumber, timeTest } from './event-matcher.ts';
import type { Query, Term } from './query.ts';
import { textTest } from './text-match.ts';
import type { DeliveryHead, DeliveryView, Need } from './views.ts';

export interface DeliveryMatcher {
  /** From the delivery alone. `unsure`: only `matches` can tell. */
  judge(head: DeliveryHead): Verdict;
  matches(view: DeliveryView): boolean;
  /** What of a view `matches` may ask for. */
  readonly needs: ReadonlySet<Need>;
}

interface DeliveryEvidence extends DeliveryHead {
  event(): EventEvidence | null;
}

type DeliveryCheck = Check<DeliveryHead, DeliveryEvidence>;

/** For a query that was parsed with the subject `delivery`. */
export function deliveryMatcher(query: Query, options: { readonly now?: number } = {}): DeliveryMatcher {
  const { now = Date.now() } = options;
  const check = checkOf<DeliveryHead, DeliveryEvidence>(query, (term) => deliveryCheck(term, now));
  return {
    needs: check.needs,
    judge: (head) => check.judge(head),
    matches: (view) => {
      const verdict = check.judge(view);
      return verdict === 'unsure' ? check.matches(evidenceOf(view)) : verdict === 'yes';
    },
  };
}

function evidenceOf(view: DeliveryView): DeliveryEvidence {
  let event: EventEvidence | null | undefined;
  return {
    delivery: view.delivery,
    digest: view.digest,
    event: () => {
      if (event === undefined) {
        const found = view.event();
        event = found && new EventEvidence(found);
      }
      return event;
    },
  };
}

/** What a delivery has of its own is asked of it, everything else of its event. */
function deliveryCheck(term: Term, now: number): DeliveryCheck {
  switch (term.kind) {
    case 'text':
      return textCheck(term, now);
    case 'choice':
      if (term.field === 'status') return onHead(({ digest }) => fitsChoice(digest.status, term.value));
      if (term.field === 'failure') return onHead(({ digest }) => fitsChoice(digest.lastFailure, term.value));
      if (term.field === 'cause') return onHead(({ delivery }) => fitsChoice(delivery.cause, term.value));
      return onEvent(term, now);
    case 'number':
      if (term.field === 'size') return onEvent(term, now);
      return onHead(({ digest }) => fitsNumber(numberOf(digest, term.field), term.test));
    case 'time':
      return onHead(timeTest(term, now, ({ delivery }: DeliveryHead) => delivery.createdAt));
    default:
      return onEvent(term, now);
  }
}

function textCheck(term: Term & { kind: 'text' }, now: number): DeliveryCheck {
  const test = textTest(term.pattern);
  if (term.field === 'endpoint') return onHead(({ delivery }) => test(delivery.endpoint));
  if (term.field === 'target') return onHead(({ delivery }) => test(delivery.target));
  if (term.field === 'id') {
    const own = ({ delivery }: DeliveryHead) => test(delivery.id) || test(delivery.eventId);
    const ofEvent = onEvent(term, now);
    return {
      needs: ofEvent.needs,
      judge: (head) => (own(head) ? 'yes' : 'unsure'),
      matches: (evidence) => own(evidence) || ofEvent.matches(evidence),
    };
  }
  return onEvent(term, now);
}

function numberOf(digest: DeliveryHead['digest'], field: 'code' | 'took' | 'attempts' | 'size') {
  if (field === 'code') return digest.lastStatusCode;
  return field === 'took' ? digest.tookMs : digest.attempts;
}

const onHead = (fits: (head: DeliveryHead) => boolean): DeliveryCheck => ({
  needs: new Set(),
  judge: (head) => (fits(head) ? 'yes' : 'no'),
  matches: fits,
});

function onEvent(term: Term, now: number): DeliveryCheck {
  const check = eventCheck(term, now);
  return {
    needs: new Set<Need>(['event', ...check.needs]),
    judge: () => 'unsure',
    matches: (evidence) => {
      const event = evidence.event();
      return event !== null && check.matches(event);
    },
  };
}
