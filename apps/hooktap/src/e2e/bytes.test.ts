import type { Event, EventId } from '@hooktap/protocol';
import { sendRaw } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { type RunningHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { startRecordingHandler } from './test-support/recording-handler.ts';
import { answerOf, type Callback, requestText } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

type Headers = readonly (readonly [string, string])[];
interface Case extends Callback {
  readonly headers: Headers;
  readonly body: string;
}

const everyByte = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte)).repeat(3);
const host = 'hooks.example:8080';
const plain = (body: string): Headers => [
  ['Host', host],
  ['content-LENGTH', String(body.length)],
];
const withBody = (target: string, body: string): Case => ({ target, headers: plain(body), body });

const mixed: Headers = [
  ['X-Sig', 'one'],
  ['x-sig', 'two'],
  ['host', host],
  ['ACCEPT', '*/*'],
  ['X-SIG', 'one'],
  ['X-Latin', 'caf\xe9 \xff'],
  ['Cookie', 'a=1'],
  ['Content-Type', 'application/octet-stream'],
  ['cookie', 'b=2'],
  ['Content-Length', String(everyByte.length)],
  ['X-Empty', ''],
];

const cases: readonly Case[] = [
  { target: '/mixed?a=%00&b', headers: mixed, body: everyByte },
  ...['//evil/x', 'http://evil/x', '/a#b', '/a"<>{}|\\', '/%2e%2e/%zz?q#?'].map((target) =>
    withBody(target, `to ${target} ${everyByte}`),
  ),
  { method: 'OPTIONS', target: '*', headers: [['Host', host]], body: '' },
  { method: 'GET', target: '/bodiless', headers: [['HOST', host]], body: '' },
];

/** What stands in the event's place at the handler: the sender's bytes, its Host and our lines behind them. */
function delivered(sent: Case, event: Event, deliveryId: string, handlerPort: number): string {
  const forwardedHost = sent.target.startsWith('http:') ? 'evil' : host;
  const headers = sent.headers.map(([name, value]) =>
    /^host$/i.test(name) ? ([name, `127.0.0.1:${handlerPort}`] as const) : ([name, value] as const),
  );
  return requestText({
    ...sent,
    headers: [
      ...headers,
      ['X-Forwarded-For', '127.0.0.1'],
      ['X-Forwarded-Proto', 'http'],
      ['X-Forwarded-Host', forwardedHost],
      ['Hooktap-Event-Id', event.id],
      ['Hooktap-Delivery-Id', deliveryId],
      ['Hooktap-Attempt', '1'],
      ['Connection', 'keep-alive'],
    ],
  });
}

async function sendCase({ receiverPort }: RunningHooktap, sent: Case) {
  const until = (text: string) => text.endsWith('\r\n\r\nok');
  return answerOf(await sendRaw({ port: receiverPort, bytes: requestText(sent), until }));
}

async function expectKept({ client }: RunningHooktap, id: EventId, sent: Case): Promise<Event> {
  const event = await client.event(id);
  const { method = 'POST', target, headers, body } = sent;
  expect(event.method).toBe(method);
  expect(event.requestTarget).toBe(target);
  expect(event.rawHeaders).toEqual(headers);
  expect(event.body.state).toBe('complete');
  const { bytes } = await client.eventBody(id);
  expect(Buffer.from(bytes).toString('latin1')).toBe(body);
  return event;
}

it('carries every byte through store, API, delivery, restart and replay', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startRecordingHandler();
  const options = { folder: folder.path, target: handler.url };
  const kept: { id: EventId; sent: Case }[] = [];
  {
    await using hooktap = await startHooktap(options);
    for (const sent of cases) {
      expect((await sendCase(hooktap, sent)).statusCode).toBe(200);
      const id = await hooktap.captured(sent.target);
      const event = await expectKept(hooktap, id, sent);
      const [delivery] = event.deliveries;
      kept.push({ id, sent });
      const request = await handler.request(kept.length);
      expect(request).toBe(delivered(sent, event, delivery?.id ?? '', handler.port));
    }
    await hooktap.stop();
  }
  expect(handler.requests).toHaveLength(cases.length);
  await using again = await startHooktap(options);
  for (const [index, { id, sent }] of kept.entries()) {
    const event = await expectKept(again, id, sent);
    const replay = await again.replayed(id);
    expect(replay.status).toBe('succeeded');
    const request = await handler.request(cases.length + index + 1);
    expect(request).toBe(delivered(sent, event, replay.id, handler.port));
  }
  expect(handler.requests).toHaveLength(cases.length * 2);
});

it('delivers a chunked GET as one request: its body cannot smuggle a second', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startRecordingHandler();
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  const inner = 'POST /smuggled HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n';
  const chunked = `${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`;
  const headers: Headers = [
    ['Host', host],
    ['Transfer-Encoding', 'chunked'],
  ];
  const sent: Case = { method: 'GET', target: '/outer', headers, body: chunked };
  expect((await sendCase(hooktap, sent)).statusCode).toBe(200);
  const event = await hooktap.settled(await hooktap.captured('/outer'));
  const { bytes } = await hooktap.client.eventBody(event.id);
  expect(Buffer.from(bytes).toString('latin1')).toBe(inner);
  const request = await handler.request(1);
  expect(handler.requests).toHaveLength(1);
  expect(request.endsWith(`\r\n\r\n${inner}`)).toBe(true);
  const framing = request
    .slice(0, request.indexOf('\r\n\r\n'))
    .match(/^(content-length|transfer-encoding):.*$/gim);
  expect(framing).toEqual([`Content-Length: ${inner.length}`]);
  expect((await hooktap.client.status()).counts.events).toBe(1);
});

it('takes 3,000 headers as 3,000', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startRecordingHandler();
  await using hooktap = await startHooktap({ folder: folder.path, target: handler.url });
  const many = Array.from({ length: 2998 }, (_, index) => [`X-${index}`, String(index)] as const);
  const sent: Case = { target: '/many', headers: [...plain('b'), ...many], body: 'b' };
  expect((await sendCase(hooktap, sent)).statusCode).toBe(200);
  const event = await expectKept(hooktap, await hooktap.captured('/many'), sent);
  expect(event.rawHeaders).toHaveLength(3000);
  const [delivery] = event.deliveries;
  expect(await handler.request(1)).toBe(delivered(sent, event, delivery?.id ?? '', handler.port));
  expect(handler.requests).toHaveLength(1);
});
