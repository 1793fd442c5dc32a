import { Problem } from '@hooktap/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InspectorRig, openRig } from './test-support/inspector-rig.ts';
import { refusedFor } from './test-support/raw-request.ts';
import { SchemaWalk } from './test-support/schema-walk.ts';

type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly name: string;
  readonly method: string;
  /** With ids that are well formed in it. */
  readonly path: string;
  readonly query: readonly { readonly name: string; readonly required?: boolean; readonly schema: Json }[];
  /** Of its JSON body, where it takes one. */
  readonly body: Json | null;
  readonly takesFile: boolean;
  readonly codes: string;
}

const ulid = '01kbj4qz4v8w2m6n3p5r7s9tab';
let rig: InspectorRig;
let operations: readonly Operation[];
let schemas: SchemaWalk;

beforeAll(async () => {
  rig = await openRig();
  await rig.capture();
  const document = (await (await rig.ask('/api/openapi.json')).json()) as Json;
  schemas = new SchemaWalk((document['components'] as Json)['schemas'] as Json);
  operations = Object.entries(document['paths'] as Record<string, Record<string, Json>>).flatMap(
    ([path, methods]) => Object.entries(methods).map(([method, one]) => operationOf(path, method, one)),
  );
});
afterAll(() => rig[Symbol.asyncDispose]());

function operationOf(path: string, method: string, described: Json): Operation {
  const parameters = (described['parameters'] ?? []) as { in: string; name: string; schema: Json }[];
  const content = ((described['requestBody'] as Json | undefined)?.['content'] ?? {}) as Record<string, Json>;
  return {
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path: path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
      const schema = parameters.find((one) => one.in === 'path' && one.name === name)?.schema ?? {};
      return sampleOf(schema, path);
    }),
    query: parameters.filter((one) => one.in === 'query'),
    body: (content['application/json']?.['schema'] as Json | undefined) ?? null,
    takesFile: 'application/octet-stream' in content,
    codes: JSON.stringify(described['responses']),
  };
}

const samples = ['1', 'x', ...['evt', 'dlv', 'bat', 'req'].map((prefix) => `${prefix}_${ulid}`)];

/** What a parameter of the path takes. */
function sampleOf({ pattern, enum: values }: Json, path: string): string {
  if (Array.isArray(values)) return String(values[0]);
  const found = samples.find((sample) => pattern === undefined || new RegExp(String(pattern)).test(sample));
  if (found === undefined) throw new Error(`${path} needs a sample for ${pattern}.`);
  return found;
}

/** Everything that a person would miss. */
async function kept(): Promise<unknown> {
  const paths = ['events', 'endpoints', 'deliveries', 'saved-requests', 'views', 'opened', 'replay-on-save'];
  return Promise.all(
    paths.map(async (path) => {
      const { seq: _seq, ...rest } = (await (await rig.ask(`/api/${path}`)).json()) as Json;
      return [path, rest];
    }),
  );
}

async function problemOf(response: Response, what: string): Promise<Problem> {
  expect(response.headers.get('content-type'), what).toMatch(/^application\/problem\+json/);
  return Problem.parse(await response.json());
}

/** What the query may not be without. */
const neededQuery = ({ path, query }: Operation): URLSearchParams =>
  new URLSearchParams(
    query.flatMap(({ name, required, schema }): [string, string][] =>
      required ? [[name, sampleOf(schema, path)]] : [],
    ),
  );

const jsonBody = (operation: Operation, body: string): Promise<Response> =>
  rig.ask(`${operation.path}?${neededQuery(operation)}`, {
    method: operation.method,
    headers: { 'Content-Type': 'application/json' },
    body,
  });

describe('every route of the document', () => {
  it('is there', () => {
    expect(operations.length).toBeGreaterThan(60);
  });

  it.each([
    ['a foreign Host', { Host: 'evil.example' }, 403, 'host-refused'],
    ['a foreign Origin', { Origin: 'http://evil.example' }, 403, 'origin-refused'],
    ['no token', { Authorization: null }, 401, 'token-missing'],
    ['a wrong token', { Authorization: 'Bearer wrong' }, 401, 'token-invalid'],
  ] as const)('refuses %s', async (_what, headers, status, code) => {
    const before = await kept();
    for (const { method, path, name } of operations) {
      const answer = await refusedFor(rig.api.port, { method, path, headers });
      expect([answer.status, answer.code], name).toEqual([status, code]);
    }
    expect(await kept()).toEqual(before);
  });

  it('answers a query of the wrong type with a problem that names it', async () => {
    const before = await kept();
    let tried = 0;
    for (const { method, path, query, name } of operations) {
      for (const parameter of query) {
        const wrong = schemas.wrongValues(parameter.schema);
        // Any text may be text.
        if (wrong.some((value) => typeof value === 'string') === false && !('enum' in parameter.schema))
          continue;
        if (path === '/api/stream') continue;
        tried += 1;
        const response = await rig.ask(`${path}?${parameter.name}=%E2%98%83`, { method });
        const what = `${name} ?${parameter.name}`;
        const problem = await problemOf(response, what);
        expect([response.status, problem.code], what).toEqual([400, 'query-invalid']);
        expect(
          problem.errors?.map((error) => error.path),
          what,
        ).toContain(parameter.name);
      }
    }
    expect(tried).toBeGreaterThan(10);
    expect(await kept()).toEqual(before);
  });

  it('answers a body of the wrong type with a problem that names the field, and changes nothing', async () => {
    const before = await kept();
    let tried = 0;
    for (const operation of operations) {
      if (!operation.body) continue;
      const whole = [
        ...schemas.wrongValues(operation.body).map((value) => JSON.stringify(value)),
        '{"',
        '{]',
      ];
      for (const text of whole) {
        const what = `${operation.name} ${text}`;
        const response = await jsonBody(operation, text);
        const problem = await problemOf(response, what);
        expect([response.status, problem.code], what).toEqual([400, 'body-invalid']);
        expect(problem.errors?.[0]?.message, what).toBeTruthy();
      }
      for (const { path, body } of schemas.wrongFields(operation.body)) {
        tried += 1;
        const what = `${operation.name} ${JSON.stringify(body)}`;
        const response = await jsonBody(operation, JSON.stringify(body));
        const problem = await problemOf(response, what);
        expect([response.status, problem.code], what).toEqual([400, 'body-invalid']);
        // Of a field that may be one of several things, the problem names the whole.
        const named = problem.errors?.some(
          (error) => error.path !== '' && `${path}.`.startsWith(`${error.path}.`),
        );
        expect(named, `${what}: ${path} in ${JSON.stringify(problem.errors)}`).toBe(true);
      }
    }
    expect(tried).toBeGreaterThan(500);
    expect(await kept()).toEqual(before);
  });

  it('answers a file that is none with a problem', async () => {
    const before = await kept();
    const files = operations.filter(({ takesFile }) => takesFile);
    expect(files.map(({ name }) => name)).toEqual(['POST /api/import']);
    for (const { path, method, name } of files) {
      const format = 'format=ndjson';
      const response = await rig.ask(`${path}?${format}`, { method, body: '☃ no event' });
      const problem = await problemOf(response, name);
      expect([response.status, problem.code]).toEqual([400, 'import-invalid']);
      expect(problem.errors?.[0]?.path).toBe('line 1');
    }
    expect(await kept()).toEqual(before);
  });
});
