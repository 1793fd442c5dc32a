import * as protocol from '@hooktap/protocol';
import * as z from 'zod';
import { type ProblemCode, statusOf } from './problems.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

/** Of what clients send, as far as it has a name; all other names are of what they get. */
const sent = new Set([
  'DriftQuery',
  'EventExportQuery',
  'ExportQuery',
  'ExportSummaryQuery',
  'ExportPreviewQuery',
  'HistogramQuery',
  'ImportQuery',
  'Annotation',
  'EditedBody',
  'EventPageQuery',
  'EventSelection',
  'RegistrationRequest',
  'ExpectAnswerRequest',
  'ReplayOnSaveRequest',
  'ReplayRequest',
  'RequestEdit',
  'RestoreSelection',
  'SaveRequest',
  'SavedRequestRename',
  'SavedRequestSelection',
  'SendSavedRequest',
  'ShapeQuery',
  'ThreadsQuery',
  'TriggerRequest',
  'UnregisterRequest',
]);
const named = Object.entries(protocol).flatMap(([name, schema]) =>
  schema instanceof z.ZodType ? [[name, schema] as const] : [],
);
const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** What any route may answer. */
const everywhere: readonly ProblemCode[] = [
  'url-invalid',
  'host-refused',
  'origin-refused',
  'token-missing',
  'token-invalid',
  'store-unavailable',
  'internal',
];

/** The API as OpenAPI 3.1, made from the routes and the schemas that serve it. */
export function openApiDocument(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  paths['/api/stream'] = { get: streamOperation };
  return {
    openapi: '3.1.0',
    info: { title: 'Hooktap inspector API', version },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { ...schemas('output'), ...schemas('input') },
    },
  };
}

function schemas(io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of named) registry.add(schema, { id: name });
  const made = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}` }).schemas;
  const wanted = Object.entries(made).filter(
    ([name]) => name === '__shared' || sent.has(name) === (io === 'input'),
  );
  return Object.fromEntries(
    wanted.flatMap(([name, schema]): [string, unknown][] =>
      // What has no name of its own lies in one entry of definitions; each becomes a schema like the others.
      name === '__shared'
        ? Object.entries((schema as Json)['$defs'] as Json).map(bare)
        : [bare([name, schema])],
    ),
  );
}

const bare = ([name, schema]: [string, unknown]): [string, unknown] => {
  const text = JSON.stringify(schema).replaceAll(
    '#/components/schemas/__shared#/$defs/',
    '#/components/schemas/',
  );
  const { $schema: _dialect, $id: _id, id: _own, ...rest } = JSON.parse(text);
  return [name, rest];
};

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const name = named.find(([, candidate]) => candidate === schema)?.[0];
  if (name !== undefined) return reference(name);
  return bare(['', z.toJSONSchema(schema, { io })])[1] as Json;
}

function operation(route: Route): Json {
  return {
    summary: route.summary,
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(route.body && {
      requestBody: {
        required: !route.bodyOptional,
        content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
      },
    }),
    ...(route.takes && {
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
    }),
    responses: {
      [route.status]: success(route),
      ...problemResponses([...everywhere, ...(route.problems ?? [])]),
    },
  };
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function success({ answers }: Route): Json {
  if (answers === 'bytes') {
    return { description: 'The bytes', content: { 'application/octet-stream': {} } };
  }
  const schema = answers === 'json' ? { type: 'object' } : schemaOf(answers, 'output');
  return { description: 'Done', content: { 'application/json': { schema } } };
}

function problemResponses(codes: readonly ProblemCode[]): Json {
  return Object.fromEntries(
    [...new Set(codes.map(statusOf))].map((status) => [
      status,
      {
        description: codes.filter((code) => statusOf(code) === status).join(', '),
        content: { 'application/problem+json': { schema: reference('Problem') } },
      },
    ]),
  );
}

const streamOperation: Json = {
  summary: 'WebSocket of everything that happens; messages are StreamMessage',
  description: 'Browsers send the token as a subprotocol: "hooktap", "bearer.<token>".',
  parameters: [{ name: 'after', in: 'query', required: false, schema: reference('Seq') }],
  responses: {
    101: { description: 'The stream' },
    ...problemResponses([...everywhere, 'query-invalid', 'upgrade-required']),
  },
};
