import type { LifecycleTrouble } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { Icon } from '../parts/Icon.tsx';

/** Gaps, repetitions and steps out of order, in a sentence each. */
export function LifeTroubles({ troubles }: { readonly troubles: readonly LifecycleTrouble[] }) {
  // The same may be true of several events; each of them is marked above.
  const messages = [...new Set(troubles.map(({ message }) => message))];
  if (messages.length === 0) return null;
  return (
    <ul className="life-troubles">
      {messages.map((message) => (
        <li key={message} className="second">
          <Icon name="warning" small />
          <span lang="en">{visibleLine(message)}</span>
        </li>
      ))}
    </ul>
  );
}
