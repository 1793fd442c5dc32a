import type { ProviderPack } from '../../pack.ts';
import { firstTextAt, joinParts, textAt, threadKey } from '../../payload.ts';
import type { PayloadReading, ReadableRequest } from '../../reading.ts';
import { bodyHmacScheme } from '../../signature/hmac-scheme.ts';
import { shopifyEventTypes, shopifySamples } from './samples.ts';

const docs = 'https://shopify.dev/docs/apps/build/webhooks/subscribe/https';

export const shopify: ProviderPack = {
  name: 'shopify',
  title: 'Shopify',
  docs: [{ title: 'HTTPS webhooks', url: docs }],
  facts: [
    {
      about: 'secret',
      certainty: 'verified',
      says: 'The key is the app’s secret.',
    },
    {
      about: 'header spelling',
      certainty: 'observed',
      says: 'X-Shopify-Hmac-SHA256; header names are compared without case.',
    },
    {
      about: 'retry intervals',
      certainty: 'unknown',
      says: 'Eight tries within four hours with growing waits; the single waits are not published.',
    },
  ],
  retry: {
    deadlineMs: 5000,
    certainty: 'verified',
    source: 'https://shopify.dev/changelog/updates-to-webhook-retry-mechanism',
    note: 'Eight retries over four hours with exponential backoff, with the payload of the first time. The deadline is from other sources than the changelog.',
  },
  recognise(head) {
    if (head.header('x-shopify-topic') === undefined && head.header('x-shopify-hmac-sha256') === undefined)
      return null;
    return { confidence: 'certain', reason: 'It has an X-Shopify-… header.' };
  },
  read: readShopify,
  eventTypes: shopifyEventTypes,
  schemes: [
    bodyHmacScheme({
      name: 'shopify-hmac',
      title: 'Shopify HMAC',
      docs,
      header: 'X-Shopify-Hmac-SHA256',
      prefix: '',
      encoding: 'base64',
    }),
  ],
  handshakes: [],
  samples: shopifySamples,
};

function readShopify({ json, header }: ReadableRequest): PayloadReading {
  const topic = header('x-shopify-topic');
  const id = textAt(json, 'id');
  const price = firstTextAt(json, ['total_price', 'current_total_price']);
  const time = Date.parse(header('x-shopify-triggered-at') ?? '');
  return {
    eventType: topic,
    providerEventId: header('x-shopify-webhook-id'),
    subject: joinParts(
      firstTextAt(json, ['name', 'title', 'email']),
      price && `${price} ${textAt(json, 'currency') ?? ''}`.trim(),
      header('x-shopify-shop-domain'),
    ),
    threadKeys: topic ? threadKey(topic.split('/')[0] ?? 'object', id) : [],
    status: firstTextAt(json, ['financial_status', 'fulfillment_status', 'status']),
    providerTimeMs: Number.isNaN(time) ? undefined : time,
  };
}
