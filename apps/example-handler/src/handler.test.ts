import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleHandler, startHandler } from './handler.js';

describe('the example handler', () => {
  let handler: ExampleHandler;
  const seen: number[] = [];
  beforeAll(async () => {
    handler = await startHandler({ onHandled: ({ statusCode }) => seen.push(statusCode) });
  });
  afterAll(() => handler.close());

  it.each([
    ['/anything?x=1', 200],
    ['/fail', 500],
    ['/webhooks/fail', 500],
    ['/missing', 404],
  ])('answers %s with %i', async (path, statusCode) => {
    const response = await fetch(`${handler.url}${path}`, { method: 'POST', body: '{"a":1}' });
    expect(response.status).toBe(statusCode);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(seen.at(-1)).toBe(statusCode);
  });

  it('refuses what is not signed with the secret that it was given', async () => {
    const strict = await startHandler({ stripeSecret: 'whsec_right' });
    const body = '{"a":1}';
    const send = async (secret: string) => {
      const v1 = createHmac('sha256', secret).update(`1795271517.${body}`).digest('hex');
      const headers = { 'Stripe-Signature': `t=1795271517,v1=${v1}` };
      return (await fetch(`${strict.url}/webhooks/stripe`, { method: 'POST', headers, body })).status;
    };
    expect([await send('whsec_right'), await send('whsec_other')]).toEqual([200, 401]);
    expect((await fetch(`${strict.url}/webhooks/stripe`, { method: 'POST', body })).status).toBe(401);
    await strict.close();
  });

  it('says how many bytes it took in', async () => {
    const response = await fetch(handler.url, { method: 'POST', body: 'ø' });
    expect(await response.json()).toEqual({ received: true, bytes: 2 });
  });
});
