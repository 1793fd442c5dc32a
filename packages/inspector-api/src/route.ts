import type { Inspection } from '@hooktap/core';
import type { FieldError, Problem } from '@hooktap/protocol';
import { issueParts } from '@hooktap/protocol';
import type { Request } from 'express';
import type { z } from 'zod';
import type { Access } from './access.ts';
import { type Answer, refused } from './answer.ts';
import { type ProblemCode, problem } from './problems.ts';
import type { SharedAnswers } from './shared-answers.ts';

interface Definition<Params, Query, Body> {
  readonly method: 'get' | 'patch' | 'post' | 'put' | 'delete';
  /** As Express writes it, below `/api`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** A request without any body counts as `{}`. */
  readonly bodyOptional?: boolean;
  /** The body is a file, read by the route itself. */
  readonly takes?: 'bytes';
  /** It may look at every event: equal questions of one moment share the work, which ends when nobody waits for it. */
  readonly walks?: true;
  readonly status?: number;
  readonly answers: z.ZodType | 'bytes' | 'json';
  /** Besides those that every route has. */
  readonly problems?: readonly ProblemCode[];
  readonly handle: (
    inspection: Inspection,
    asked: {
      readonly params: Params;
      readonly query: Query;
      readonly body: Body;
      /** Of a route that takes bytes; of others it was read before. */
      readonly stream: AsyncIterable<Uint8Array>;
      /** Fires when nobody waits for the answer any more. */
      readonly signal: AbortSignal;
    },
    access: Access,
  ) => Answer | Promise<Answer>;
}

/** One route: served from it and described from it, so that the OpenAPI document cannot lag behind. */
export interface Route extends Omit<Definition<unknown, unknown, unknown>, 'handle' | 'status'> {
  readonly status: number;
  readonly answer: (
    inspection: Inspection,
    request: Request,
    access: Access,
    waiting: Waiting,
  ) => Promise<Answer>;
}

/** For an answer: until it is sent or its client is gone, and whoever else waits for the same. */
interface Waiting {
  readonly signal: AbortSignal;
  readonly shared: SharedAnswers;
}

export function route<Params = unknown, Query = unknown, Body = unknown>(
  definition: Definition<Params, Query, Body>,
): Route {
  const { handle, ...description } = definition;
  return {
    ...description,
    status: definition.status ?? 200,
    async answer(inspection, request, access, { signal, shared }) {
      const params = check(definition.params, request.params);
      if (!params.ok) return refused(problem('not-found', 'There is nothing of that name.'));
      const query = check(definition.query, queryOf(request));
      if (!query.ok)
        return refused(withErrors('query-invalid', 'The query string is not understood.', query));
      const body = check(definition.body, bodyOf(request, definition.bodyOptional ?? false));
      if (!body.ok)
        return refused(withErrors('body-invalid', 'The body is not what this route takes.', body));
      // The route may end before the file does; the connection is still needed for the answer.
      const stream = request.iterator({ destroyOnReturn: false });
      const asked = { params: params.value, query: query.value, body: body.value, stream };
      const work = async (until: AbortSignal) => handle(inspection, { ...asked, signal: until }, access);
      const answer = definition.walks
        ? await shared.ask(questionOf(inspection, request, asked.query), signal, work)
        : await work(signal);
      if (definition.takes) request.resume();
      return answer;
    },
  };
}

/** Equal ones have equal answers: every change that a search may see has a number. */
const questionOf = ({ store }: Inspection, { path }: Request, query: unknown): string =>
  `${store.currentSeq()} ${path} ${JSON.stringify(query)}`;

type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

function check<T>(schema: z.ZodType<T> | undefined, value: unknown): Checked<T> {
  // Without a schema T is unknown to the handler, which then does not look at it.
  if (!schema) return { ok: true, value: undefined as T };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    errors: parsed.error.issues.map((issue) => {
      const parts = issueParts(issue);
      return { path: issue.path.join('.'), message: issue.message, ...(parts && { parts }) };
    }),
  };
}

const withErrors = (
  code: ProblemCode,
  detail: string,
  { errors }: { readonly errors: readonly FieldError[] },
): Problem => problem(code, detail, { errors });

/** A name given twice becomes a list, which no schema takes. */
function queryOf(request: Request): Record<string, unknown> {
  const mark = request.url.indexOf('?');
  const search = new URLSearchParams(mark === -1 ? '' : request.url.slice(mark));
  return Object.fromEntries(
    [...search.keys()].map((name) => {
      const values = search.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

function bodyOf(request: Request, optional: boolean): unknown {
  const { 'content-length': length = '0', 'transfer-encoding': chunked } = request.headers;
  return optional && length === '0' && chunked === undefined ? {} : request.body;
}
