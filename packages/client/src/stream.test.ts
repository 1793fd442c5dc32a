import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { StreamMessage } from '@hooktap/protocol';
import { describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createClient } from './client.ts';
import type { StreamState } from './stream.ts';
import { serveHooktap, token } from './test-support/served-hooktap.ts';

const timing = { firstDelayMs: 10, mostDelayMs: 40 };

/** The next message that tells of an event, or a resync; when the endpoints are told of is theirs. */
async function nextNews(stream: AsyncGenerator<StreamMessage, void>) {
  for (;;) {
    const { value } = await stream.next();
    if (!value) return undefined;
    if (!['hello', 'tick', 'endpoint.changed'].includes(value.type)) return value;
  }
}

describe('the stream of the client', () => {
  it('resumes after the API was away, without gap or repetition', async () => {
    await using hooktap = await serveHooktap();
    const states: StreamState[] = [];
    const client = createClient({ origin: hooktap.origin, token, WebSocket, timing });
    const { seq } = await client.events();
    const stream = client.stream({ after: seq, onState: (state) => states.push(state) });
    const seqs: number[] = [];
    const seen: string[] = [];
    const take = async (count: number) => {
      for (let taken = 0; taken < count; taken++) {
        const news = await nextNews(stream);
        if (news?.type !== 'event.captured' && news?.type !== 'event.updated')
          throw new Error(`No such news: ${JSON.stringify(news)}`);
        seqs.push(news.seq);
        seen.push(`${news.type} ${news.event.requestTarget}`);
      }
    };
    await hooktap.capture('/1');
    await take(2);
    await hooktap.stopServing();
    await hooktap.capture('/2');
    await hooktap.serveAgain();
    await take(2);
    await hooktap.capture('/3');
    await take(2);
    const each = ['/1', '/2', '/3'].flatMap((path) => [`event.captured ${path}`, `event.updated ${path}`]);
    expect(seen).toEqual(each);
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
    expect(states.slice(0, 3)).toEqual(['connecting', 'live', 'waiting']);
    expect(states.at(-1)).toBe('live');
    await stream.return();
  });

  it('ends where the signal fires', async () => {
    await using hooktap = await serveHooktap();
    const stopping = new AbortController();
    const client = createClient({ origin: hooktap.origin, token, WebSocket });
    const types = [];
    for await (const message of client.stream({ signal: stopping.signal })) {
      types.push(message.type);
      setTimeout(() => stopping.abort(), 10);
    }
    expect(types).toEqual(['hello']);
  });

  it('throws where the token is refused, also later on', async () => {
    await using hooktap = await serveHooktap();
    const states: StreamState[] = [];
    const onState = (state: StreamState) => states.push(state);
    const stranger = createClient({ origin: hooktap.origin, token: 'wrong', WebSocket, timing });
    await expect(stranger.stream({ onState }).next()).rejects.toMatchObject({ code: 'token-invalid' });
    expect(states).toEqual(['connecting', 'refused']);
    const stream = createClient({ origin: hooktap.origin, token, WebSocket, timing }).stream();
    await stream.next();
    await hooktap.stopServing();
    await hooktap.serveAgain('another');
    await expect(stream.next()).rejects.toMatchObject({ code: 'token-invalid' });
  });

  it('takes silence for death, and connects anew with the last seq', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'hooktap' });
    await once(server, 'listening');
    const asked: (string | undefined)[] = [];
    server.on('connection', (socket, request) => {
      asked.push(request.url);
      socket.send(JSON.stringify({ type: 'hello', seq: 4, oldestSeq: 0, version: '', instance: '' }));
      if (asked.length === 1) socket.send(JSON.stringify({ type: 'event.deleted', seq: 7, ids: [] }));
    });
    const { port } = server.address() as AddressInfo;
    const client = createClient({
      origin: `http://127.0.0.1:${port}`,
      token,
      WebSocket,
      timing: { ...timing, silenceMs: 1_000 },
    });
    const stream = client.stream();
    const types = [];
    for (let taken = 0; taken < 3; taken++) types.push((await stream.next()).value?.type);
    expect(types).toEqual(['hello', 'event.deleted', 'hello']);
    expect(asked.slice(0, 2)).toEqual(['/api/stream', '/api/stream?after=7']);
    await stream.return();
    server.close();
    for (const socket of server.clients) socket.terminate();
  });
});
