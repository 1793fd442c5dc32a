import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/test-support/temporary-folder.ts';
import { loadCatalog } from '../provider-catalog.ts';
import { type Answer, startStoryHandler } from './test-support/story-handler.ts';
import { openRig } from './test-support/story-rig.ts';

const secret = 'whsec_of_stripe';
const body = '{"id":"evt_1","object":"event","type":"charge.succeeded","data":{"object":{}}}';
const signatureAt = (time: number): string =>
  `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;

/** The first call is never answered. */
const hangsOnce: Answer = (_call, response, count) => {
  if (count > 1) response.writeHead(200).end();
};

it('a copy that was signed anew outlives a stop half way, with the same signature', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startStoryHandler(hangsOnce);
  const options = {
    dataDir: folder.path,
    endpoints: [{ name: 'stripe', provider: 'stripe', secrets: [secret], reply: 'ack' as const }],
    catalog: loadCatalog(),
  };
  const old = signatureAt(Math.floor(Date.now() / 1000) - 7200);
  {
    await using rig = await openRig(options);
    await rig.send('/stripe', body, { headers: { 'Stripe-Signature': old } });
    const { id } = await rig.event('/stripe');
    const begun = await rig.hooktap.inspection.replay(id, { resign: true, target: handler.url });
    expect(begun).toMatchObject({ ok: true, value: { delivery: { signature: 'resigned' } } });
    await handler.called(1);
  }
  await using again = await openRig(options);
  const [first, second] = await handler.called(2);
  expect(second).toMatchObject({ deliveryId: first?.deliveryId, attempt: 2, body });
  const time = /^t=(\d+),/.exec(String(second?.headers['stripe-signature']))?.[1];
  expect(second?.headers['stripe-signature']).toBe(signatureAt(Number(time)));
  expect(second?.headers['stripe-signature']).toBe(first?.headers['stripe-signature']);
  expect(second?.headers['stripe-signature']).not.toBe(old);
  await again.deliveries('/stripe', 'succeeded');
});

it('where a provider signs nothing, a secret is not what is lacking', async () => {
  await using rig = await openRig({
    endpoints: [
      { name: 'zapi', path: '/zapi', provider: 'zapi' },
      { name: 'stripe', path: '/stripe', provider: 'stripe' },
    ],
    catalog: loadCatalog(),
  });
  for (const path of ['/zapi', '/stripe']) await rig.send(path, body);
  const { id } = await rig.event('/zapi');
  const wish = { resign: true, target: 'http://127.0.0.1:9' } as const;
  expect(await rig.hooktap.inspection.replay(id, wish)).toMatchObject({
    ok: false,
    error: {
      code: 'cannot-sign',
      message: expect.stringMatching(/^Z-API documents no signature.*Replay it as captured\.$/),
    },
  });
  const other = await rig.event('/stripe');
  expect(await rig.hooktap.inspection.replay(other.id, wish)).toMatchObject({
    ok: false,
    error: { code: 'no-secret' },
  });
});
