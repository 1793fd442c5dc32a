import type { Event, EventListItem, Verification } from '@hooktap/protocol';

/** In the order of the keys 1 to 6. */
export const tabNames = ['overview', 'body', 'headers', 'signature', 'deliveries', 'raw'] as const;
export type TabName = (typeof tabNames)[number];

interface DetailTab {
  readonly name: TabName;
  /** Null while it is not known. */
  readonly count?: number | null;
  /** Of the signature. */
  readonly verdict?: Verification['verdict'];
}

/** The tabs of one event; those that it has. */
export function tabsForEvent(item: EventListItem, event: Event | undefined): readonly DetailTab[] {
  return [
    { name: 'overview' },
    { name: 'body' },
    { name: 'headers', count: event?.rawHeaders.length ?? null },
    { name: 'signature', verdict: item.verification.verdict },
    ...(item.delivery || event?.deliveries.length
      ? [{ name: 'deliveries' as const, count: event?.deliveries.length ?? null }]
      : []),
    { name: 'raw' },
  ];
}

/** The tab the address names, where this event has it. */
export function tabOfAddress(tabs: readonly DetailTab[], wanted: string): TabName {
  return tabs.find(({ name }) => name === wanted)?.name ?? 'overview';
}
