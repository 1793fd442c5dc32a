import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { FieldError, Problem, ReasonPart } from '@hooktap/protocol';
import type { QueryError } from '@hooktap/query';

/** Every code of this API with its usual status. Programs rely on them. */
const statuses = {
  'not-found': 404,
  'host-refused': 403,
  'origin-refused': 403,
  'token-missing': 401,
  'token-invalid': 401,
  'body-invalid': 400,
  'query-invalid': 400,
  'cursor-invalid': 400,
  'url-invalid': 400,
  'request-invalid': 400,
  'body-too-large': 413,
  'range-unsatisfiable': 416,
  'body-undecodable': 422,
  'method-not-allowed': 405,
  'upgrade-required': 426,
  'body-incomplete': 409,
  blocked: 409,
  'no-target': 409,
  'target-invalid': 400,
  'edit-invalid': 400,
  'trigger-invalid': 400,
  'import-invalid': 400,
  'no-secret': 409,
  'cannot-sign': 409,
  'no-receiver': 409,
  conflict: 409,
  'folder-invalid': 400,
  'registration-invalid': 400,
  'credentials-missing': 409,
  'no-public-url': 409,
  'provider-failed': 502,
  'read-only': 409,
  'endpoint-invalid': 400,
  'token-fixed': 409,
  'store-unavailable': 503,
  internal: 500,
} as const;
export type ProblemCode = keyof typeof statuses;

interface ProblemExtras {
  readonly status?: number | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly parts?: readonly ReasonPart[] | undefined;
  readonly query?: QueryError | undefined;
}

export function problem(code: ProblemCode, detail: string, extras: ProblemExtras = {}): Problem {
  const status = extras.status ?? statuses[code];
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    code,
    ...(extras.parts && { parts: extras.parts }),
    ...(extras.query && placeOf(extras.query)),
    ...(extras.errors && { errors: extras.errors }),
  };
}

const placeOf = ({ offset, length, expected, expectedPart, suggestion }: QueryError) => ({
  offset,
  length,
  expected,
  expectedPart,
  ...(suggestion !== undefined && { suggestion }),
});

export const statusOf = (code: ProblemCode): number => statuses[code];

/** Headers that belong to a problem's status. */
const headersOf = (status: number): Record<string, string> => ({
  'Content-Type': 'application/problem+json',
  ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
});

export function sendProblem(response: ServerResponse, problem: Problem): void {
  const body = Buffer.from(JSON.stringify(problem));
  response.statusCode = problem.status;
  for (const [name, value] of Object.entries(headersOf(problem.status))) response.setHeader(name, value);
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

/** A whole HTTP response for a bare socket: refused upgrades and what the HTTP parser refused. */
export function problemMessage(problem: Problem, headers: Readonly<Record<string, string>>): string {
  const body = JSON.stringify(problem);
  const lines = Object.entries({
    ...headers,
    ...headersOf(problem.status),
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${problem.status} ${problem.title}\r\n${lines.join('')}\r\n${body}`;
}
