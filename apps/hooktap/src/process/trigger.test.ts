import { join } from 'node:path';
import type { EventId } from '@hooktap/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quiet } from '../test-support/bin.ts';
import { ProviderProject, stripeSecret } from '../test-support/provider-project.ts';

const project = new ProviderProject();
beforeEach(() => project.open());
afterEach(() => project.close());

describe('trigger', () => {
  it('sends what its provider would, through the receiver', async () => {
    const { trigger, read } = await project.start();
    const [sent] = await trigger(['zavu', 'message.inbound', '--set', 'data.text=Olá 5', '--seed', '7']);
    expect(sent).toMatchObject({ scheme: 'zavu-v2', outcome: { kind: 'responded', statusCode: 200 } });
    const event = await read(sent?.eventId);
    expect(event).toMatchObject({
      via: 'trigger',
      endpoint: 'zavu',
      provider: 'zavu',
      eventType: 'message.inbound',
      verification: { verdict: 'valid', scheme: 'zavu-v2' },
      path: '/zavu',
    });
    expect(event.subject).toContain('Olá 5');
    expect(event.rawHeaders.map(([name]) => name.toLowerCase())).not.toContain('hooktap-trigger');
  });

  it('of every provider is recognised, and valid where the provider signs', async () => {
    const { ready, client, read } = await project.start();
    for (const { name, schemes } of (await client.providers()).items) {
      const secrets = [`whsec_${Buffer.from(`secret of ${name}`).toString('base64')}`];
      const config = { name: `of-${name}`, path: `/of/${name}`, provider: name, secrets };
      const put = await fetch(`${ready.inspector}/api/endpoints/of-${name}`, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${ready.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(config),
      });
      expect(put.status, name).toBe(200);
      const { eventTypes } = await client.provider(name);
      const eventType = eventTypes.find(({ samples }) => samples.length > 0)?.name ?? '';
      const { items } = await client.trigger({ provider: name, eventType, to: `/of/${name}` });
      const event = await read(items[0]?.eventId);
      expect(event, name).toMatchObject({
        via: 'trigger',
        provider: name,
        verification: { verdict: schemes.length > 0 ? 'valid' : 'unchecked' },
      });
      expect(event.eventType, name).toBe(eventType);
    }
  });

  it('comes to the endpoint that is called like the provider where none names it', async () => {
    const folder = project.bench.folder();
    const inFolder = (args: string[]) =>
      project.bench.run(
        [...args, '--data-dir', join(folder, '.data')],
        { HOOKTAP_SECRET_STRIPE: stripeSecret },
        folder,
      );
    await inFolder([
      ...quiet,
      '--json',
      `/hooks=${project.handlerUrl}/none`,
      `/stripe=${project.handlerUrl}`,
    ]).ready();
    const { stdout } = await inFolder(['trigger', 'stripe', 'invoice.paid', '--json']).ended;
    expect(JSON.parse(stdout)).toMatchObject({
      scheme: 'stripe-v1',
      outcome: { kind: 'responded', statusCode: 200 },
    });
    expect(project.verified).toEqual([{ status: 200, path: '/stripe' }]);
  });

  it('sends no more when whoever asked for it has gone', async () => {
    const { client } = await project.start();
    const request = { provider: 'zavu', eventType: 'message.inbound', rate: 50 };
    const total = async () => (await client.events({ q: 'path:/zavu' })).total;
    const over = new AbortController();
    const sending = client.trigger({ ...request, count: 1000 }, over.signal);
    await expect.poll(total).toBeGreaterThan(2);
    over.abort();
    await expect(sending).rejects.toThrow();
    // As many at the same pace: it has had the time to notice, and then to send more.
    const asLong = () => client.trigger({ ...request, count: 20, to: '/elsewhere' });
    await asLong();
    const sent = await total();
    await asLong();
    expect(await total()).toBe(sent);
    expect(sent).toBeLessThan(1000);
  });

  it('is not what claims to be ours in a header', async () => {
    const { ready, client } = await project.start();
    await fetch(`${ready.receiver}/zavu`, { method: 'POST', headers: { 'Hooktap-Trigger': 'guess' } });
    const [item] = (await client.events()).items;
    expect(item?.via).toBe('direct');
    expect((await client.event(item?.id as EventId)).rawHeaders).toContainEqual(['Hooktap-Trigger', 'guess']);
  });

  it('says which fields there are, and what is wrong with a name', async () => {
    const { run } = await project.start();
    const field = await run(['trigger', 'zavu', 'message.inbound', '--set', 'data.txet=1']).ended;
    expect(field).toMatchObject({ code: 1, stderr: expect.stringContaining('data.text') });
    const type = await run(['trigger', 'zavu', 'message.inbond']).ended;
    expect(type).toMatchObject({ code: 1, stderr: expect.stringContaining('message.inbound') });
    const provider = await run(['trigger', 'zavuu', 'message.inbound']).ended;
    expect(provider).toMatchObject({ code: 2, stderr: expect.stringContaining('zavu.') });
    const unset = await run(['trigger', 'zavu', 'message.inbound', '--secret-env', 'NOT_SET_ANYWHERE']).ended;
    expect(unset).toMatchObject({ code: 2, stderr: expect.stringContaining('NOT_SET_ANYWHERE') });
    const list = await run(['trigger', '--list', 'zavu']).ended;
    expect(list.stdout).toContain('message.inbound');
    expect(list.stdout).toContain('conversation-failed');
  });

  it('signs with the schemes that are asked for, together', async () => {
    const { trigger, read, run } = await project.start();
    const both = ['zavu', 'message.read', '--scheme', 'zavu-v1', '--scheme', 'zavu-v2'];
    const [sent] = await trigger(both);
    const event = await read(sent?.eventId);
    const signature = event.rawHeaders.find(([name]) => name === 'X-Zavu-Signature')?.[1];
    expect(signature).toMatch(/^t=\d+,v\d=[0-9a-f]{64},v\d=[0-9a-f]{64}$/);
    expect(event.verification).toMatchObject({ verdict: 'valid', scheme: 'zavu-v2' });
    const [old] = await trigger(['zavu', 'message.read', '--scheme', 'zavu-v1']);
    expect((await read(old?.eventId)).verification).toMatchObject({ verdict: 'valid', scheme: 'zavu-v1' });
    const strange = await run(['trigger', 'zavu', 'message.read', '--scheme', 'v1']).ended;
    expect(strange).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There are: zavu-v2, zavu-v1, zavu-tool.'),
    });
  });

  it('says why it was answered with an error', async () => {
    const { trigger, run } = await project.start();
    const wrong = await trigger(['stripe', 'invoice.paid', '--secret-env', 'WRONG'], { WRONG: 'whsec_x' });
    expect(wrong[0]?.outcome).toEqual({
      kind: 'responded',
      statusCode: 401,
      reason: 'The handler answered 401.',
      parts: [{ code: 'handler-answered', values: { status: '401' } }],
    });
    const forged = await trigger(['github', 'push', '--secret-env', 'WRONG'], { WRONG: 'x' });
    expect(forged[0]?.outcome).toMatchObject({ reason: expect.stringContaining('does not fit the secret') });
    await project.closeHandler();
    const [down] = await trigger(['stripe', 'invoice.paid']);
    const reason = expect.stringMatching(/^Nothing listens on 127\.0\.0\.1:\d+\. Start your handler/);
    const place = expect.stringMatching(/^127\.0\.0\.1:\d+$/);
    const parts = [{ code: 'no-listener', values: { place } }];
    expect(down?.outcome).toEqual({ kind: 'responded', statusCode: 502, reason, parts });
    const { code, stdout } = await run(['trigger', 'stripe', 'invoice.paid', '--count', '3']).ended;
    expect(code).toBe(1);
    // Once for all three, and where the rest is.
    expect(stdout).toMatch(/\(hooktap show evt_\w{26}\)$/m);
    expect(stdout.match(/^502 {2}Nothing listens on/gm)).toHaveLength(1);
  });

  it('plays a scenario, which is one thread with its steps', async () => {
    const { trigger, read, client } = await project.start();
    const sent = await trigger(['zavu', 'conversation', '--speed', '100']);
    const steps =
      'conversation.new message.inbound message.queued message.sent message.delivered message.read';
    expect(sent.map(({ name }) => name).join(' ')).toBe(steps);
    for (const { eventId } of sent) await read(eventId);
    const thread = await client.thread(sent[4]?.eventId as EventId);
    expect(thread.events.map(({ eventType }) => eventType)).toEqual(sent.map(({ name }) => name));
    const life = thread.messages.find(({ steps }) => steps.some(({ status }) => status === 'read'));
    expect(life?.steps.map(({ status }) => status)).toEqual(['queued', 'sent', 'delivered', 'read']);
    expect(life?.troubles).toEqual([]);
    const [alone] = await trigger(['zavu', 'message.inbound']);
    await read(alone?.eventId);
    const { items } = await client.threads({ q: 'type:message.*' });
    expect(items.map(({ events }) => events)).toEqual([1, 5]);
    expect(items[1]).toMatchObject({ provider: 'zavu', troubles: 0, statuses: { read: 1 } });
  });

  it('steps of a message that came twice or too late are pointed out', async () => {
    const { client, read } = await project.start();
    const set: [string, string][] = [['data.messageId', 'msg_of_ours']];
    const sent: (EventId | null)[] = [];
    for (const eventType of ['message.delivered', 'message.sent', 'message.sent', 'message.queued']) {
      const { items } = await client.trigger({ provider: 'zavu', eventType, set });
      sent.push(items[0]?.eventId ?? null);
      await read(sent.at(-1));
    }
    const { messages } = await client.thread(sent[0] as EventId);
    const life = messages.find(({ key }) => key === 'zavu:message:msg_of_ours');
    expect(life?.steps.map(({ eventId }) => eventId)).toEqual(sent);
    expect(life?.troubles.map(({ kind, eventId }) => [kind, eventId])).toEqual([
      ['duplicate', sent[2]],
      ['out-of-order', sent[1]],
      ['out-of-order', sent[2]],
      ['out-of-order', sent[3]],
    ]);
    const { items } = await client.threads();
    expect(items).toMatchObject([{ events: 4, messages: 1, troubles: 4, statuses: { queued: 1 } }]);
  });

  it('goes to a URL, with an instance and without one', async () => {
    const { trigger, run, stop, client } = await project.start();
    const to = ['--to', `${project.handlerUrl}/mine`];
    expect(await trigger(['stripe', 'invoice.paid', ...to])).toMatchObject([
      { eventId: null, outcome: { statusCode: 200 } },
    ]);
    expect((await client.events()).total).toBe(0);
    await stop();
    expect(await trigger(['stripe', 'invoice.paid', ...to])).toMatchObject([
      { outcome: { statusCode: 200 } },
    ]);
    expect(project.verified).toEqual([
      { status: 200, path: '/mine' },
      { status: 200, path: '/mine' },
    ]);
    const nobody = await run(['trigger', 'stripe', 'invoice.paid']).ended;
    expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('--to') });
  });
});
