import type { EventId, SignatureBreak } from '@hooktap/protocol';
import { verify as githubVerify } from '@octokit/webhooks-methods';
import { isValidSlackRequest } from '@slack/bolt/dist/receivers/verify-request.js';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { Webhook as SvixWebhook } from 'svix';
import twilio from 'twilio';
import { expect, it } from 'vitest';
import { loadCatalog } from '../provider-catalog.ts';
import { type Call, startStoryHandler } from './test-support/story-handler.ts';
import { openRig } from './test-support/story-rig.ts';

const base64Secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const stripe = new Stripe('sk_test_unused');
const all = ['stale', 'secret', 'body', 'missing'] as const;

interface Official {
  readonly provider: string;
  readonly sample: string;
  readonly secret: string;
  readonly breaks: readonly SignatureBreak[];
  /** False or an exception: refused. `url`: as the provider called it. */
  accepts(call: Call, secret: string, url: string): unknown;
}

const header = ({ headers }: Call, name: string): string => String(headers[name] ?? '');
const texts = ({ headers }: Call) => headers as Record<string, string>;

/** The providers' own verification code, as their documentation uses it in a handler. */
const officials: readonly Official[] = [
  {
    provider: 'stripe',
    sample: 'payment_intent.succeeded',
    secret: 'whsec_test',
    breaks: all,
    accepts: (call, secret) =>
      stripe.webhooks.constructEvent(call.body, header(call, 'stripe-signature'), secret),
  },
  {
    provider: 'github',
    sample: 'push',
    secret: 'segredo',
    breaks: ['secret', 'body', 'missing'],
    accepts: (call, secret) => githubVerify(secret, call.body, header(call, 'x-hub-signature-256')),
  },
  {
    provider: 'slack',
    sample: 'message',
    secret: 'segredo',
    breaks: all,
    accepts: (call, secret) =>
      isValidSlackRequest({
        signingSecret: secret,
        body: call.body,
        headers: {
          'x-slack-signature': header(call, 'x-slack-signature'),
          'x-slack-request-timestamp': Number(header(call, 'x-slack-request-timestamp')),
        },
      }),
  },
  {
    provider: 'svix',
    sample: 'example.created',
    secret: base64Secret,
    breaks: all,
    accepts: (call, secret) => {
      new SvixWebhook(secret).verify(call.body, texts(call));
      return true;
    },
  },
  {
    provider: 'standard-webhooks',
    sample: 'example.created',
    secret: base64Secret,
    breaks: all,
    accepts: (call, secret) => {
      new StandardWebhook(secret).verify(call.body, texts(call));
      return true;
    },
  },
  {
    provider: 'twilio',
    sample: 'message.incoming',
    secret: 'auth_token',
    breaks: ['secret', 'body', 'missing'],
    accepts: (call, secret, url) => {
      const fields = Object.fromEntries(new URLSearchParams(call.body));
      return twilio.validateRequest(secret, header(call, 'x-twilio-signature'), url, fields);
    },
  },
];

it.each(officials)(
  'a handler with $provider’s own code takes what is triggered and re-signed, and refuses each break',
  async ({ provider, sample, secret, breaks, accepts }) => {
    let url = '';
    await using handler = await startStoryHandler(async (call, response) => {
      const accepted = await Promise.resolve()
        .then(() => accepts(call, secret, url))
        .catch(() => false);
      response.writeHead(accepted ? 200 : 401).end();
    });
    const catalog = await loadCatalog();
    const endpoints = [{ name: provider, provider, secrets: [secret], reply: 'ack' as const }];
    await using rig = await openRig({ endpoints, catalog: Promise.resolve(catalog) });
    const { inspection } = rig.hooktap;

    url = `${handler.url}/`;
    const sent = await inspection.providers.trigger({ provider, eventType: sample, to: handler.url });
    expect(sent).toMatchObject({ ok: true, value: { items: [{ outcome: { statusCode: 200 } }] } });

    // One of two hours ago, as it was captured.
    const past = Date.now() - 7_200_000;
    url = `${rig.origin}/hook`;
    const made = catalog.sample(provider, sample, { url, now: past });
    if (made.kind !== 'sampled') throw new Error(made.kind);
    const old = catalog.sign(provider, made.request, secret, { now: past });
    if (old.kind !== 'signed') throw new Error(old.reason);
    const headers = old.request.rawHeaders.filter(([name]) => !/^(host|content-length)$/i.test(name));
    await rig.send('/hook', old.request.body.toString('utf8'), {
      headers: headers.map(([name, value]) => [name, value]),
    });
    const { id } = await rig.event('/hook');
    const answered = async (
      request: { resign: true } | { break: SignatureBreak },
    ): Promise<number | null> => {
      const before = handler.calls.length;
      const replayed = await inspection.replay(id as EventId, { ...request, target: handler.url });
      if (!replayed.ok) throw new Error(replayed.error.message);
      await handler.called(before + 1);
      const deliveryId = replayed.value.delivery.id;
      return rig.until(async () => {
        const outcome = (await rig.store.delivery(deliveryId))?.attempts.at(-1)?.outcome;
        return outcome?.kind === 'responded' && outcome.statusCode;
      });
    };
    expect(await answered({ resign: true })).toBe(200);
    for (const how of breaks) expect(await answered({ break: how }), how).toBe(401);
  },
);
