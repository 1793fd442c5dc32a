import type { EventId } from '@hooktap/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProviderProject } from '../test-support/provider-project.ts';

const project = new ProviderProject();
beforeEach(() => project.open());
afterEach(() => project.close());

describe('the receiver', () => {
  it('answers 401 to a wrong signature where the endpoint enforces it', async () => {
    const { trigger, client } = await project.start();
    const wrong = await trigger(['github', 'push', '--secret-env', 'WRONG'], { WRONG: 'x' });
    expect(wrong).toMatchObject([{ outcome: { statusCode: 401 } }]);
    expect(await client.event(wrong[0]?.eventId as EventId)).toMatchObject({
      reply: { source: 'enforced' },
      delivery: null,
    });
    // Nor does a body that is too large to be looked at in memory get through.
    const large = await client.trigger({
      provider: 'github',
      eventType: 'push',
      set: [['ref', 'x'.repeat(100_000)]],
      secret: 'x',
    });
    expect(large.items).toMatchObject([{ outcome: { statusCode: 401 } }]);
    expect(project.verified).toEqual([]);
    const right = await trigger(['github', 'push']);
    await expect.poll(async () => (await client.event(right[0]?.eventId as EventId)).delivery).not.toBeNull();
  });

  it("answers Meta's handshake", async () => {
    const { ready, client, read } = await project.start();
    const ask = (token: string) =>
      fetch(`${ready.receiver}/meta?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`);
    await client.providers();
    const answered = await ask('mine');
    expect([answered.status, await answered.text()]).toEqual([200, '1158201444']);
    expect((await ask('other')).status).toBe(403);
    const [refused] = (await client.events()).items;
    expect((await read(refused?.id)).handshake).toMatchObject({ answered: false });
  });
});

it('providers are told with and without an instance', async () => {
  const { run, client, stop } = await project.start();
  const running = await run(['providers', '--json']).ended;
  expect(running.stdout).toContain('"endpoints":["zavu"]');
  expect((await client.provider('zavu')).endpoints).toEqual(['zavu']);
  await stop();
  const known = await run(['providers', 'zavu']).ended;
  expect(known.stdout).toContain(
    'over the time, the body; at most 300 s old, 60 s ahead; in x-zavu-signature',
  );
  expect(known.stdout).toContain('after 1 min, 5 min, 15 min, 1 h, 4 h.');
  const alone = await run(['providers', 'stripe']).ended;
  expect(alone).toMatchObject({ code: 0, stdout: expect.stringContaining('stripe-v1') });
  expect((await run(['providers', 'strip']).ended).stderr).toContain('stripe');
});
