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
    async sample(provider, name, seed) {
      const made = (await library)?.sample(provider, name, {
        url: '/',
        now: clock.now(),
        ...(seed !== undefined && { seed }),
      });
      if (made?.kind !== 'sampled') {
        const message = made && 'message' in made ? made.message : 'There are no provider packs.';
        return { ok: false, message };
      }
      const { method, rawHeaders, body } = made.request;
      const headers = rawHeaders.map(([header, value]): [string, string] => [header, value]);
      const text = body.toString('utf8');
      return { ok: true, value: { provider, name, method, rawHeaders: headers, body: text } };
    },
    async verification(id) {
      return verifyEvent({ store, book, library: await library, publicOrigins }, id);
    },
    async trigger(request, over) {
      const packs = await library;
      if (packs) return trigger.run(packs, request, over);
      return { ok: false, error: { code: 'trigger-invalid', message: 'There are no provider packs.' } };
    },
    thread: (id) => threadOf(store, id),
    threads: (query) => threadsOf(store, query, clock.now()),
  };
}
