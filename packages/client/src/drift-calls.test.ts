import { expect, it } from 'vitest';
import { createClient } from './client.ts';
import { serveHooktap, token } from './test-support/served-hooktap.ts';

it('asks for event types, their fields, their shape and what is new in an event', async () => {
  await using hooktap = await serveHooktap();
  const client = createClient({ origin: hooktap.origin, token });
  const id = await hooktap.capture('/a', '{"id":1,"__proto__":{"x":true}}');
  expect(await client.driftTypes()).toMatchObject({
    items: [{ provider: null, eventType: null, events: 1 }],
  });
  const { items } = await client.driftFields({});
  expect(items.map(({ path }) => path)).toEqual(['id', '__proto__', '__proto__.x']);
  expect((await client.driftShape({}, 'typescript')).text).toContain('export type EventBody = {');
  const { schema, events, samples } = await client.eventSchema({});
  expect({ events, samples }).toEqual({ events: 1, samples: 0 });
  expect(Object.keys(schema['properties'] as object)).toEqual(['id', '__proto__']);
  expect(await client.eventDrift(id)).toMatchObject({ compared: null, newFields: [] });
  await expect(client.eventSchema({ provider: 'zavu', type: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  });
});
