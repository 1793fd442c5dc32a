import type { Clock } from './clock.ts';
import type { EndpointBook } from './endpoint-book.ts';
import { threadOf, threadsOf } from './event-threads.ts';
import { verifyEvent } from './event-verification.ts';
import type { ProviderDesk } from './inspection-port.ts';
import type { ProviderLibrary } from './provider-library.ts';
import { providerSummary } from './provider-summary.ts';
import type { Store } from './store-port.ts';
import type { Trigger } from './trigger.ts';

interface DeskContext {
  readonly store: Store;
  readonly book: EndpointBook;
  readonly clock: Clock;
  readonly trigger: Trigger;
  /** Null: there are no provider packs. */
  readonly library: Promise<ProviderLibrary> | null;
  readonly publicOrigins: () => readonly string[];
}

/** What provider packs know, as the inspector API offers it. */
export function providerDesk({
  store,
  book,
  clock,
  trigger,
  library,
  publicOrigins,
}: DeskContext): ProviderDesk {
  const endpointsOf = (name: string): string[] =>
    book.all.filter(({ provider }) => provider === name).map((policy) => policy.name);
  return {
    async list() {
      const all = (await library)?.list() ?? [];
      return all.map((facts) => providerSummary(facts, endpointsOf(facts.name)));
    },
    async get(name) {
      const facts = (await library)?.list().find((one) => one.name === name);
      return facts ? { ...facts, endpoints: endpointsOf(name) } : null;
    },
    async verification(id) {
      const packs = await library;
      return packs ? verifyEvent({ store, book, library: packs, publicOrigins }, id) : null;
    },
    async trigger(request) {
      const packs = await library;
      if (packs) return trigger.run(packs, request);
      return { ok: false, error: { code: 'trigger-invalid', message: 'There are no provider packs.' } };
    },
    thread: (id) => threadOf(store, id),
    threads: (query) => threadsOf(store, query, clock.now()),
  };
}
