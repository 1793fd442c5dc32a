import type { DriftType } from '@hooktap/protocol';
import { not, type Pattern, printQuery, type TextField } from '@hooktap/query';
import type { Address } from '../address/address.ts';

export type EventKind = Pick<DriftType, 'provider' | 'eventType'>;

export const isSameKind = (a: EventKind, b: EventKind): boolean =>
  a.provider === b.provider && a.eventType === b.eventType;

/** No provider has this name. */
const none = '-';

export const addressOfKind = ({ provider, eventType }: EventKind): Pick<Address, 'open' | 'type'> => ({
  open: provider ?? none,
  type: eventType,
});

/** Null where the address names no type. */
export const kindOfAddress = ({ open, type }: Pick<Address, 'open' | 'type'>): EventKind | null =>
  open === null ? null : { provider: open === none ? null : open, eventType: type };

const anything: Pattern = { kind: 'glob', pieces: ['', ''] };

function exactly(field: TextField, value: string | null): string {
  if (value === null) return printQuery(not({ kind: 'text', field, pattern: anything }));
  return printQuery({ kind: 'text', field, pattern: { kind: 'glob', pieces: [value] } });
}

/** What finds the events of one type, and of those the ones that have a field or lack it. `term`: the field's own. */
export function queryOfKind({ provider, eventType }: EventKind, term = ''): string {
  const kind = `${exactly('provider', provider)} ${exactly('type', eventType)}`;
  return term === '' ? kind : `${kind} ${term}`;
}
