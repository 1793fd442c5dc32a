import { expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from './routes.ts';
import { openRig } from './test-support/inspector-rig.ts';

const Document = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ summary: z.string() }))),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

it('the OpenAPI document has every route, and every reference leads somewhere', async () => {
  await using rig = await openRig();
  const document = Document.parse(await (await rig.ask('/api/openapi.json')).json());
  for (const { method, path } of routes) {
    const written = `/api${path.replaceAll(/:(\w+)/g, '{$1}')}`;
    expect(document.paths[written]?.[method], `${method} ${written}`).toBeDefined();
  }
  expect(document.paths['/api/stream']?.['get']).toBeDefined();
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = '']) => to);
  expect(references.length).toBeGreaterThan(50);
  for (const reference of new Set(references)) {
    const name = /^#\/components\/schemas\/([^/]+)$/.exec(reference)?.[1];
    expect(document.components.schemas[name ?? ''], reference).toBeDefined();
  }
  expect(Object.keys(document.components.schemas)).toEqual(
    expect.arrayContaining(['Event', 'EventListItem', 'Problem', 'ReplayRequest', 'StreamMessage']),
  );
  // Defaults are no duty of who asks.
  const [q] = z
    .looseObject({ parameters: z.array(z.unknown()) })
    .parse(document.paths['/api/events']?.['get']).parameters;
  expect(q).toMatchObject({ name: 'q', in: 'query', required: false });
});
