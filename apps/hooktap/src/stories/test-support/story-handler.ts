import { EventEmitter, once } from 'node:events';
import type http from 'node:http';
import { text } from 'node:stream/consumers';
import { startHttpHandler } from '@hooktap/testing';

/** One request as a handler got it. */
export interface Call {
  readonly target: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  readonly eventId: string;
  readonly deliveryId: string;
  readonly attempt: number;
  readonly at: number;
}

export type Answer = (call: Call, response: http.ServerResponse, count: number) => unknown;

/** A handler on loopback that notes its calls; by default it answers 200 with the body. */
export interface StoryHandler extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  readonly calls: readonly Call[];
  /** The request targets in the order in which they came. */
  targets(): string[];
  /** So many calls, once they have come. */
  called(count: number): Promise<readonly Call[]>;
  connections(): number;
  close(): Promise<void>;
}

export const echo: Answer = ({ body }, response) => response.writeHead(200).end(body);
export const answers =
  (...statuses: number[]): Answer =>
  (_call, response, count) =>
    response.writeHead(statuses[Math.min(count, statuses.length) - 1] ?? 500).end();
export const neverAnswers: Answer = () => {};

export async function startStoryHandler(answer: Answer = echo, port = 0): Promise<StoryHandler> {
  const calls: Call[] = [];
  const arrivals = new EventEmitter();
  const handler = await startHttpHandler(
    async (request, response) => {
      const header = (name: string) => String(request.headers[name] ?? '');
      const at = Date.now();
      const body = await text(request).catch(() => 'cut off');
      const call = {
        target: request.url ?? '',
        headers: request.headers,
        body,
        eventId: header('hooktap-event-id'),
        deliveryId: header('hooktap-delivery-id'),
        attempt: Number(header('hooktap-attempt')),
        at,
      };
      calls.push(call);
      answer(call, response, calls.length);
      arrivals.emit('call');
    },
    { port },
  );
  return {
    ...handler,
    calls,
    targets: () => calls.map(({ target }) => target),
    async called(count) {
      while (calls.length < count) await once(arrivals, 'call', { signal: AbortSignal.timeout(30_000) });
      return calls;
    },
  };
}
