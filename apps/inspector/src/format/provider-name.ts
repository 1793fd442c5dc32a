const names: Readonly<Record<string, string>> = {
  zavu: 'Zavu',
  vzaps: 'VZaps',
  zapi: 'Z-API',
  github: 'GitHub',
  stripe: 'Stripe',
  slack: 'Slack',
  twilio: 'Twilio',
  shopify: 'Shopify',
  svix: 'Svix',
  'standard-webhooks': 'Standard Webhooks',
  meta: 'Meta',
  telegram: 'Telegram',
};

/** As the provider writes itself; one that is not known, by its name in the search language. */
export function providerName(provider: string): string {
  return Object.hasOwn(names, provider) ? (names[provider] ?? provider) : provider;
}
