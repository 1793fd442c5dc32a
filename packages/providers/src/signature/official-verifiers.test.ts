import { Buffer } from 'node:buffer';
import type { ProviderRequest, SignatureBreak, SignOptions } from '@hooktap/core';
import { headerValue } from '@hooktap/protocol';
import { verify as githubVerify } from '@octokit/webhooks-methods';
import { isValidSlackRequest } from '@slack/bolt/dist/receivers/verify-request.js';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { Webhook as SvixWebhook } from 'svix';
import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../catalog.ts';

const catalog = createCatalog();
const base64Secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

type Accepts = (request: ProviderRequest, secret: string) => boolean | Promise<boolean>;

interface Official {
  readonly provider: string;
  readonly sample: string;
  readonly secret: string;
  readonly breaks: readonly SignatureBreak[];
  readonly accepts: Accepts;
}

const header = (request: ProviderRequest, name: string): string =>
  headerValue(request.rawHeaders, name) ?? '';
const headers = (request: ProviderRequest): Record<string, string> => Object.fromEntries(request.rawHeaders);
const whetherItThrows = (run: () => unknown): boolean => {
  try {
    run();
    return true;
  } catch {
    return false;
  }
};
const stripe = new Stripe('sk_test_unused');
const slackVerifies: Accepts = (request, secret) =>
  isValidSlackRequest({
    signingSecret: secret,
    body: request.body.toString('utf8'),
    headers: {
      'x-slack-signature': header(request, 'x-slack-signature'),
      'x-slack-request-timestamp': Number(header(request, 'x-slack-request-timestamp')),
    },
  });

/** The provider's own code, as its documentation uses it. Svix, Standard Webhooks and Slack judge by the real clock. */
const officials: readonly Official[] = [
  {
    provider: 'stripe',
    sample: 'payment_intent.succeeded',
    secret: 'whsec_test',
    breaks: ['stale', 'secret', 'body', 'missing'],
    accepts: (request, secret) =>
      whetherItThrows(() =>
        stripe.webhooks.constructEvent(request.body, header(request, 'stripe-signature'), secret),
      ),
  },
  {
    provider: 'github',
    sample: 'push',
    secret: 'segredo',
    breaks: ['secret', 'body', 'missing'],
    accepts: async (request, secret) => {
      const signature = header(request, 'x-hub-signature-256');
      return signature !== '' && githubVerify(secret, request.body.toString('utf8'), signature);
    },
  },
  {
    provider: 'svix',
    sample: 'example.created',
    secret: base64Secret,
    breaks: ['stale', 'secret', 'body', 'missing'],
    accepts: (request, secret) =>
      whetherItThrows(() => new SvixWebhook(secret).verify(request.body.toString('utf8'), headers(request))),
  },
  {
    provider: 'standard-webhooks',
    sample: 'example.created',
    secret: base64Secret,
    breaks: ['stale', 'secret', 'body', 'missing'],
    accepts: (request, secret) =>
      whetherItThrows(() =>
        new StandardWebhook(secret).verify(request.body.toString('utf8'), headers(request)),
      ),
  },
  {
    provider: 'slack',
    sample: 'message',
    secret: 'segredo',
    breaks: ['stale', 'secret', 'body', 'missing'],
    accepts: slackVerifies,
  },
  {
    provider: 'slack',
    sample: 'slash_command',
    secret: 'segredo',
    breaks: ['stale', 'secret', 'body', 'missing'],
    accepts: slackVerifies,
  },
  {
    provider: 'twilio',
    sample: 'message.incoming',
    secret: 'auth_token',
    breaks: ['secret', 'body', 'missing'],
    accepts: (request, secret) =>
      twilio.validateRequest(
        secret,
        header(request, 'x-twilio-signature'),
        request.url,
        Object.fromEntries(new URLSearchParams(request.body.toString('utf8'))),
      ),
  },
];

const now = Date.now();
const url = 'https://abc.example/hook?a=1&b=x%20y';

function made(official: Official, options: Partial<SignOptions> = {}): ProviderRequest {
  const sampled = catalog.sample(official.provider, official.sample, { url, now });
  if (sampled.kind !== 'sampled') throw new Error(JSON.stringify(sampled));
  return signed(official, sampled.request, options);
}

function signed(
  official: Official,
  request: ProviderRequest,
  options: Partial<SignOptions> = {},
): ProviderRequest {
  const result = catalog.sign(official.provider, request, official.secret, { now, ...options });
  if (result.kind !== 'signed') throw new Error(result.reason);
  return result.request;
}

describe.each(officials)('$provider’s own verifier, of $sample', (official) => {
  it('accepts a triggered sample', async () => {
    expect(await official.accepts(made(official), official.secret)).toBe(true);
  });

  it('accepts an old event that was signed again', async () => {
    const old = made(official, { now: now - 86_400_000 });
    expect(await official.accepts(signed(official, old), official.secret)).toBe(true);
  });

  it.each(official.breaks)('refuses --break %s', async (how) => {
    expect(await official.accepts(made(official, { break: how }), official.secret)).toBe(false);
    expect(await official.accepts(signed(official, made(official), { break: how }), official.secret)).toBe(
      false,
    );
  });

  it('agrees with Hooktap', () => {
    expect(catalog.verify(official.provider, made(official), [official.secret], now).verdict).toBe('valid');
    for (const how of official.breaks) {
      expect(
        catalog.verify(official.provider, made(official, { break: how }), [official.secret], now).verdict,
      ).toBe('invalid');
    }
  });
});

it('Twilio’s own verifier accepts a JSON body by its digest, and refuses another body', () => {
  const request: ProviderRequest = {
    method: 'POST',
    url: 'https://abc.example/hook',
    requestTarget: '/hook',
    path: '/hook',
    rawHeaders: [['Content-Type', 'application/json']],
    body: Buffer.from('[{"type":"com.twilio.messaging.message.sent"}]'),
  };
  const accepts = (one: ProviderRequest): boolean =>
    twilio.validateRequestWithBody(
      'auth_token',
      header(one, 'x-twilio-signature'),
      one.url,
      one.body.toString('utf8'),
    );
  const sign = (how?: SignatureBreak): ProviderRequest => {
    const result = catalog.sign('twilio', request, 'auth_token', how ? { now, break: how } : { now });
    if (result.kind !== 'signed') throw new Error(result.reason);
    return result.request;
  };
  expect(sign().requestTarget).toMatch(/^\/hook\?bodySHA256=[0-9a-f]{64}$/);
  expect(accepts(sign())).toBe(true);
  for (const how of ['secret', 'body', 'missing'] as const) expect(accepts(sign(how))).toBe(false);
});

it('what cannot be broken so is refused with the reason', () => {
  const github = catalog.sample('github', 'push', { url, now });
  const telegram = catalog.sample('telegram', 'message', { url, now });
  if (github.kind !== 'sampled' || telegram.kind !== 'sampled') throw new Error('no sample');
  expect(catalog.sign('github', github.request, 's', { now, break: 'stale' })).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('signs no time'),
  });
  expect(catalog.sign('telegram', telegram.request, 's', { now, break: 'body' })).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('does not sign the body'),
  });
  expect(catalog.sign('zapi', telegram.request, 's', { now })).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('no signature'),
  });
});

/** Those without a verifier of their own on npm: Hooktap against itself; vectors are in the other file. */
describe.each([
  ['zavu', 'message.inbound', ['stale', 'secret', 'body', 'missing']],
  ['shopify', 'orders/create', ['secret', 'body', 'missing']],
  ['meta', 'whatsapp.messages', ['secret', 'body', 'missing']],
  ['telegram', 'message', ['secret', 'missing']],
] as const)('%s', (provider, sample, breaks) => {
  const official: Official = { provider, sample, secret: 'whsec_segredo', breaks, accepts: () => true };

  it('verifies what it signs and refuses each break', () => {
    expect(catalog.verify(provider, made(official), [official.secret], now)).toMatchObject({
      verdict: 'valid',
    });
    for (const how of breaks) {
      expect(
        catalog.verify(provider, made(official, { break: how }), [official.secret], now).verdict,
        how,
      ).toBe('invalid');
    }
  });
});

it('a captured request gets back every scheme that it carried', async () => {
  const sampled = catalog.sample('zavu', 'message.read', { url, now });
  if (sampled.kind !== 'sampled') throw new Error('no sample');
  const both: ProviderRequest = {
    ...sampled.request,
    rawHeaders: [...sampled.request.rawHeaders, ['x-zavu-signature', 't=1,v1=aa,v2=bb']],
  };
  const result = catalog.sign('zavu', both, 'whsec_a', { now });
  if (result.kind !== 'signed') throw new Error(result.reason);
  expect(header(result.request, 'x-zavu-signature')).toMatch(/^t=\d+,v2=[0-9a-f]{64},v1=[0-9a-f]{64}$/);
  const steps = await catalog.steps('zavu', result.request, ['whsec_a'], now);
  expect(steps.map(({ computed }) => computed[0]?.matches)).toEqual([true, true]);
});

it('a sample can be signed with Zavu’s v1 and v2 together', async () => {
  const sampled = catalog.sample('zavu', 'message.read', { url, now });
  if (sampled.kind !== 'sampled') throw new Error('no sample');
  const result = catalog.sign('zavu', sampled.request, 'whsec_a', { now, schemes: ['zavu-v1', 'zavu-v2'] });
  if (result.kind !== 'signed') throw new Error(result.reason);
  expect(header(result.request, 'x-zavu-signature')).toMatch(/^t=\d+,v[12]=[0-9a-f]{64},v[12]=[0-9a-f]{64}$/);
  const steps = await catalog.steps('zavu', result.request, ['whsec_a'], now);
  expect(steps.map(({ scheme, computed }) => [scheme, computed[0]?.matches])).toEqual([
    ['zavu-v2', true],
    ['zavu-v1', true],
  ]);
});

it('an Ed25519 key signs (whsk_) and its public one verifies (whpk_)', () => {
  const seed = 'whsk_DPlWk5P+p02xJd8qBtjFQCJlf3hu4FeWka8wk8xKt9Q=';
  const sampled = catalog.sample('standard-webhooks', 'example.created', { url, now });
  if (sampled.kind !== 'sampled') throw new Error('no sample');
  const result = catalog.sign('standard-webhooks', sampled.request, seed, { now });
  if (result.kind !== 'signed') throw new Error(result.reason);
  const publicKey = 'whpk_D6rOShelG5TxhRLm1WTIR+qwtpBN+wnVnTEAKbcmQ8o=';
  expect(catalog.verify('standard-webhooks', result.request, [publicKey], now)).toEqual({
    verdict: 'valid',
    scheme: 'standard-webhooks-v1a',
  });
  expect(catalog.sign('standard-webhooks', result.request, publicKey, { now })).toMatchObject({
    kind: 'refused',
  });
});
