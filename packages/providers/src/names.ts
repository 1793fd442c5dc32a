/** Apart from the packs, so that who only checks a name loads nothing else. In the order in which they are asked. */
export const providerNames = [
  'zavu',
  'stripe',
  'github',
  'slack',
  'twilio',
  'shopify',
  'svix',
  'meta',
  'telegram',
  'zapi',
  'vzaps',
  'standard-webhooks',
] as const;

/** Handshakes that no pack brings: what `handshake.also` takes. */
export const otherHandshakeNames = ['twitter-crc', 'zoom', 'get-200'] as const;
