import {
  type EventId,
  EventVerification,
  ProviderDetail,
  Providers,
  SamplePreview,
  type SamplePreviewQuery,
  Thread,
  Threads,
  type ThreadsQuery,
  Triggered,
  type TriggerRequest,
} from '@hooktap/protocol';
import type { Requests } from './requests.ts';

type Signal = AbortSignal | undefined;

/** What provider packs know: facts, explanations, samples to send, threads. */
export interface ProviderCalls {
  providers(signal?: Signal): Promise<Providers>;
  provider(name: string, signal?: Signal): Promise<ProviderDetail>;
  /** `sample` is an event type, or one of its samples as in `message.inbound:image`. */
  sample(
    provider: string,
    sample: string,
    query?: Partial<SamplePreviewQuery>,
    signal?: Signal,
  ): Promise<SamplePreview>;
  verification(id: EventId, signal?: Signal): Promise<EventVerification>;
  /** Settles once all were sent and answered. With `signal` raised, what is on its way arrives, and no more is sent. */
  trigger(request: TriggerRequest, signal?: Signal): Promise<Triggered>;
  thread(id: EventId, signal?: Signal): Promise<Thread>;
  threads(query?: Partial<ThreadsQuery>, signal?: Signal): Promise<Threads>;
}

export const providerCalls = (requests: Requests): ProviderCalls => ({
  providers: (signal) => requests.json(Providers, '/api/providers', { signal }),
  provider: (name, signal) =>
    requests.json(ProviderDetail, `/api/providers/${encodeURIComponent(name)}`, { signal }),
  sample: (provider, sample, query = {}, signal) =>
    requests.json(
      SamplePreview,
      `/api/providers/${encodeURIComponent(provider)}/samples/${encodeURIComponent(sample)}`,
      { query, signal },
    ),
  verification: (id, signal) =>
    requests.json(EventVerification, `/api/events/${id}/verification`, { signal }),
  trigger: (request, signal) =>
    requests.json(Triggered, '/api/trigger', { method: 'POST', body: request, signal }),
  thread: (id, signal) => requests.json(Thread, `/api/events/${id}/thread`, { signal }),
  threads: (query = {}, signal) => requests.json(Threads, '/api/threads', { query, signal }),
});
