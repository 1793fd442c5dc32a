import type { EventId, EventListItem } from '@hooktap/protocol';
import { formatAddress, panelAddress } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';
import { useKeys } from '../keys/use-keys.ts';
import { threads } from '../messages/threads/en.ts';
import { useT } from '../messages/use-t.ts';
import { Lifeline } from './Lifeline.tsx';
import { LifeTroubles } from './LifeTroubles.tsx';
import { useThread } from './use-thread.ts';

/** In the overview: what became of the message this event is about, and the way to its conversation. */
export function ThreadSection({ item }: { readonly item: EventListItem }) {
  const t = useT();
  const { data: thread } = useThread(item.id, item.threadKeys ?? []);
  const ids = thread?.events.map(({ id }) => id) ?? [];
  const step = (by: number) => {
    const eventId = ids[ids.indexOf(item.id) + by];
    if (eventId) goTo({ eventId }, 'replace');
  };
  useKeys({ '[': () => step(-1), ']': () => step(1) });
  const life = thread?.messages.find(({ steps }) => steps.some(({ eventId }) => eventId === item.id));
  const newest: EventId = ids.at(-1) ?? item.id;
  const href = formatAddress({ ...panelAddress('threads'), open: newest });
  if (thread && thread.events.length < 2 && !life) return null;
  return (
    <section className="section thread-section" aria-label={t(threads.thread)} aria-busy={!thread}>
      <h3 className="section-head">
        {t(threads.thread)}
        {thread && (
          <span className="head-actions">
            <a
              className="thread-link"
              href={href}
              onClick={(click) => {
                if (click.metaKey || click.ctrlKey || click.shiftKey) return;
                click.preventDefault();
                goTo({ panel: 'threads', open: newest });
              }}
            >
              {t(threads.inIt, { count: thread.events.length })}
            </a>
          </span>
        )}
      </h3>
      {life && (
        <>
          <Lifeline life={life} here={item.id} />
          <LifeTroubles troubles={life.troubles} />
        </>
      )}
    </section>
  );
}
