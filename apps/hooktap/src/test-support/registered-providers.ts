import {
  githubCredentials,
  type ProviderApi,
  startGithubApi,
  startStripeApi,
  startTelegramApi,
  startTwilioApi,
  startVzapsApi,
  startZapiApi,
  startZavuApi,
  stripeCredentials,
  telegramCredentials,
  twilioCredentials,
  vzapsCredentials,
  type ZapiState,
  zapiCredentials,
  zavuKey,
} from '@hooktap/testing';

export const production = 'https://production.example/hooks';
export const colleague = 'https://colleague.example/hooks';

/** A provider with a webhook of production's, and how it is registered. */
export interface RegisteredProvider extends AsyncDisposable {
  readonly flags: readonly string[];
  /** Where its API is. */
  readonly address: Record<string, string>;
  readonly credentials: Readonly<Record<string, string>>;
  readonly api: Pick<ProviderApi<never>, 'calls'>;
  /** The URLs that are set, each once. */
  urls(): readonly (string | null)[];
  change(url: string): void;
  until(test: (urls: readonly (string | null)[]) => boolean): Promise<void>;
}

const unique = (urls: Iterable<string | null>) => [...new Set(urls)];

/** A stand-in whose state has the URL in one field. */
async function caseOf<Field extends string, State extends Record<Field, string>>(
  api: ProviderApi<State>,
  field: Field,
  about: Pick<RegisteredProvider, 'flags' | 'address' | 'credentials'>,
): Promise<RegisteredProvider> {
  const urls = () => [api.state[field]];
  return {
    ...about,
    api,
    urls,
    change: (url) => {
      Object.assign(api.state, { [field]: url });
    },
    until: (test) => api.until(() => test(urls())),
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  };
}

export const registeredProviders = {
  async zavu() {
    const webhook = { url: production, events: ['message.inbound'], active: true, secret: 'whsec_kept' };
    const api = await startZavuApi({ senders: { snd_1: webhook }, httpsOnly: false });
    const urls = () => [api.state.senders['snd_1']?.url ?? null];
    return {
      flags: ['--sender', 'snd_1'],
      address: { ZAVUDEV_BASE_URL: api.url },
      credentials: { ZAVUDEV_API_KEY: zavuKey },
      api,
      urls,
      change: (url) => {
        api.state.senders['snd_1'] = { ...webhook, url };
      },
      until: (test) => api.until(() => test(urls())),
      [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
    };
  },
  async vzaps() {
    const api = await startVzapsApi({ url: production, events: ['Message', 'ReadReceipt'] });
    return {
      flags: ['--instance', 'VZ1'],
      address: { VZAPS_BASE_URL: api.url },
      credentials: vzapsCredentials,
      api,
      urls: () => [api.state.url],
      change: (url) => {
        api.state.url = url;
      },
      until: (test) => api.until(({ url }) => test([url])),
      [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
    };
  },
  async zapi() {
    const chosen = ['receivedCallbackUrl', 'deliveryCallbackUrl', 'messageStatusCallbackUrl'];
    const urlsOf = (state: ZapiState) => unique(chosen.map((field) => state[field] ?? null));
    const api = await startZapiApi(Object.fromEntries(chosen.map((field) => [field, production])));
    return {
      flags: ['--instance', 'I1', '--callbacks', 'received,delivery,message-status'],
      address: { ZAPI_BASE_URL: api.url },
      credentials: zapiCredentials,
      api,
      urls: () => urlsOf(api.state),
      change: (url) => {
        for (const field of chosen) api.state[field] = url;
      },
      until: (test) => api.until((state) => test(urlsOf(state))),
      [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
    };
  },
  async telegram() {
    const api = await startTelegramApi({
      url: production,
      allowed_updates: ['message'],
      max_connections: 7,
      secretToken: telegramCredentials.TELEGRAM_SECRET_TOKEN,
    });
    const address = { TELEGRAM_BASE_URL: api.url };
    return caseOf(api, 'url', { flags: [], address, credentials: telegramCredentials });
  },
  async github() {
    const api = await startGithubApi({
      url: production,
      content_type: 'json',
      insecure_ssl: '0',
      secret: 'kept',
    });
    const flags = ['--repository', 'aurora/loja', '--hook', '42'];
    return caseOf(api, 'url', {
      flags,
      address: { GITHUB_API_URL: api.url },
      credentials: githubCredentials,
    });
  },
  async stripe() {
    const api = await startStripeApi({ url: production, enabled_events: ['invoice.paid'] });
    const flags = ['--endpoint', 'we_1'];
    return caseOf(api, 'url', {
      flags,
      address: { STRIPE_API_BASE: api.url },
      credentials: stripeCredentials,
    });
  },
  async twilio() {
    const api = await startTwilioApi({ sms_url: production, voice_url: colleague });
    const { TWILIO_AUTH_TOKEN, TWILIO_ACCOUNT_SID } = twilioCredentials;
    const address = { TWILIO_BASE_URL: api.url, TWILIO_ACCOUNT_SID };
    // The account's SID is a name, no secret.
    return caseOf(api, 'sms_url', {
      flags: ['--number', 'PN1'],
      address,
      credentials: { TWILIO_AUTH_TOKEN },
    });
  },
} satisfies Readonly<Record<string, () => Promise<RegisteredProvider>>>;
