import { createHmac } from 'node:crypto';
import type { StreamChange } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/test-support/temporary-folder.ts';
import { loadCatalog } from '../provider-catalog.ts';
import { openRig } from './test-support/story-rig.ts';

const secret = 'segredo';
const body = JSON.stringify({ zen: 'Olá', repository: { full_name: 'aurora/loja' } });
const headers = {
  'X-GitHub-Event': 'push',
  'X-GitHub-Delivery': 'd7',
  'X-Hub-Signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
};
const endpoints = [{ secrets: [secret] }];
const toldOf = (wanted: string) => (change: StreamChange) =>
  change.type === 'event.updated' && change.event.requestTarget === wanted && change.event.eventType !== null;

it('what a run could not read before it ended is read by the next one', async () => {
  await using folder = await temporaryFolder();
  {
    // The packs never came.
    await using rig = await openRig({ dataDir: folder.path, endpoints, catalog: new Promise(() => {}) });
    await rig.send('/first', body, { headers });
    await rig.send('/large', body.replace('Olá', 'x'.repeat(300_000)), { headers });
    expect((await rig.event('/first')).verification.reason).toBe('Not checked yet.');
  }
  await using rig = await openRig({ dataDir: folder.path, endpoints, catalog: loadCatalog() });
  await rig.told(toldOf('/first'));
  await rig.told(toldOf('/large'));
  expect(await rig.event('/first')).toMatchObject({
    provider: 'github',
    eventType: 'push',
    providerEventId: 'd7',
    verification: { verdict: 'valid' },
  });
  expect(await rig.event('/large')).toMatchObject({
    provider: 'github',
    duplicateOf: (await rig.event('/first')).id,
    verification: { verdict: 'invalid' },
  });
});

it('a stop ends it, and what is unread waits for the next run', async () => {
  await using folder = await temporaryFolder();
  const catalog = loadCatalog();
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints, catalog: new Promise(() => {}) });
    for (const path of ['/a', '/b', '/c']) await rig.send(path, body, { headers });
  }
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints, catalog });
    await rig.close();
  }
  await using rig = await openRig({ dataDir: folder.path, endpoints, catalog });
  for (const path of ['/a', '/b', '/c']) {
    await rig.until(async () => (await rig.event(path)).verification.verdict === 'valid');
  }
});
