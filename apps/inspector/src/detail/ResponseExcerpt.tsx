import type { Delivery } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';

/** The first words of what the handler answered: mostly its error. */
export function ResponseExcerpt({ delivery }: { readonly delivery: Delivery }) {
  const outcome = delivery.attempts.at(-1)?.outcome;
  const body = outcome?.kind === 'responded' ? outcome.body : outcome?.partial?.body;
  if (!body?.preview) return null;
  return <p className="excerpt">{visibleLine(body.preview).trim()}</p>;
}
