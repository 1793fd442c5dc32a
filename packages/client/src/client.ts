import {
  type Annotation,
  type DeliveryId,
  Event,
  type EventId,
  EventListItem,
  EventPage,
  type EventPageQuery,
  type EventSelection,
  EventSelectionResult,
  Opening,
  RejectedRequests,
  ReplayAccepted,
  type ReplayRequest,
  type RestoreSelection,
  Status,
  type StreamMessage,
  TokenRotated,
} from '@hooktap/protocol';
import { type ArchiveCalls, archiveCalls } from './archive-calls.ts';
import { type BatchCalls, batchCalls } from './batch-calls.ts';
import { type BodyContent, type BodyOptions, readBodyContent } from './body-content.ts';
import { type DeliveryCalls, deliveryCalls } from './delivery-calls.ts';
import { type DriftCalls, driftCalls } from './drift-calls.ts';
import { type EndpointCalls, endpointCalls } from './endpoint-calls.ts';
import { type ListCalls, listCalls } from './list-calls.ts';
import { type ProviderCalls, providerCalls } from './provider-calls.ts';
import { type RegistrationCalls, registrationCalls } from './registration-calls.ts';
import { type ReplayOnSaveCalls, replayOnSaveCalls } from './replay-on-save-calls.ts';
import { Requests } from './requests.ts';
import { type SavedRequestCalls, savedRequestCalls } from './saved-request-calls.ts';
import { type StreamOptions, type StreamTiming, streamMessages, usualTiming } from './stream.ts';
import { type TunnelCalls, tunnelCalls } from './tunnel-calls.ts';
import { platformSocket, type StreamSocketConstructor } from './web-socket-port.ts';

export interface ClientOptions {
  /** Such as `http://127.0.0.1:4041`. */
  readonly origin: string;
  readonly token: string;
  readonly fetch?: typeof fetch;
  /** For the stream where the platform has none (Node 20): that of `ws`. */
  readonly WebSocket?: StreamSocketConstructor;
  readonly timing?: Partial<StreamTiming>;
}

type Signal = AbortSignal | undefined;

/** Every route of the inspector API. All methods throw a HooktapProblem where the API refuses or is away. */
export interface Client
  extends ArchiveCalls,
    DeliveryCalls,
    BatchCalls,
    DriftCalls,
    EndpointCalls,
    ListCalls,
    ProviderCalls,
    RegistrationCalls,
    TunnelCalls,
    ReplayOnSaveCalls,
    SavedRequestCalls {
  status(signal?: Signal): Promise<Status>;
  events(query?: Partial<EventPageQuery>, signal?: Signal): Promise<EventPage>;
  event(id: EventId, signal?: Signal): Promise<Event>;
  /** `href` of a BodyRef; the view is that of the options. */
  body(href: string, options?: BodyOptions): Promise<BodyContent>;
  eventBody(id: EventId, options?: BodyOptions): Promise<BodyContent>;
  attemptBody(
    id: DeliveryId,
    number: number,
    side: 'request' | 'response',
    options?: BodyOptions,
  ): Promise<BodyContent>;
  annotate(id: EventId, marks: Annotation, signal?: Signal): Promise<EventListItem>;
  remove(selection: EventSelection, signal?: Signal): Promise<EventSelectionResult>;
  restore(selection: RestoreSelection, signal?: Signal): Promise<EventSelectionResult>;
  replay(id: EventId, request?: ReplayRequest, signal?: Signal): Promise<ReplayAccepted>;
  rejected(signal?: Signal): Promise<RejectedRequests>;
  /** From then on this client is refused: the fresh token lies in the data directory. */
  rotateToken(signal?: Signal): Promise<void>;
  /** A URL that leads one browser to the inspector with its token, once and within a minute. */
  openingUrl(signal?: Signal): Promise<string>;
  openApi(signal?: Signal): Promise<Record<string, unknown>>;
  stream(options?: StreamOptions): AsyncGenerator<StreamMessage, void>;
}

export function createClient(options: ClientOptions): Client {
  const { token } = options;
  const origin = options.origin.replace(/\/+$/, '');
  const fetchWith = options.fetch ?? globalThis.fetch;
  const requests = new Requests(origin, token, fetchWith);
  const status = (signal?: Signal) => requests.json(Status, '/api/status', { signal });
  const body = async (href: string, { view, range, signal }: BodyOptions = {}) => {
    // The token goes to the API only, whatever an event says.
    if (!href.startsWith('/api/')) throw new TypeError(`Not the href of a body: ${href}`);
    const path = href.replace(/\?.*$/, '');
    const headers = range && { Range: `bytes=${range.start}-${range.end - 1}` };
    return readBodyContent(
      await requests.send(path, { query: { view }, ...(headers && { headers }), signal }),
    );
  };

  return {
    status,
    events: (query = {}, signal) => requests.json(EventPage, '/api/events', { query, signal }),
    event: (id, signal) => requests.json(Event, `/api/events/${id}`, { signal }),
    body,
    eventBody: (id, given) => body(`/api/events/${id}/body`, given),
    attemptBody: (id, number, side, given) =>
      body(`/api/deliveries/${id}/attempts/${number}/${side}/body`, given),
    annotate: (id, marks, signal) =>
      requests.json(EventListItem, `/api/events/${id}`, { method: 'PATCH', body: marks, signal }),
    remove: (selection, signal) =>
      requests.json(EventSelectionResult, '/api/events/delete', { method: 'POST', body: selection, signal }),
    restore: (selection, signal) =>
      requests.json(EventSelectionResult, '/api/events/restore', { method: 'POST', body: selection, signal }),
    replay: (id, request = {}, signal) =>
      requests.json(ReplayAccepted, `/api/events/${id}/replay`, { method: 'POST', body: request, signal }),
    ...archiveCalls(requests),
    ...deliveryCalls(requests),
    ...batchCalls(requests),
    ...driftCalls(requests),
    ...endpointCalls(requests),
    ...listCalls(requests),
    ...providerCalls(requests),
    ...registrationCalls(requests),
    ...tunnelCalls(requests),
    ...replayOnSaveCalls(requests),
    ...savedRequestCalls(requests),
    rejected: (signal) => requests.json(RejectedRequests, '/api/rejected', { signal }),
    async rotateToken(signal) {
      await requests.json(TokenRotated, '/api/token/rotate', { method: 'POST', signal });
    },
    async openingUrl(signal) {
      const { path } = await requests.json(Opening, '/api/openings', { method: 'POST', signal });
      return `${origin}${path}`;
    },
    async openApi(signal) {
      return (await requests.send('/api/openapi.json', { signal })).json() as Promise<
        Record<string, unknown>
      >;
    },
    stream(given = {}) {
      const WebSocket = options.WebSocket ?? platformSocket();
      if (!WebSocket) throw new TypeError('This platform has no WebSocket: give createClient one.');
      const timing = { ...usualTiming, ...options.timing };
      return streamMessages({ origin, token, WebSocket, timing, probe: status }, given);
    },
  };
}
