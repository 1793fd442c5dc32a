import { SavedViews } from '@hooktap/protocol';
import type { Outcome } from './inspection-port.ts';
import type { Store, StoreError } from './store-port.ts';

/** The store's setting that holds them, as JSON. */
const name = 'views';

/** The searches with a name; they belong to the data directory, since they speak of what its events are. */
export function savedViews(store: Pick<Store, 'setting'>): SavedViews {
  try {
    return SavedViews.parse(JSON.parse(store.setting(name) ?? '{"views":[]}'));
  } catch {
    return { views: [] };
  }
}

export async function saveViews(
  store: Pick<Store, 'setSetting'>,
  views: SavedViews,
): Promise<Outcome<SavedViews, StoreError>> {
  const written = await store.setSetting(name, JSON.stringify(views));
  return written.ok ? { ok: true, value: views } : written;
}
