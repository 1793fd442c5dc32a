import { type Seq, StreamMessage } from '@hooktap/protocol';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type InspectorRig, openRig, token } from './test-support/inspector-rig.ts';

/** A stream client that keeps what it hears. */
function listen(rig: InspectorRig, search = '', protocols = ['hooktap', `bearer.${token}`]) {
  const socket = new WebSocket(`${rig.api.origin.replace('http', 'ws')}/api/stream${search}`, protocols);
  const heard: StreamMessage[] = [];
  let more = () => {};
  socket.on('message', (data) => {
    heard.push(StreamMessage.parse(JSON.parse(String(data))));
    more();
  });
  return {
    socket,
    heard,
    until: (satisfied: (heard: readonly StreamMessage[]) => boolean) =>
      new Promise<void>((resolve, reject) => {
        socket.on('error', reject);
        more = () => satisfied(heard) && resolve();
        more();
      }),
  };
}
const seqs = (heard: readonly StreamMessage[]): Seq[] => heard.slice(1).map(({ seq }) => seq);
const change = { type: 'event.deleted' as const, ids: [] };

describe('the stream', () => {
  it('says hello, then what happens at once', async () => {
    await using rig = await openRig();
    const client = listen(rig);
    await client.until((heard) => heard.length === 1);
    const { version, instance, store, publisher } = rig.inspection;
    expect(client.socket.protocol).toBe('hooktap');
    expect(client.socket.extensions).toBe('');
    expect(client.heard[0]).toEqual({
      type: 'hello',
      seq: store.currentSeq(),
      oldestSeq: publisher.oldestSeq,
      version,
      instance,
    });
    await rig.capture();
    await client.until((heard) => heard.length === 3);
    expect(client.heard.slice(1).map(({ type }) => type)).toEqual(['event.captured', 'event.updated']);
  });

  it('takes the token as a header too', async () => {
    await using rig = await openRig();
    const url = `${rig.api.origin.replace('http', 'ws')}/api/stream`;
    const socket = new WebSocket(url, { headers: { Authorization: `Bearer ${token}` } });
    await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
    expect(socket.protocol).toBe('');
  });

  it('tells what was missed, without a gap to what happens meanwhile', async () => {
    await using rig = await openRig();
    const { publisher } = rig.inspection;
    for (let number = 0; number < 500; number++) publisher.publish(change);
    const client = listen(rig, '?after=100');
    const publishing = setInterval(() => publisher.publish(change), 1);
    await client.until((heard) => heard.length > 450);
    clearInterval(publishing);
    const told = seqs(client.heard);
    expect(told).toEqual(told.map((_seq, index) => 101 + index));
  });

  it('asks to fetch afresh where what was missed is unknown', async () => {
    await using rig = await openRig();
    const { store, publisher } = rig.inspection;
    publisher.publish(change);
    const client = listen(rig, '?after=999');
    await client.until((heard) => heard.length === 2);
    expect(client.heard[1]).toEqual({ type: 'resync', seq: store.currentSeq() });
    publisher.publish(change);
    await client.until((heard) => heard.length === 3);
  });

  it('ticks without raising the seq', async () => {
    await using rig = await openRig({ tickMs: 10 });
    const client = listen(rig);
    await client.until((heard) => heard.filter(({ type }) => type === 'tick').length > 2);
    expect(client.heard.at(-1)?.seq).toBe(rig.inspection.store.currentSeq());
  });

  it('drops a slow client to resync, and no other', async () => {
    await using rig = await openRig({ tickMs: 20 });
    const { store, publisher } = rig.inspection;
    const slow = listen(rig);
    const quick = listen(rig);
    await Promise.all([slow, quick].map(({ until }) => until((heard) => heard.length === 1)));
    slow.socket.pause();
    const id = await rig.capture();
    const event = await store.listItem(id);
    if (!event) throw new Error('The event is not there.');
    const large = { ...event, note: 'x'.repeat(100_000) };
    const publishLarge = () => publisher.publish({ type: 'event.updated', event: large });
    for (let number = 0; number < 400; number++) {
      publishLarge();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const last = store.currentSeq();
    await quick.until((heard) => heard.some(({ type, seq }) => type === 'event.updated' && seq === last));
    expect(quick.heard.some(({ type }) => type === 'resync')).toBe(false);
    slow.socket.resume();
    await slow.until((heard) => heard.some(({ type }) => type === 'resync'));
    const resync = slow.heard.findIndex(({ type }) => type === 'resync');
    expect(slow.heard[resync]?.seq).toBe(last);
    expect(resync).toBeLessThan(400);
    publisher.publish(change);
    await slow.until((heard) => heard.some(({ type }) => type === 'event.deleted'));
  });

  it('has no ear for clients', async () => {
    await using rig = await openRig();
    const client = listen(rig);
    await client.until((heard) => heard.length === 1);
    client.socket.send('ignored');
    const closed = new Promise((resolve) => client.socket.on('close', resolve));
    client.socket.send('x'.repeat(10_000));
    expect(await closed).toBe(1009);
  });

  it('says goodbye at a stop', async () => {
    const rig = await openRig();
    const client = listen(rig);
    await client.until((heard) => heard.length === 1);
    const closed = new Promise((resolve) => client.socket.on('close', resolve));
    await rig[Symbol.asyncDispose]();
    expect(await closed).toBe(1001);
  });
});
