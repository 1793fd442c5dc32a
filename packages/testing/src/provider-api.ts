import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call as it came in; headers by their lower-case names. */
export interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: unknown;
}

export interface ApiAnswer {
  readonly statusCode: number;
  readonly body: unknown;
}

/** A provider's API on loopback, gone with the block that holds it. */
export interface ProviderApi<State> extends AsyncDisposable {
  readonly url: string;
  /** What the provider has set; a test changes it as a colleague at the provider's panel would. */
  readonly state: State;
  readonly calls: readonly ApiCall[];
  /** While set, every call is answered so. */
  outage: ApiAnswer | null;
  /** Settles once the state satisfies the test. */
  until(test: (state: State) => boolean, deadlineMs?: number): Promise<void>;
}

export const ok = (body: unknown): ApiAnswer => ({ statusCode: 200, body });
export const refused = (statusCode: number, body: unknown): ApiAnswer => ({ statusCode, body });

/** Serves JSON by one function over a state. */
export async function startProviderApi<State>(
  state: State,
  answer: (call: ApiCall, state: State) => ApiAnswer,
): Promise<ProviderApi<State>> {
  const calls: ApiCall[] = [];
  const waiting = new Set<() => void>();
  const server = http.createServer((request, response) => void serve(request, response));
  const serve = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const call = { method, path: url, headers, body: parsed(Buffer.concat(chunks).toString('utf8')) };
    calls.push(call);
    const { statusCode, body } = api.outage ?? answer(call, state);
    response.writeHead(statusCode, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
    for (const look of waiting) look();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const api: ProviderApi<State> = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    calls,
    outage: null,
    until: (test, deadlineMs = 30_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`The provider was never told so: ${JSON.stringify(state)}`));
        }, deadlineMs);
        const look = (): void => {
          if (!test(state)) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return api;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A field of a JSON object. */
export const fieldOf = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
