/// <reference types="node" />
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import type { Event } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { curlOfEvent } from './curl-of-event.ts';
import { shellWord } from './shell-word.ts';

const run = promisify(execFile);
const bytes = (text: string) => new TextEncoder().encode(text);

interface Got {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly string[];
  readonly body: Uint8Array;
}

/** What arrives when the command is pasted into bash. */
async function sent(given: Partial<Event>, body: Uint8Array): Promise<Got> {
  let got: Got | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      got = {
        method: request.method ?? '',
        target: request.url ?? '',
        headers: request.rawHeaders,
        body: new Uint8Array(Buffer.concat(chunks)),
      };
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const event = {
      method: 'POST',
      rawHeaders: [],
      url: `http://127.0.0.1:${port}/`,
      requestTarget: '/',
      ...given,
    };
    await run('bash', ['-c', curlOfEvent(event as unknown as Event, body)]);
  } finally {
    server.close();
  }
  if (!got) throw new Error('nothing arrived');
  return got;
}

test('method, target, headers and body arrive as they were', async () => {
  const got = await sent(
    {
      method: 'PUT',
      requestTarget: '/a/../b/[1-3]{x}?q=$HOME&r=`id`',
      rawHeaders: [
        ['X-Twice', 'one'],
        ['x-twice', "it's $two"],
        ['X-Empty', ''],
        ['Content-Length', '999'],
      ],
    },
    bytes('{"a":"it\'s $HOME"}\n'),
  );
  expect(got.method).toBe('PUT');
  expect(got.target).toBe('/a/../b/[1-3]{x}?q=$HOME&r=`id`');
  expect(got.headers.slice(2, 8)).toEqual(['X-Twice', 'one', 'x-twice', "it's $two", 'X-Empty', '']);
  expect(got.headers.map((name) => name.toLowerCase())).not.toContain('user-agent');
  expect(got.headers.map((name) => name.toLowerCase())).not.toContain('content-type');
  expect(got.body).toEqual(bytes('{"a":"it\'s $HOME"}\n'));
});

test('a body that begins with @ is no file name', async () => {
  expect((await sent({}, bytes('@/etc/hostname'))).body).toEqual(bytes('@/etc/hostname'));
});

test('bytes that are no text arrive, and terminal escapes do not stand in the command', async () => {
  const binary = new Uint8Array([0, 255, 10, 13, 39]);
  expect((await sent({}, binary)).body).toEqual(binary);
  const controls = bytes('\u001b]0;x\u0007\u202e\r\n');
  expect((await sent({}, controls)).body).toEqual(controls);
  expect(shellWord('\u001b\u202e\u009b')).toMatch(/^[\x20-\x7e]+$/);
});

test('an odd request target goes out as it is', async () => {
  expect((await sent({ requestTarget: '//evil.example/x' }, bytes(''))).target).toBe('//evil.example/x');
});

test('a large body is taken from the file that was saved', () => {
  const event = { id: 'evt_1', method: 'POST', rawHeaders: [], url: 'http://h/', requestTarget: '/' };
  expect(curlOfEvent(event as unknown as Event, null)).toContain('--data-binary @evt_1.bin');
});
