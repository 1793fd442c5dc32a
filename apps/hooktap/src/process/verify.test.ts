import type { EventId } from '@hooktap/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProviderProject, stripeSecret, stripeSignature } from '../test-support/provider-project.ts';

const project = new ProviderProject();
beforeEach(() => project.open());
afterEach(() => project.close());

describe('verify', () => {
  it("names another endpoint's secret, and none where it is a stranger's", async () => {
    const { trigger, read, run, client, stop } = await project.start();
    const env = { OTHER: stripeSecret, STRANGE: 'whsec_nobody_knows' };
    const [other] = await trigger(['zavu', 'message.inbound', '--secret-env', 'OTHER'], env);
    const [strange] = await trigger(['zavu', 'message.inbound', '--secret-env', 'STRANGE'], env);
    expect((await read(other?.eventId)).verification.verdict).toBe('invalid');
    expect(await client.verification(other?.eventId as EventId)).toMatchObject({
      verification: { verdict: 'invalid', scheme: 'zavu-v2' },
      findings: [{ code: 'other-endpoint-secret', certain: true }],
      steps: [{ scheme: 'zavu-v2', computed: [{ secretIndex: 0, matches: false }] }],
    });
    const doubtful = await client.verification(strange?.eventId as EventId);
    expect(doubtful.findings).toEqual([]);
    expect(doubtful.tried.length).toBeGreaterThan(3);
    // The same with the store alone, whose secrets come from the config file.
    await stop();
    const printed = await run(['verify', other?.eventId ?? '']).ended;
    expect(printed.code).toBe(1);
    for (const text of ['invalid', 'X-Zavu-Signature', 'a full stop', 'does not match', 'another endpoint']) {
      expect(printed.stdout).toContain(text);
    }
    expect(printed.stdout).not.toContain(stripeSecret);
    const json = await run(['verify', other?.eventId ?? '', '--json']).ended;
    expect(JSON.parse(json.stdout)).toMatchObject({ findings: [{ code: 'other-endpoint-secret' }] });
    const shown = await run(['show', other?.eventId ?? '']).ended;
    expect(shown.stdout).toMatch(/Provider {2}zavu {2}message\.inbound/);
    expect(shown.stdout).toContain('Signature invalid');
  });

  it('says what it takes where nothing could be checked', async () => {
    const { ready, run, client } = await project.start();
    const verified = async (headers: Record<string, string>) => {
      await fetch(`${ready.receiver}/elsewhere`, { method: 'POST', headers, body: '{}' });
      const [item] = (await client.events()).items;
      return (await run(['verify', item?.id ?? '']).ended).stdout;
    };
    expect(await verified({ 'Stripe-Signature': stripeSignature('{}', 0) })).toContain(
      '→ Set HOOKTAP_SECRET_DEFAULT in the environment',
    );
    expect(await verified({})).toContain("write provider: '…' at the endpoint 'default'");
  });

  it('shows hostile headers without acting on them', async () => {
    const { ready, run, client } = await project.start();
    await fetch(`${ready.receiver}/zavu`, {
      method: 'POST',
      headers: { 'X-Zavu-Signature': 't=1,v2=\u009b31mred' },
      body: '{"type":"message.inbound\u202e"}',
    });
    const [item] = (await client.events()).items;
    const { stdout } = await run(['verify', item?.id ?? '']).ended;
    expect(stdout).toContain('\\x9b31mred');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    expect(stdout).not.toMatch(/[\u0000-\u0009\u007f-\u009f\u202e]/);
  });

  it('says why the handler refuses a valid event', async () => {
    const { ready, client, read } = await project.start();
    const body = '{"id":"evt_1","object":"event","type":"charge.succeeded","data":{"object":{}}}';
    const send = (ageSeconds: number) =>
      fetch(`${ready.receiver}/stripe`, {
        method: 'POST',
        headers: { 'Stripe-Signature': stripeSignature(body, ageSeconds) },
        body,
      });
    expect((await send(0)).status).toBe(200);
    const [item] = (await client.events()).items;
    const id = (await read(item?.id)).id;
    await client.replay(id, { edit: { body: { text: `${body} ` } } });
    await expect.poll(async () => (await client.event(id)).delivery?.lastStatusCode).toBe(401);
    expect((await client.verification(id)).handler).toMatchObject({
      statusCode: 401,
      findings: [{ code: 'handler-edited', certain: true }],
    });
  });
});
