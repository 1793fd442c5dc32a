/** What the address holds: the query, the event, its tab, and whether it is being edited. */
export interface Address {
  readonly q: string;
  readonly eventId: string | null;
  readonly tab: string;
  readonly editing: boolean;
  /** What the event, or one attempt of it, is compared with; see compare/sides.ts. */
  readonly compare: string | null;
}

export function parseAddress(pathname: string, search: string): Address {
  const params = new URLSearchParams(search);
  const eventId = /^\/events\/(evt_[0-9a-z]{26})$/.exec(pathname)?.[1] ?? null;
  return {
    q: params.get('q') ?? '',
    eventId,
    tab: params.get('tab') ?? 'overview',
    editing: eventId !== null && params.has('edit'),
    compare: eventId === null ? null : params.get('compare'),
  };
}

export function formatAddress({ q, eventId, tab, editing, compare }: Address): string {
  const params = new URLSearchParams();
  if (eventId !== null && tab !== 'overview') params.set('tab', tab);
  if (eventId !== null && editing) params.set('edit', '1');
  if (eventId !== null && compare !== null) params.set('compare', compare);
  if (q !== '') params.set('q', q);
  const search = params.toString();
  return `${eventId === null ? '/' : `/events/${eventId}`}${search === '' ? '' : `?${search}`}`;
}
