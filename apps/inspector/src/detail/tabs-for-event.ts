import type { Event, EventListItem } from '@hooktap/protocol';

export type TabName = 'overview' | 'body' | 'headers' | 'deliveries';

interface DetailTab {
  readonly name: TabName;
  readonly label: string;
  readonly count?: number;
}

/** The tabs of one event, in the order of the keys 1 to 4. */
export function tabsForEvent(item: EventListItem, event: Event | undefined): readonly DetailTab[] {
  return [
    { name: 'overview', label: 'Overview' },
    { name: 'body', label: 'Body' },
    { name: 'headers', label: 'Headers', ...(event && { count: event.rawHeaders.length }) },
    ...(item.delivery || event?.deliveries.length
      ? [
          {
            name: 'deliveries' as const,
            label: 'Deliveries',
            ...(event && { count: event.deliveries.length }),
          },
        ]
      : []),
  ];
}

/** The tab the address names, where this event has it. */
export function tabOfAddress(tabs: readonly DetailTab[], wanted: string): TabName {
  return tabs.find(({ name }) => name === wanted)?.name ?? 'overview';
}
