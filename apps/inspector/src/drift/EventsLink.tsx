import type { EventId } from '@hooktap/protocol';
import type { ReactNode } from 'react';
import { type Address, formatAddress, panelAddress } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';

interface EventsLinkProps {
  readonly q?: string;
  /** With Alt, in place of `q`. */
  readonly otherwise?: string;
  readonly eventId?: EventId;
  readonly className?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** Leads to the events that a query finds, or to one. */
export function EventsLink({ q, otherwise, eventId, className = '', title, children }: EventsLinkProps) {
  const to = (wanted: string | undefined): Partial<Address> => ({
    panel: 'events',
    ...(wanted !== undefined && { q: wanted }),
    ...(eventId ? { eventId, tab: 'body' } : { eventId: null }),
  });
  return (
    <a
      className={`drift-link ${className}`}
      title={title}
      href={formatAddress({ ...panelAddress('events'), ...to(q) })}
      onClick={(click) => {
        if (click.metaKey || click.ctrlKey || click.shiftKey) return;
        click.preventDefault();
        goTo(to(click.altKey ? (otherwise ?? q) : q));
      }}
    >
      {children}
    </a>
  );
}
