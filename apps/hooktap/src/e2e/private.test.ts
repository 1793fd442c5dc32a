import type { EventId } from '@hooktap/protocol';
import { type DisposableHandler, startHttpHandler, startLocaltunnelServer } from '@hooktap/testing';
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { openChromium } from './test-support/chromium.ts';
import { type RunningHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

const said = 'the handler says this';
const payload = 'captured-and-private';
const startQuietHandler = (): Promise<DisposableHandler> =>
  startHttpHandler((request, response) => {
    request.resume();
    response.setHeader('Content-Type', 'text/html').end(said);
  });

/** Everything that the inspector answers to, with what opens it. */
const privatePaths = (id: string): string[] => [
  ...['/', '/index.html', '/assets/', `/events/${id}`, '/api/status', '/api/events', '/api/rejected'],
  ...['/api/openapi.json', `/api/events/${id}`, `/api/events/${id}/body?view=raw`, '/api/stream'],
  ...['//api/status', '/%61pi/status', '/API/status', '/./api/status', '/x/../api/status'],
];

const bearer = (token: string) => ['Authorization', `Bearer ${token}`] as const;

async function capturePrivate(hooktap: RunningHooktap): Promise<EventId> {
  await send(hooktap.receiverPort, { target: '/private', body: payload });
  return hooktap.captured('/private');
}

it('answers nothing of the inspector through the receiver or the public URL', async () => {
  await using folder = await temporaryFolder();
  await using server = await startLocaltunnelServer();
  await using handler = await startQuietHandler();
  await using hooktap = await startHooktap({
    folder: folder.path,
    target: handler.url,
    tunnelHost: server.url,
  });
  const { receiverPort, inspectorPort, ready } = hooktap;
  const { url } = await hooktap.output.first('tunnel', ({ state }) => state === 'open');
  const id = await capturePrivate(hooktap);
  const headers = [bearer(ready.token)];
  const hosts = [`127.0.0.1:${inspectorPort}`, `localhost:${inspectorPort}`, 'localhost', 'evil.example'];
  for (const path of privatePaths(id)) {
    for (const host of hosts) {
      const answer = await send(receiverPort, { method: 'GET', target: path, host, headers });
      expect([path, host, answer.statusCode, answer.body.includes(said)]).toEqual([path, host, 200, true]);
    }
    const { host } = new URL(url ?? '');
    const answer = await send(server.port, { method: 'GET', target: path, host, headers });
    expect([path, answer.statusCode, answer.body.includes(said)]).toEqual([path, 200, true]);
    expect(answer.head + answer.body).not.toContain(payload);
    expect(answer.head + answer.body).not.toContain(ready.token);
  }
  const absolute = `${ready.inspector}/api/events`;
  expect((await send(receiverPort, { method: 'GET', target: absolute, headers })).body).toContain(said);
  const upgrade = [
    ...[bearer(ready.token), ['Upgrade', 'websocket'] as const, ['Sec-WebSocket-Version', '13'] as const],
    ...[['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='] as const, ['Connection', 'Upgrade'] as const],
  ];
  const refused = await send(receiverPort, { method: 'GET', target: '/api/stream', headers: upgrade });
  expect(refused.statusCode).toBe(501);
});

/** What a WebSocket handshake is answered with: 101, or the refusal. */
function handshake(url: string, protocols: string[], options: WebSocket.ClientOptions): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, protocols, options);
    socket.on('error', () => {});
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
  });
}

it('refuses a foreign Host, a foreign Origin and a missing token, on HTTP and on the stream', async () => {
  await using folder = await temporaryFolder();
  await using hooktap = await startHooktap({ folder: folder.path });
  const { inspectorPort, ready } = hooktap;
  const id = await capturePrivate(hooktap);
  const own = `127.0.0.1:${inspectorPort}`;
  const get = async (host: string, headers: readonly (readonly [string, string])[]) => {
    const answer = await send(inspectorPort, {
      method: 'GET',
      target: `/api/events/${id}/body?view=raw`,
      host,
      headers,
    });
    return [answer.statusCode, answer.body.includes(payload)];
  };
  const token = bearer(ready.token);
  expect(await get(own, [token])).toEqual([200, true]);
  expect(await get('evil.example', [token])).toEqual([403, false]);
  expect(await get(`evil.example:${inspectorPort}`, [token])).toEqual([403, false]);
  expect(await get(own, [token, ['Origin', 'http://evil.example']])).toEqual([403, false]);
  expect(await get(own, [token, ['Origin', `http://127.0.0.1:${hooktap.receiverPort}`]])).toEqual([
    403,
    false,
  ]);
  expect(await get(own, [token, ['Origin', 'null']])).toEqual([403, false]);
  expect(await get(own, [])).toEqual([401, false]);
  expect(await get(own, [bearer(`${ready.token}x`)])).toEqual([401, false]);
  expect(await get(own, [['Cookie', `token=${ready.token}`]])).toEqual([401, false]);

  const stream = `ws://${own}/api/stream`;
  const right = ['hooktap', `bearer.${ready.token}`];
  expect(await handshake(stream, right, {})).toBe(101);
  expect(await handshake(stream, right, { headers: { Host: 'evil.example' } })).toBe(403);
  expect(await handshake(stream, right, { origin: 'http://evil.example' })).toBe(403);
  expect(await handshake(stream, ['hooktap'], {})).toBe(401);
  expect(await handshake(stream, ['hooktap', 'bearer.wrong'], {})).toBe(401);
});

/** In a page of the user's own handler: tries everything a script there can. */
async function tryEverything({ inspector, token }: { inspector: string; token: string }) {
  const attempt = (url: string, init?: RequestInit) =>
    fetch(url, init).then(
      (response) => (response.type === 'opaque' ? 'opaque' : `read ${response.status}`),
      () => 'refused',
    );
  const authorized = { Authorization: `Bearer ${token}` };
  const removal = { method: 'POST', body: JSON.stringify({ all: true, includePinned: true }) };
  const socket = new globalThis.WebSocket(`${inspector.replace('http', 'ws')}/api/stream`, [
    'hooktap',
    `bearer.${token}`,
  ]);
  const streamed = new Promise<string>((resolve) => {
    socket.onopen = () => resolve('open');
    socket.onerror = () => resolve('refused');
  });
  return {
    fetched: await attempt(`${inspector}/api/events`),
    withToken: await attempt(`${inspector}/api/events`, { headers: authorized }),
    removed: await attempt(`${inspector}/api/events/delete`, { ...removal, mode: 'no-cors' }),
    removedWithToken: await attempt(`${inspector}/api/events/delete`, { ...removal, headers: authorized }),
    streamed: await streamed,
  };
}

it("gives a page of the user's own handler nothing, in the browser that has the inspector open", async () => {
  await using folder = await temporaryFolder();
  await using handler = await startQuietHandler();
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  const id = await capturePrivate(hooktap);
  const { inspector, token } = hooktap.ready;
  const browser = await openChromium();
  try {
    const context = await browser.newContext();
    const own = await context.newPage();
    await own.goto(`${inspector}/#token=${token}`);
    await own.getByRole('option').first().waitFor();
    const page = await context.newPage();
    await page.goto(`${handler.url}/page`);
    expect(await page.evaluate(tryEverything, { inspector, token })).toEqual({
      fetched: 'refused',
      withToken: 'refused',
      removed: 'refused',
      removedWithToken: 'refused',
      streamed: 'refused',
    });
    const store = await page.evaluate('JSON.stringify([{ ...localStorage }, document.cookie])');
    expect(store).toBe('[{},""]');
    expect(await context.cookies([inspector, handler.url])).toEqual([]);
    // Settles once the frame shows something, be it the browser's refusal.
    await page.evaluate(`new Promise((onload) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: '${inspector}', onload }));
    })`);
    const framed = page.frames().map((frame) => frame.url());
    expect(framed).toEqual([`${handler.url}/page`, 'chrome-error://chromewebdata/']);
    const event = await hooktap.client.event(id);
    expect(event.body.size).toBe(payload.length);
  } finally {
    await browser.close();
  }
});
