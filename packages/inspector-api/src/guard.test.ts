import { connect } from 'node:net';
import { Problem } from '@hooktap/protocol';
import { describe, expect, it } from 'vitest';
import { type InspectorRig, openRig, token } from './test-support/inspector-rig.ts';

/** Says every byte itself: fetch sets Host and Origin as it likes. */
async function raw(rig: InspectorRig, text: string): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(rig.api.port, '127.0.0.1');
  socket.write(text);
  let got = '';
  for await (const chunk of socket) got += String(chunk);
  const [head = '', body = ''] = got.split('\r\n\r\n', 2);
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body };
}

const get = (path: string, headers: Record<string, string>, method = 'GET') =>
  `${method} ${path} HTTP/1.1\r\n${Object.entries({
    ...headers,
    Connection: headers['Connection'] ?? 'close',
  })
    .map((line) => line.join(': '))
    .join('\r\n')}\r\n\r\n`;
const upgrade = (headers: Record<string, string>, path = '/api/stream') =>
  get(path, {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  });

const authorization = { Authorization: `Bearer ${token}` };

function expectGuarded(head: string) {
  expect(head).toContain("content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'");
  expect(head).toContain("frame-ancestors 'none'");
  expect(head).not.toContain('unsafe');
  expect(head).toContain('cross-origin-resource-policy: same-origin');
  expect(head).toContain('cache-control: no-store');
  expect(head).toContain('x-content-type-options: nosniff');
  expect(head).toContain('referrer-policy: no-referrer');
  expect(head).not.toContain('access-control-');
  expect(head).not.toContain('x-powered-by');
  expect(head).not.toContain('set-cookie');
}

describe('the guard', () => {
  it.each([
    ['a foreign Host', { Host: 'evil.example', ...authorization }, 403, 'host-refused'],
    [
      'a foreign Host with a loopback prefix',
      { Host: '127.0.0.1.evil.example', ...authorization },
      403,
      'host-refused',
    ],
    ...[
      'localhost.',
      '127.1',
      '2130706433',
      '0x7f.1',
      '0.0.0.0',
      '[::ffff:127.0.0.1]',
      '[::1',
      '::1',
      'localhost:',
      'localhost:0x50',
      'localhost:123456',
      'localhost:80@evil.example',
      'evil.example:localhost',
      'localhost.evil.example',
      'localhost, evil.example',
      'http://localhost',
    ].map((host): [string, Record<string, string>, number, string] => [
      `the Host ${host}`,
      { Host: host, ...authorization },
      403,
      'host-refused',
    ]),
    ['no Host', { ...authorization }, 403, 'host-refused'],
    [
      'a foreign Origin',
      { Host: 'localhost', Origin: 'http://evil.example', ...authorization },
      403,
      'origin-refused',
    ],
    [
      'an Origin of another port',
      { Host: 'localhost:1', Origin: 'http://localhost:2', ...authorization },
      403,
      'origin-refused',
    ],
    ['the Origin null', { Host: 'localhost', Origin: 'null', ...authorization }, 403, 'origin-refused'],
    ...[
      'http://localhost.',
      'https://localhost',
      'http://localhost@evil.example',
      'http://127.0.0.1',
      '',
    ].map((origin): [string, Record<string, string>, number, string] => [
      `the Origin '${origin}'`,
      { Host: 'localhost', Origin: origin, ...authorization },
      403,
      'origin-refused',
    ]),
    ['no token', { Host: 'localhost' }, 401, 'token-missing'],
    ['the token as a cookie', { Host: 'localhost', Cookie: `token=${token}` }, 401, 'token-missing'],
    ['a wrong token', { Host: 'localhost', Authorization: 'Bearer wrong' }, 401, 'token-invalid'],
    [
      'a beginning of the token',
      { Host: 'localhost', Authorization: `Bearer ${token.slice(0, -1)}` },
      401,
      'token-invalid',
    ],
  ])('refuses %s, on HTTP and on the stream', async (_name, headers, status, code) => {
    await using rig = await openRig();
    for (const text of [get('/api/status', headers), upgrade(headers)]) {
      const answer = await raw(rig, text);
      expect(answer.status).toBe(status);
      expect(answer.head).toContain('content-type: application/problem+json');
      expect(Problem.parse(JSON.parse(answer.body))).toMatchObject({ code, status });
      expectGuarded(answer.head);
    }
  });

  it.each(['localhost', 'LOCALHOST:1', '127.0.0.1:9', '[::1]:7', 'box.test', 'box.test:80'])(
    'answers under the host %s and its own origin',
    async (host) => {
      await using rig = await openRig({ allowHosts: ['box.test'] });
      const answer = await raw(
        rig,
        get('/api/status', { Host: host, Origin: `http://${host}`, ...authorization }),
      );
      expect(answer.status).toBe(200);
      expect(answer.head).toContain(`connect-src 'self' ws://${host.toLowerCase()};`);
      expectGuarded(answer.head);
    },
  );

  it('listens on both loopback addresses', async () => {
    await using rig = await openRig();
    const answer = await fetch(`http://[::1]:${rig.api.port}/api/status`, { headers: authorization });
    expect(answer.status).toBe(200);
  });

  it.each([
    ['what is no HTTP', 'nonsense\r\n\r\n', 400, 'request-invalid'],
    [
      'too long headers',
      get('/api/status', { Host: 'localhost', 'X-Long': 'x'.repeat(20_000) }),
      431,
      'request-invalid',
    ],
    [
      'an odd Expect',
      get('/api/status', { Host: 'localhost', Expect: 'the unexpected' }),
      417,
      'request-invalid',
    ],
    [
      'two Hosts',
      'GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      403,
      'host-refused',
    ],
    [
      'a handshake without a key',
      upgrade({ Host: 'localhost', ...authorization, 'Sec-WebSocket-Key': '' }),
      400,
      'request-invalid',
    ],
    ['a stream elsewhere', upgrade({ Host: 'localhost', ...authorization }, '/api/status'), 404, 'not-found'],
    [
      'a bad after',
      upgrade({ Host: 'localhost', ...authorization }, '/api/stream?after=x'),
      400,
      'query-invalid',
    ],
    [
      'broken percent-encoding',
      get('/api/events/%zz', { Host: 'localhost', ...authorization }),
      400,
      'url-invalid',
    ],
    ['API paths in other case without a token', get('/API/status', { Host: 'localhost' }), 404, 'not-found'],
    [
      'a preflight',
      get('/api/status', { Host: 'localhost', Origin: 'http://localhost', ...authorization }, 'OPTIONS'),
      405,
      'method-not-allowed',
    ],
  ])('answers %s with a problem', async (_name, text, status, code) => {
    await using rig = await openRig();
    const answer = await raw(rig, text);
    expect(answer.status).toBe(status);
    expect(Problem.parse(JSON.parse(answer.body)).code).toBe(code);
    expectGuarded(answer.head);
  });
});

describe('a refused stream', () => {
  it('does not hold up a stop where the client never hangs up', async () => {
    const rig = await openRig();
    const socket = connect({ port: rig.api.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => {});
    socket.write(upgrade({ Host: 'evil.example' }));
    await new Promise((resolve) => socket.once('data', resolve));
    socket.resume();
    await rig.api.close();
    socket.destroy();
  });
});
