import { type Client, createClient } from '@hooktap/client';
import type { EventPage } from '@hooktap/protocol';
import { parseAddress } from '../address/address.ts';
import { AskedEarly } from '../state/asked-early.ts';
import { fetchWithAhead } from './asked-ahead.ts';

/** Events of one page of the list: more take longer to read than a frame of a scroll has. */
export const PAGE = 100;
/** Milliseconds after which a page of a search shows what was found by then: who types sees the answer at once. */
export const SOON = 60;

/** The Hooktap whose token this page has, and the first page of its list, asked for before anything is drawn. */
export interface Connection {
  readonly hooktap: Client;
  readonly token: string;
  readonly firstPage: AskedEarly<EventPage>;
}

export function connect(token: string): Connection {
  const { origin, pathname, search } = window.location;
  const hooktap = createClient({ origin, token, fetch: fetchWithAhead(token) });
  const { panel, q: asked } = parseAddress(pathname, search);
  const q = panel === 'events' ? asked : '';
  return { hooktap, token, firstPage: new AskedEarly(q, hooktap.events({ q, limit: PAGE, within: SOON })) };
}
