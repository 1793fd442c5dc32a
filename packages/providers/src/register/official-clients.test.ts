import {
  githubCredentials,
  startGithubApi,
  startStripeApi,
  startTelegramApi,
  startTwilioApi,
  stripeCredentials,
  telegramCredentials,
  twilioCredentials,
} from '@hooktap/testing';
import Stripe from 'stripe';
import twilio from 'twilio';
import { expect, it } from 'vitest';

const hook = 'https://loja.example/hook';
const other = 'https://other.example/hook';

// The stand-ins that registration is tried against have to be understood by the providers' own clients too.

it('Stripe’s client reads and changes the stand-in’s endpoint', async () => {
  await using api = await startStripeApi({ url: hook, enabled_events: ['invoice.paid'] });
  const { port } = new URL(api.url);
  const options = { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 } as const;
  const client = new Stripe(stripeCredentials.STRIPE_API_KEY, options);
  expect(await client.webhookEndpoints.retrieve('we_1')).toMatchObject({ id: 'we_1', url: hook });
  const changed = await client.webhookEndpoints.update('we_1', { url: other });
  expect(changed).toMatchObject({ url: other, enabled_events: ['invoice.paid'] });
  await client.webhookEndpoints.update('we_1', { enabled_events: ['charge.failed', 'charge.succeeded'] });
  expect(api.state).toEqual({ url: other, enabled_events: ['charge.failed', 'charge.succeeded'] });
  await expect(client.webhookEndpoints.retrieve('we_2')).rejects.toMatchObject({ statusCode: 404 });
  const stranger = new Stripe('sk_test_wrong', options);
  await expect(stranger.webhookEndpoints.retrieve('we_1')).rejects.toMatchObject({ statusCode: 401 });
});

it('Twilio’s client reads and changes the stand-in’s number', async () => {
  await using api = await startTwilioApi({ sms_url: hook, voice_url: '' });
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = twilioCredentials;
  const client = twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN);
  client.api.baseUrl = api.url;
  const number = client.incomingPhoneNumbers('PN1');
  expect(await number.fetch()).toMatchObject({ sid: 'PN1', smsUrl: hook });
  expect(await number.update({ smsUrl: other })).toMatchObject({ smsUrl: other, voiceUrl: '' });
  expect(api.state).toEqual({ sms_url: other, voice_url: '' });
  await expect(client.incomingPhoneNumbers('PN2').fetch()).rejects.toMatchObject({ status: 404 });
  const stranger = twilio(TWILIO_ACCOUNT_SID, 'wrong');
  stranger.api.baseUrl = api.url;
  await expect(stranger.incomingPhoneNumbers('PN1').fetch()).rejects.toMatchObject({ status: 401 });
});

// Without a client of theirs at hand: what their documentation says of the stand-ins' answers.

it('Telegram’s stand-in takes away a secret that is not given again', async () => {
  const token = telegramCredentials.TELEGRAM_BOT_TOKEN;
  await using api = await startTelegramApi({
    url: '',
    allowed_updates: [],
    max_connections: 40,
    secretToken: null,
  });
  const call = async (method: string, body: object) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`${api.url}/bot${token}/${method}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return response.json();
  };
  expect(await call('setWebhook', { url: hook, secret_token: 's' })).toMatchObject({
    ok: true,
    result: true,
  });
  expect(await call('getWebhookInfo', {})).toMatchObject({ ok: true, result: { url: hook } });
  await call('setWebhook', { url: other });
  expect(api.state).toMatchObject({ url: other, secretToken: null });
  expect(await (await fetch(`${api.url}/bot1:wrong/getWebhookInfo`)).json()).toMatchObject({
    error_code: 401,
  });
});

it('GitHub’s stand-in keeps the secret when the URL changes, and never shows it', async () => {
  await using api = await startGithubApi({
    url: hook,
    content_type: 'json',
    insecure_ssl: '0',
    secret: 'kept',
  });
  const call = async (method: string, more: RequestInit = {}) => {
    const headers = { Authorization: `Bearer ${githubCredentials.GITHUB_TOKEN}`, 'User-Agent': 'test' };
    const response = await fetch(`${api.url}/repos/aurora/loja/hooks/42/config`, {
      method,
      headers,
      ...more,
    });
    return { status: response.status, body: await response.text() };
  };
  const changed = await call('PATCH', { body: JSON.stringify({ url: other }) });
  expect(JSON.parse(changed.body)).toMatchObject({ url: other, content_type: 'json', secret: '********' });
  expect(api.state.secret).toBe('kept');
  expect((await call('GET', { headers: { 'User-Agent': 'test' } })).status).toBe(401);
});
