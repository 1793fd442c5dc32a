import type { EventId, ReplayRequest } from '@hooktap/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProviderProject, stripeSignature } from '../test-support/provider-project.ts';

const project = new ProviderProject();
beforeEach(() => project.open());
afterEach(() => project.close());

describe('replay', () => {
  it('of an old event is refused as it was, and accepted re-signed; each --break is refused', async () => {
    const { ready, client, run } = await project.start();
    const body = '{"id":"evt_1","object":"event","type":"charge.succeeded","data":{"object":{}}}';
    await fetch(`${ready.receiver}/stripe`, {
      method: 'POST',
      headers: { 'Stripe-Signature': stripeSignature(body, 7200) },
      body,
    });
    const [item] = (await client.events()).items;
    const id = item?.id ?? '';
    const ways: ReplayRequest[] = [
      {},
      { resign: true },
      { break: 'stale' },
      { break: 'secret' },
      { break: 'body' },
    ];
    for (const [index, way] of ways.entries()) {
      await client.replay(id as EventId, way);
      await expect.poll(() => project.verified.length).toBe(index + 2);
    }
    expect((await run(['replay', id, '--break', 'missing']).ended).code).toBe(1);
    expect(project.verified.map(({ status }) => status)).toEqual([401, 401, 200, 401, 401, 401, 401]);
    const { deliveries } = await client.event(id as EventId);
    expect(deliveries.map(({ signature }) => signature)).toEqual([
      'as-captured',
      'as-captured',
      'resigned',
      'stale',
      'broken',
      'broken',
      'broken',
    ]);
    // A person's retry sends the signed copy again, not what was captured.
    await client.retry(deliveries[2]?.id as (typeof deliveries)[0]['id']);
    await expect.poll(() => project.verified.map(({ status }) => status).slice(7)).toEqual([200]);
  });

  it('signs an edited copy over its own bytes', async () => {
    const { trigger, run } = await project.start();
    const [sent] = await trigger(['stripe', 'invoice.paid']);
    const { code } = await run(['replay', sent?.eventId ?? '', '--set', 'livemode=true', '--resign']).ended;
    expect(code).toBe(0);
    expect(project.verified.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('of many is a batch that is signed anew', async () => {
    const { ready, run } = await project.start();
    for (const id of ['evt_1', 'evt_2']) {
      const body = `{"id":"${id}","object":"event","type":"charge.succeeded","data":{"object":{}}}`;
      const headers = { 'Stripe-Signature': stripeSignature(body, 7200) };
      await fetch(`${ready.receiver}/stripe`, { method: 'POST', headers, body });
    }
    expect((await run(['replay', '--last', '2', '--resign']).ended).code).toBe(0);
    expect(project.verified.map(({ status }) => status)).toEqual([401, 401, 200, 200]);
  });

  it('says what it needs', async () => {
    const { trigger, run, client } = await project.start();
    const [zapi] = await trigger(['zapi', 'ReceivedCallback', '--to', '/zapi']);
    expect(zapi).toMatchObject({ scheme: null, unsigned: expect.stringContaining('Z-API') });
    const to = ['--resign', '--to', project.handlerUrl];
    const unsigned = await run(['replay', zapi?.eventId ?? '', ...to]).ended;
    expect(unsigned).toMatchObject({ code: 1, stderr: expect.stringContaining('documents no signature') });
    const [stripe] = await trigger(['stripe', 'invoice.paid', '--to', '/unknown']);
    const unsecret = await run(['replay', stripe?.eventId ?? '', ...to]).ended;
    expect(unsecret).toMatchObject({ code: 1, stderr: expect.stringContaining('HOOKTAP_SECRET_DEFAULT') });
    const [github] = await trigger(['github', 'push']);
    const stale = client.replay(github?.eventId as EventId, { break: 'stale' });
    await expect(stale).rejects.toMatchObject({ code: 'cannot-sign', status: 409 });
  });
});
