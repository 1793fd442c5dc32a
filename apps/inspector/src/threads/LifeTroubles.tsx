import type { LifecycleTrouble } from '@hooktap/protocol';
import { serverSaid } from '../connection/server-said.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';

/** Gaps, repetitions and steps out of order, in a sentence each. */
export function LifeTroubles({ troubles }: { readonly troubles: readonly LifecycleTrouble[] }) {
  const t = useT();
  // The same may be true of several events; each of them is marked above.
  const messages = new Map(troubles.map(({ message, parts }) => [message, parts]));
  if (messages.size === 0) return null;
  return (
    <ul className="life-troubles">
      {[...messages].map(([message, parts]) => (
        <li key={message} className="second">
          <Icon name="warning" small />
          <SaidWords said={serverSaid(message, parts, t)} />
        </li>
      ))}
    </ul>
  );
}
