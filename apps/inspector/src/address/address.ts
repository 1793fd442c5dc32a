/** The panels of the screen, each with an address of its own. */
export const panels = [
  'events',
  'deliveries',
  'threads',
  'drift',
  'endpoints',
  'trigger',
  'replays',
  'tunnel',
  'registrations',
] as const;
export type Panel = (typeof panels)[number];

/** What the address holds: the panel, its query, and what of it is open in which way. */
export interface Address {
  readonly panel: Panel;
  /** Of the events, of the delivery log, or of the threads. */
  readonly q: string;
  readonly eventId: string | null;
  readonly tab: string;
  readonly editing: boolean;
  /** What the event, or one attempt of it, is compared with; see compare/sides.ts. */
  readonly compare: string | null;
  /** The held delivery that the editor lets go in place of a replay. */
  readonly release: string | null;
  /** The saved request that the editor opens with. */
  readonly saved: string | null;
  /** To which status the delivery log is narrowed. */
  readonly status: string | null;
  /** What is open in a panel other than that of events: a delivery, a thread, an endpoint, a provider (`-`: none), a batch. */
  readonly open: string | null;
  /** What of the provider is to be triggered: an event type's sample, or a scenario. */
  readonly sample: string | null;
  readonly scenario: string | null;
  /** Of which of the provider's event types the fields are shown; null with a provider: events without a type. */
  readonly type: string | null;
  /** As which code the bodies of the type are shown; null: their fields. */
  readonly as: string | null;
}

/** A panel as it first stands. */
export const panelAddress = (panel: Panel): Address => ({
  panel,
  q: '',
  eventId: null,
  tab: 'overview',
  editing: false,
  compare: null,
  release: null,
  saved: null,
  status: null,
  open: null,
  sample: null,
  scenario: null,
  type: null,
  as: null,
});

export function parseAddress(pathname: string, search: string): Address {
  const params = new URLSearchParams(search);
  const [, name = '', open = null] = /^\/([a-z]+)(?:\/([a-z0-9_-]{1,100}))?\/?$/.exec(pathname) ?? [];
  const panel = panels.find((candidate) => candidate === name) ?? 'events';
  const eventId = panel === 'events' && open !== null && /^evt_[0-9a-z]{26}$/.test(open) ? open : null;
  return {
    panel,
    q: params.get('q') ?? '',
    eventId,
    tab: params.get('tab') ?? 'overview',
    editing: eventId !== null && params.has('edit'),
    compare: eventId === null ? null : params.get('compare'),
    release: eventId === null ? null : params.get('release'),
    saved: eventId === null ? null : params.get('saved'),
    status: panel === 'deliveries' ? params.get('status') : null,
    open: panel === 'events' ? null : open,
    sample: panel === 'trigger' ? params.get('sample') : null,
    scenario: panel === 'trigger' ? params.get('scenario') : null,
    type: panel === 'drift' ? params.get('type') : null,
    as: panel === 'drift' ? params.get('as') : null,
  };
}

function pathOf({ panel, eventId, open }: Address): string {
  if (panel === 'events') return eventId === null ? '/' : `/events/${eventId}`;
  return open === null ? `/${panel}` : `/${panel}/${encodeURIComponent(open)}`;
}

export function formatAddress(address: Address): string {
  const { panel, q, eventId, tab, editing, compare, release, saved, status, sample, scenario, type, as } =
    address;
  const params = new URLSearchParams();
  if (panel === 'events' && eventId !== null) {
    if (tab !== 'overview') params.set('tab', tab);
    if (editing) params.set('edit', '1');
    if (editing && release !== null) params.set('release', release);
    if (editing && saved !== null) params.set('saved', saved);
    if (compare !== null) params.set('compare', compare);
  }
  if (panel === 'deliveries' && status !== null) params.set('status', status);
  if (panel === 'trigger' && sample !== null) params.set('sample', sample);
  if (panel === 'trigger' && scenario !== null) params.set('scenario', scenario);
  if (panel === 'drift' && type !== null) params.set('type', type);
  if (panel === 'drift' && as !== null) params.set('as', as);
  if (q !== '') params.set('q', q);
  const search = params.toString();
  return `${pathOf(address)}${search === '' ? '' : `?${search}`}`;
}

/** The address after a change; to name an event, or another panel, is to go there. */
export function changedAddress(
  now: Address,
  change: Partial<Address>,
  lastOf: (panel: Panel) => Address,
): Address {
  const panel = change.panel ?? (change.eventId ? 'events' : now.panel);
  if (panel === now.panel) return { ...now, ...change };
  const { q } = lastOf(panel);
  return { ...panelAddress(panel), ...(panel === 'events' && { q }), ...change, panel };
}
