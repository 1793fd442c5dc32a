import type { ConfiguredEndpoint, Store } from '@hooktap/core';
import { EndpointConfig } from '@hooktap/protocol';
import * as z from 'zod';

const setting = 'last-endpoints';
const Saved = z.array(EndpointConfig);

/** Keeps where the run delivers to, without its secrets: replays without an instance go there. */
export async function rememberEndpoints(
  store: Store,
  endpoints: readonly ConfiguredEndpoint[],
): Promise<void> {
  const saved = endpoints.map(({ config: { secrets: _kept, ...config } }) => config);
  await store.setSetting(setting, JSON.stringify(saved));
}

/** Those of the last run. */
export function lastEndpoints(store: Store): ConfiguredEndpoint[] {
  const text = store.setting(setting);
  if (text === undefined) return [];
  try {
    const parsed = Saved.safeParse(JSON.parse(text));
    return (parsed.data ?? []).map((config) => ({ config, source: { kind: 'flags' } }));
  } catch {
    return [];
  }
}
