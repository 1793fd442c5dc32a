import Zavudev from '@zavudev/sdk';
import { expect, it } from 'vitest';
import { startZavuApi, zavuKey } from './zavu-api.ts';

const hook = 'https://loja.example/hook';
const other = 'https://other.example/hook';

it('answers the official SDK as Zavu does: a secret once, kept by a change of URL', async () => {
  await using zavu = await startZavuApi({ senders: { snd_1: null } });
  const client = new Zavudev({ apiKey: zavuKey, baseURL: zavu.url, maxRetries: 0 });
  const first = await client.senders.update('snd_1', {
    webhookUrl: hook,
    webhookEvents: ['message.inbound'],
    webhookActive: true,
  });
  expect(first.webhook).toMatchObject({ url: hook, events: ['message.inbound'], active: true });
  expect(first.webhook?.secret).toMatch(/^whsec_/);
  const second = await client.senders.update('snd_1', { webhookUrl: other });
  expect(second.webhook).toMatchObject({ url: other, events: ['message.inbound'] });
  expect(second.webhook?.secret).toBeUndefined();
  const read = await client.senders.retrieve('snd_1');
  expect(read.webhook).toMatchObject({ url: other, active: true });
  expect(zavu.state.senders['snd_1']?.secret).toBe(first.webhook?.secret);
});

it('refuses the official SDK what Zavu refuses', async () => {
  await using zavu = await startZavuApi({ senders: { snd_1: null } });
  const client = new Zavudev({ apiKey: zavuKey, baseURL: zavu.url, maxRetries: 0 });
  const http = client.senders.update('snd_1', { webhookUrl: 'http://localhost:3000' });
  await expect(http).rejects.toMatchObject({ status: 400 });
  await expect(client.senders.retrieve('snd_2')).rejects.toMatchObject({ status: 404 });
  const stranger = new Zavudev({ apiKey: 'zv_test_wrong', baseURL: zavu.url, maxRetries: 0 });
  await expect(stranger.senders.retrieve('snd_1')).rejects.toMatchObject({ status: 401 });
});
