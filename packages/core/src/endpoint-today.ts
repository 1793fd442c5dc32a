import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { Target } from './target.ts';

/** What is left of an endpoint that is gone goes by the one for the rest. */
export const policyToday = (book: EndpointBook, endpoint: string): EndpointPolicy =>
  book.find(endpoint) ?? book.match('');

/** What waits for a handler that has moved goes to where it is now. */
export function targetToday(book: EndpointBook, endpoint: string, target: Target): Target {
  const targets = book.find(endpoint)?.targets ?? [];
  const [only] = targets;
  return only && targets.length === 1 ? only : target;
}
