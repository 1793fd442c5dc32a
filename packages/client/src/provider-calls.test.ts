import { expect, it } from 'vitest';
import { createClient } from './client.ts';
import { serveHooktap, token } from './test-support/served-hooktap.ts';

it('asks for providers, threads and triggers, and has the refusals of an instance without packs', async () => {
  await using hooktap = await serveHooktap();
  const client = createClient({ origin: hooktap.origin, token });
  const id = await hooktap.capture('/a', '{"id":1}');
  expect(await client.providers()).toEqual({ items: [] });
  await expect(client.provider('zavu/..')).rejects.toMatchObject({ code: 'not-found', status: 404 });
  expect(await client.verification(id)).toMatchObject({ eventId: id, provider: null, steps: [] });
  expect(await client.thread(id)).toMatchObject({ keys: [], events: [{ id }], messages: [], cut: false });
  expect(await client.threads({ limit: 5 })).toMatchObject({ items: [], looked: 1, cut: false });
  await expect(client.threads({ q: 'type:(' })).rejects.toMatchObject({ code: 'query-invalid', status: 400 });
  const trigger = client.trigger({ provider: 'zavu', eventType: 'message.inbound' });
  await expect(trigger).rejects.toMatchObject({ code: 'trigger-invalid', status: 400 });
  const both = client.trigger({ provider: 'zavu', eventType: 'a', scenario: 'b' });
  await expect(both).rejects.toMatchObject({ code: 'body-invalid', status: 400 });
  const resigned = client.replay(id, { target: 'http://127.0.0.1:1', resign: true });
  await expect(resigned).rejects.toMatchObject({ code: 'cannot-sign', status: 409 });
});
