import { answerInvalid, HooktapProblem, problemOf } from './problem.ts';

/** Checks what came against what was promised. */
export interface Door<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { message: string } };
}

export interface Ask {
  readonly method?: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** In place of `body`: sent as it is. */
  readonly file?: Blob;
  readonly signal?: AbortSignal | undefined;
}

/** Asks one API with its token. */
export class Requests {
  readonly #origin: string;
  readonly #token: string;
  readonly #fetch: typeof fetch;

  constructor(origin: string, token: string, fetchWith: typeof fetch) {
    this.#origin = origin;
    this.#token = token;
    this.#fetch = fetchWith;
  }

  async json<T>(door: Door<T>, path: string, ask: Ask = {}): Promise<T> {
    const response = await this.send(path, ask);
    const value: unknown = await response.json().catch(() => undefined);
    const parsed = door.safeParse(value);
    if (parsed.success) return parsed.data;
    throw answerInvalid(response.status, `The answer to ${path} has another shape: ${parsed.error.message}`);
  }

  /** The answer where it is a success; else throws the problem. */
  async send(
    path: string,
    { method = 'GET', query = {}, headers, body, file, signal }: Ask,
  ): Promise<Response> {
    const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const search = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
    const response = await this.#fetched(`${this.#origin}${path}${search}`, {
      method,
      headers: {
        ...headers,
        Authorization: `Bearer ${this.#token}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(file && { 'Content-Type': 'application/octet-stream' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(file && { body: file }),
      ...(signal && { signal }),
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  async #fetched(url: string, init: RequestInit): Promise<Response> {
    const { signal } = init;
    // A browser's fetch refuses to be a method of anything else.
    const fetchWith = this.#fetch;
    try {
      return await fetchWith(url, init);
    } catch (cause) {
      if (signal?.aborted) throw cause;
      const detail = `Hooktap does not answer at ${this.#origin}. Is it running?`;
      throw new HooktapProblem({ code: 'unreachable', status: 0, detail }, { cause });
    }
  }
}
