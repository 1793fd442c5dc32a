import type { LifecycleTrouble } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { Icon } from '../parts/Icon.tsx';

/** Gaps, repetitions and steps out of order, in a sentence each. */
export function LifeTroubles({ troubles }: { readonly troubles: readonly LifecycleTrouble[] }) {
  if (troubles.length === 0) return null;
  return (
    <ul className="life-troubles">
      {troubles.map(({ kind, status, eventId, message }) => (
        <li key={`${kind} ${status} ${eventId ?? ''}`} className="second">
          <Icon name="warning" small />
          {visibleLine(message)}
        </li>
      ))}
    </ul>
  );
}
